import { randomBytes } from 'node:crypto';
import type { Db } from './client.ts';

/**
 * A key that all replicas share; made at first use, one winner.
 *
 * @param name what it is for
 * @returns 32 random bytes
 */
export async function sharedSecret(db: Db, name: string): Promise<Buffer> {
  await db.sharedSecret.createMany({
    data: [{ name, value: randomBytes(32).toString('base64') }],
    skipDuplicates: true,
  });
  const row = await db.sharedSecret.findUniqueOrThrow({ where: { name } });
  return Buffer.from(row.value, 'base64');
}
