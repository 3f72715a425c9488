import { asPerson } from '../../src/domain/context.ts';
import {
  approveEdition,
  type EditionPlan,
  openDueEditions,
  openListeningPage,
  planEdition,
  reportListening,
  submitEdition,
} from '../../src/domain/listening/index.ts';
import type { PersonName, VoiceName } from './company.ts';
import type { TestApp } from './testApp.ts';

type PlanOptions = Partial<Omit<EditionPlan, 'voiceIds'>> & { voices?: readonly VoiceName[] };

/** 浅葱 plans December (or another month) with the two voices of the sample's current month. */
export async function plannedEdition(t: TestApp, { voices, ...plan }: PlanOptions = {}): Promise<string> {
  const names = voices ?? ['noNews', 'firstWords'];
  return planEdition(t.as('asagi'), {
    month: '2026-12',
    voiceIds: names.map((name) => t.voices[name]),
    ...plan,
  });
}

/** … and 桐生 approves it: it waits for its time. */
export async function approvedEdition(t: TestApp, plan: PlanOptions = {}): Promise<string> {
  const editionId = await plannedEdition(t, plan);
  await submitEdition(t.as('asagi'), editionId);
  await approveEdition(t.as('kiryu'), editionId);
  return editionId;
}

/** … and it opens by itself. Cards that are due now are out when `t.settled()` resolves. */
export async function openedEdition(t: TestApp, plan: PlanOptions = {}): Promise<string> {
  const editionId = await approvedEdition(t, plan);
  await openDueEditions(t.ctx);
  return editionId;
}

/** Somebody opens a voice and listens to all of it, in the time that it lasts. */
export async function hear(t: TestApp, who: PersonName | { id: string }, voice: VoiceName): Promise<void> {
  const ctx = asPerson(t.ctx, typeof who === 'string' ? t.people[who].id : who.id);
  const page = await openListeningPage(ctx, t.voices[voice]);
  const { durationMs } = page.voice;
  const later = new Date(ctx.clock.now().getTime() + durationMs);
  await reportListening(
    { ...ctx, clock: { now: () => later } },
    { voiceId: t.voices[voice], intervals: [{ startMs: 0, endMs: durationMs }], positionMs: durationMs },
  );
}
