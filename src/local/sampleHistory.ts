import { setTimeout as sleep } from 'node:timers/promises';
import { asPerson, type Ctx } from '../domain/context.ts';
import {
  discussionPurposes,
  loadDiscussionCards,
  loadReportNotices,
  releaseWithheld,
} from '../domain/discussions/index.ts';
import { countByState, createDispatcher, openBudget } from '../domain/dispatch/index.ts';
import {
  approveEdition,
  closeEdition,
  editionCardPurpose,
  findEdition,
  findEditionOfMonth,
  loadEditionCards,
  openEdition,
  openListeningPage,
  planEdition,
  reportListening,
  submitEdition,
} from '../domain/listening/index.ts';
import {
  addDays,
  addMonths,
  allDepartments,
  businessDayOnOrBefore,
  concernedPeople,
  dayOf,
  endOf,
  instantAt,
  monthOf,
} from '../domain/people/index.ts';
import type { Messenger } from '../domain/ports.ts';
import {
  loadDepartmentNews,
  loadOwnerNews,
  loadProposalCards,
  loadProposalNews,
  loadRequestNews,
  proposalPurposes,
} from '../domain/proposals/index.ts';
import { findVoices, type Voice } from '../domain/voices/index.ts';
import type { Liveness } from '../platform/db/liveness.ts';
import { newId } from '../platform/ids.ts';
import { type SampleHistory, sampleOperators } from './sampleCompany.ts';
import { playDiscussions } from './sampleDiscussions.ts';
import { approvedVoices } from './sampleEdition.ts';
import { playProposals, readSampleProposals } from './sampleProposals.ts';

/**
 * Local mode only: lets the sample company's past months happen, through the same acts as the present ones,
 * with the clock of then. Their messages go to a messenger that delivers to nobody.
 */
export async function playSampleHistory(ctx: Ctx, liveness: Liveness, history: SampleHistory): Promise<void> {
  for (const past of history.editions) {
    const month = addMonths(monthOf(ctx.clock.now(), ctx.settings), -past.monthsAgo);
    if (await findEditionOfMonth(ctx.db, month)) continue;
    await playMonth(ctx, liveness, month, past);
  }
  // A moment when every department is at work: nothing has to wait.
  const yesterday = businessDayOnOrBefore(addDays(dayOf(ctx.clock.now(), ctx.settings), -1), ctx.settings);
  const until = instantAt(yesterday, '15:00', ctx.settings);
  await playProposals(ctx, readSampleProposals(), until);
  await deliverToNobody(at(ctx, until), liveness);
}

async function playMonth(
  ctx: Ctx,
  liveness: Liveness,
  month: string,
  past: SampleHistory['editions'][number],
): Promise<void> {
  const then = at(ctx, instantAt(addDays(`${month}-01`, -4), '10:00', ctx.settings));
  const { curator, approver } = await sampleOperators(then);
  const voiceIds = await approvedVoices(ctx, past.voices);
  const editionId = await planEdition(curator, { month, voiceIds, prompts: past.prompts });
  await submitEdition(curator, editionId);
  await approveEdition(approver, editionId);
  const edition = await findEdition(ctx.db, editionId);
  if (!edition) return;
  const opening = at(ctx, edition.opensAt);
  await openEdition(opening, editionId);
  // Departments with a later slot get their cards the same evening.
  await deliverToNobody(at(ctx, hoursAfter(edition.opensAt, 11)), liveness);
  await listen(ctx, edition.dueOn, voiceIds, past.heardShare);
  await playDiscussions(ctx, edition, past.discussions);
  await deliverToNobody(at(ctx, endOf(edition.dueOn, ctx.settings)), liveness);
  await closeEdition(at(ctx, endOf(edition.dueOn, ctx.settings)), editionId);
  await releaseWithheld(ctx);
}

/** The share of each department that history.json names hears everything on the due day. */
async function listen(
  ctx: Ctx,
  dueOn: string,
  voiceIds: readonly string[],
  heardShare: Record<string, number>,
): Promise<void> {
  const start = instantAt(dueOn, '10:00', ctx.settings);
  const voices = await findVoices(ctx.db, voiceIds);
  for (const department of await allDepartments(ctx.db)) {
    const people = await concernedPeople(ctx.db, [department.id]);
    const listeners = people.slice(0, Math.round(people.length * (heardShare[department.code] ?? 0)));
    // People of a department listen at the same time; so does the first start of a new user end sooner.
    await Promise.all(listeners.map(({ personId }) => listenToAll(ctx, personId, voices, start)));
  }
}

async function listenToAll(ctx: Ctx, personId: string, voices: readonly Voice[], start: Date): Promise<void> {
  for (const voice of voices) {
    await openListeningPage(asPerson(at(ctx, start), personId), voice.id);
    const end = new Date(start.getTime() + voice.durationMs);
    await reportListening(asPerson(at(ctx, end), personId), {
      voiceId: voice.id,
      intervals: [{ startMs: 0, endMs: voice.durationMs }],
      positionMs: voice.durationMs,
    });
  }
}

/** Everything that is due at the clock of `ctx`. */
async function deliverToNobody(ctx: Ctx, liveness: Liveness): Promise<void> {
  const dispatcher = createDispatcher({
    ctx: { ...ctx, messenger: nobody },
    loaders: {
      [editionCardPurpose]: loadEditionCards,
      [discussionPurposes.card]: loadDiscussionCards,
      [discussionPurposes.report]: loadReportNotices,
      [proposalPurposes.card]: loadProposalCards,
      [proposalPurposes.step]: loadProposalNews,
      [proposalPurposes.mergedStep]: loadProposalNews,
      [proposalPurposes.decision]: loadProposalNews,
      [proposalPurposes.department]: loadDepartmentNews,
      [proposalPurposes.request]: loadRequestNews,
      [proposalPurposes.requestAnswered]: loadRequestNews,
      [proposalPurposes.questionAnswered]: loadOwnerNews,
    },
    budget: openBudget(ctx.db, ctx.settings.dispatch.callsPerSecond),
    liveness,
    random: () => 0,
  });
  dispatcher.start();
  const isWaiting = async () =>
    (await countByState(ctx.db)).some(({ state }) => state === 'waiting' || state === 'marked');
  while (await isWaiting()) await sleep(20);
  await dispatcher.stop();
}

const nobody: Messenger = {
  meet: async () => ({ outcome: { kind: 'sent', activityId: null }, place: null, met: null }),
  send: async () => ({ outcome: { kind: 'sent', activityId: `history-${newId()}` }, place: null, met: null }),
  update: async () => ({ kind: 'sent', activityId: null }),
};

function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}

function at(ctx: Ctx, moment: Date): Ctx {
  return { ...ctx, clock: { now: () => moment } };
}
