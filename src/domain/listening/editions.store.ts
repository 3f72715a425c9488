import { z } from 'zod';
import type { Db, Prisma } from '../../platform/db/client.ts';
import { type Audience, audienceSchema } from './audience.rules.ts';
import { type EditionState, type Prompt, promptsSchema } from './edition.rules.ts';

const withVoices = { voices: { orderBy: { position: 'asc' } } } as const;

export type Edition = NonNullable<Awaited<ReturnType<typeof findEdition>>>;

export async function findEdition(db: Db, editionId: string) {
  const row = await db.edition.findUnique({ where: { id: editionId }, include: withVoices });
  return row && fromRow(row);
}

/** A month as its discussions see it: no transcripts, one query, since everybody who discusses asks for it. */
export interface EditionFrame {
  id: string;
  month: string;
  state: EditionState;
  /** yyyy-mm-dd */
  dueOn: string;
  opensAt: Date;
  openedAt: Date | null;
  prompts: Prompt[];
  /** In their order. */
  voices: EditionFrameVoice[];
}

export interface EditionFrameVoice {
  id: string;
  state: 'in_review' | 'approved' | 'withdrawn';
  kind: string;
  lineOfBusiness: string;
  quote: string;
  durationMs: number;
}

export async function findEditionFrame(db: Db, editionId: string): Promise<EditionFrame | null> {
  const rows = await db.$queryRaw<EditionFrame[]>`
    SELECT e.id, e.month, e.state::text AS state, to_char(e.due_on, 'YYYY-MM-DD') AS "dueOn",
      e.opens_at AS "opensAt", e.opened_at AS "openedAt", e.prompts,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', v.id, 'state', v.state, 'kind', v.kind,
          'lineOfBusiness', v.line_of_business, 'quote', v.quote, 'durationMs', v.duration_ms) ORDER BY ev.position)
        FROM edition_voice ev JOIN voice v ON v.id = ev.voice_id WHERE ev.edition_id = e.id
      ), '[]') AS voices
    FROM edition e WHERE e.id = ${editionId}::uuid`;
  return rows[0] ?? null;
}

/**
 * The edition, locked until the transaction ends: one change of state at a time. Its key never changes: rows that
 * point to it (what was heard, departments' progress) may be written meanwhile, else their writers and who ends the
 * edition would wait for each other.
 */
export async function lockEdition(db: Db, editionId: string) {
  await db.$queryRaw`SELECT 1 FROM edition WHERE id = ${editionId}::uuid FOR NO KEY UPDATE`;
  return findEdition(db, editionId);
}

export async function findEditionOfMonth(db: Db, month: string) {
  const row = await db.edition.findFirst({
    where: { month, state: { not: 'cancelled' } },
    include: withVoices,
  });
  return row && fromRow(row);
}

export async function editionsInState(db: Db, ...states: EditionState[]) {
  const rows = await db.edition.findMany({
    where: { state: { in: states } },
    include: withVoices,
    orderBy: [{ month: 'desc' }, { plannedAt: 'desc' }],
  });
  return rows.map(fromRow);
}

export async function allEditions(db: Db) {
  const rows = await db.edition.findMany({
    include: withVoices,
    orderBy: [{ month: 'asc' }, { plannedAt: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Editions that people can see and that carry this voice, newest first. */
export async function visibleEditionsWithVoice(db: Db, voiceId: string) {
  const rows = await db.edition.findMany({
    where: { state: { in: ['open', 'closed'] }, voices: { some: { voiceId } } },
    include: withVoices,
    orderBy: [{ month: 'desc' }],
  });
  return rows.map(fromRow);
}

/** In which months these voices reached people, whatever became of the month afterwards. */
export async function monthsThatDelivered(
  db: Db,
  voiceIds: readonly string[],
  exceptEditionId: string,
): Promise<{ voiceId: string; month: string }[]> {
  const rows = await db.editionVoice.findMany({
    where: {
      voiceId: { in: [...voiceIds] },
      edition: { id: { not: exceptEditionId }, openedAt: { not: null } },
    },
    include: { edition: { select: { month: true } } },
  });
  return rows
    .map(({ voiceId, edition }) => ({ voiceId, month: edition.month }))
    .sort((a, b) => a.month.localeCompare(b.month));
}

export interface EditionFacts {
  month: string;
  prompts: Prompt[];
  audience: Audience;
  opensAt: Date;
  /** yyyy-mm-dd */
  dueOn: string;
}

/** Inserts a draft. Returns false when its month has an edition already, also one planned at this moment. */
export async function insertEdition(
  db: Db,
  edition: EditionFacts & { id: string; plannedById: string; plannedAt: Date },
  voiceIds: readonly string[],
): Promise<boolean> {
  const { dueOn, ...facts } = edition;
  const made = await db.edition.createMany({
    data: [{ ...facts, dueOn: new Date(dueOn) }],
    skipDuplicates: true,
  });
  if (made.count > 0) await replaceVoices(db, edition.id, voiceIds);
  return made.count > 0;
}

export async function updateEditionFacts(
  db: Db,
  editionId: string,
  facts: EditionFacts & { plannedById: string },
  voiceIds: readonly string[],
): Promise<void> {
  const { dueOn, ...rest } = facts;
  await db.edition.update({
    where: { id: editionId },
    data: {
      ...rest,
      dueOn: new Date(dueOn),
      state: 'draft',
      submittedAt: null,
      approvedAt: null,
      approvedById: null,
      missedToldAt: null,
    },
  });
  await replaceVoices(db, editionId, voiceIds);
}

async function replaceVoices(db: Db, editionId: string, voiceIds: readonly string[]): Promise<void> {
  await db.editionVoice.deleteMany({ where: { editionId } });
  await db.editionVoice.createMany({
    data: voiceIds.map((voiceId, index) => ({ editionId, voiceId, position: index + 1 })),
  });
}

type EditionStamps = Partial<
  Record<'submittedAt' | 'approvedAt' | 'openedAt' | 'closedAt' | 'cancelledAt' | 'missedToldAt', Date> & {
    approvedById: string;
  }
>;

export async function updateEditionState(
  db: Db,
  editionId: string,
  change: { state?: EditionState } & EditionStamps,
): Promise<void> {
  await db.edition.update({ where: { id: editionId }, data: change });
}

const dayText = z.date().transform((date) => date.toISOString().slice(0, 10));

function fromRow<
  R extends {
    prompts: Prisma.JsonValue;
    audience: Prisma.JsonValue;
    dueOn: Date;
    voices: { voiceId: string }[];
  },
>(row: R) {
  const { voices, ...facts } = row;
  return {
    ...facts,
    prompts: promptsSchema.parse(row.prompts),
    audience: audienceSchema.parse(row.audience),
    dueOn: dayText.parse(row.dueOn),
    voiceIds: voices.map((voice) => voice.voiceId),
  };
}
