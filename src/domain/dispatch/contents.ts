import type { Ctx } from '../context.ts';
import type { Content } from '../ports.ts';
import type { MarkedMessage } from './dispatch.store.ts';

/** What a message says now, why it must not go out any more, or from when on it may. */
export type ContentOrDrop = { content: Content } | { drop: string } | { notBefore: Date };

/**
 * Loads what a batch of messages of one purpose says, at the moment of sending: what was withdrawn, closed or
 * left in the meantime is dropped here. Keys of the answer are message ids.
 */
export type ContentLoader = (
  ctx: Ctx,
  messages: readonly MarkedMessage[],
) => Promise<Map<string, ContentOrDrop>>;

/** Which room says what: purpose → loader. Rooms hand theirs in through app.ts. */
export type ContentLoaders = Readonly<Record<string, ContentLoader>>;

/** Asks each purpose's loader for its part of the batch. */
export async function loadContents(
  ctx: Ctx,
  loaders: ContentLoaders,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const contents = new Map<string, ContentOrDrop>();
  for (const [purpose, loader] of Object.entries(loaders)) {
    const own = messages.filter((message) => message.purpose === purpose && message.act !== 'meet');
    if (own.length === 0) continue;
    for (const [id, content] of await loader(ctx, own)) contents.set(id, content);
  }
  return contents;
}
