import type { Ctx } from '../context.ts';
import { isAttached } from './attachments.store.ts';

/**
 * Erases the bytes of an attachment that was taken away, or that was never added. Twice is once; what is attached stays.
 */
export async function eraseFile(ctx: Ctx, { mediaKey }: { mediaKey: string }): Promise<void> {
  if (await isAttached(ctx.db, mediaKey)) return;
  await ctx.media.remove(mediaKey);
}
