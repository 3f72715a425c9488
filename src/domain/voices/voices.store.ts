import { z } from 'zod';
import type { Db, Prisma } from '../../platform/db/client.ts';
import { type Bleep, bleepSchema, type Sentence, sentenceSchema, type VoiceState } from './voices.rules.ts';

const storedSentences = z.array(sentenceSchema);
const storedBleeps = z.array(bleepSchema);

export type Voice = NonNullable<Awaited<ReturnType<typeof findVoice>>>;

export async function findVoice(db: Db, voiceId: string) {
  const row = await db.voice.findUnique({ where: { id: voiceId } });
  return row && withWords(row);
}

export async function findVoices(db: Db, voiceIds: readonly string[]) {
  const rows = await db.voice.findMany({ where: { id: { in: [...voiceIds] } } });
  return rows.map(withWords);
}

export async function findVoiceByReference(db: Db, reference: string) {
  const row = await db.voice.findUnique({ where: { reference } });
  return row && withWords(row);
}

export async function allVoices(db: Db) {
  return db.voice.findMany({
    orderBy: { reference: 'asc' },
    omit: { sentences: true, bleeps: true },
  });
}

/** The voice's row, locked until the transaction ends: one approval or withdrawal at a time. */
export async function lockVoice(db: Db, voiceId: string) {
  await db.$queryRaw`SELECT 1 FROM voice WHERE id = ${voiceId}::uuid FOR UPDATE`;
  return findVoice(db, voiceId);
}

export interface NewVoice {
  id: string;
  reference: string;
  kind: string;
  lineOfBusiness: string;
  intakeChannel: string;
  caller: string;
  receivedMonth: string;
  quote: string;
  handledWell: string | null;
  durationMs: number;
  sentences: Sentence[];
  bleeps: Bleep[];
  soundKey: string;
  soundType: string;
  healthHold: boolean;
  licence: string | null;
  attribution: string | null;
  importedAt: Date;
  importedById: string;
}

/** Inserts a voice. Returns false when its reference is taken, also by one imported at this moment. */
export async function insertVoice(db: Db, voice: NewVoice): Promise<boolean> {
  const made = await db.voice.createMany({
    data: [
      {
        ...voice,
        sentences: voice.sentences as unknown as Prisma.InputJsonValue,
        bleeps: voice.bleeps as unknown as Prisma.InputJsonValue,
      },
    ],
    skipDuplicates: true,
  });
  return made.count > 0;
}

export async function updateVoiceState(
  db: Db,
  voiceId: string,
  change: { state: VoiceState } & Partial<{
    approvedAt: Date;
    approvedById: string;
    healthOverrideReason: string;
    withdrawnAt: Date;
    withdrawnById: string;
    withdrawReason: string;
  }>,
): Promise<void> {
  await db.voice.update({ where: { id: voiceId }, data: change });
}

function withWords<T extends { sentences: Prisma.JsonValue; bleeps: Prisma.JsonValue }>(row: T) {
  return { ...row, sentences: storedSentences.parse(row.sentences), bleeps: storedBleeps.parse(row.bleeps) };
}
