import type { Db, Prisma } from '../../platform/db/client.ts';
import { type WrittenGuide, writtenGuideSchema } from './guide.rules.ts';

/** A guide that a curator wrote for a voice. */
export interface StoredGuide {
  voiceId: string;
  words: WrittenGuide;
  editedById: string;
  editedAt: Date;
}

export async function findGuide(db: Db, voiceId: string): Promise<StoredGuide | null> {
  const row = await db.voiceGuide.findUnique({ where: { voiceId } });
  return row && fromRow(row);
}

/** The guides that were written for these voices. */
export async function findGuides(db: Db, voiceIds: readonly string[]): Promise<Map<string, StoredGuide>> {
  const rows = await db.voiceGuide.findMany({ where: { voiceId: { in: [...voiceIds] } } });
  return new Map(rows.map((row) => [row.voiceId, fromRow(row)]));
}

/** Two curators who save at once come one after the other: held until the transaction ends. */
export async function lockGuide(db: Db, voiceId: string): Promise<StoredGuide | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`guide:${voiceId}`}, 0))`;
  return findGuide(db, voiceId);
}

export async function saveGuide(db: Db, { voiceId, ...guide }: StoredGuide): Promise<void> {
  const change = { ...guide, words: guide.words as unknown as Prisma.InputJsonValue };
  await db.voiceGuide.upsert({ where: { voiceId }, create: { voiceId, ...change }, update: change });
}

/** How many written guides use each prompt of the library, by its key. */
export async function countLibraryUse(db: Db): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ key: string; uses: bigint }[]>`
    SELECT prompt->>'libraryKey' AS key, count(DISTINCT voice_id) AS uses
    FROM voice_guide, jsonb_array_elements(words->'prompts') AS prompt
    WHERE prompt ? 'libraryKey'
    GROUP BY 1`;
  return new Map(rows.map(({ key, uses }) => [key, Number(uses)]));
}

function fromRow(row: { voiceId: string; words: Prisma.JsonValue; editedById: string; editedAt: Date }) {
  return { ...row, words: writtenGuideSchema.parse(row.words) };
}
