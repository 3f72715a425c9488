import { z } from 'zod';
import type { Ctx } from './domain/context.ts';
import {
  askEffects,
  endReporting,
  forgetOldDiscussions,
  groupMonths,
  moveDiscussions,
  nudgeLeaders,
  prepareDiscussions,
  releaseWithheld,
  settleEdition,
  showGuideOf,
  showToNewcomer,
} from './domain/discussions/index.ts';
import { forgetOldMessages } from './domain/dispatch/index.ts';
import { eventSchemas } from './domain/events.ts';
import {
  closeDueEditions,
  deliverToNewcomer,
  forgetOldHearings,
  meetAhead,
  openDueEditions,
  recallVoice,
  refreshProgress,
  remindListeners,
  showHeard,
  tellCurators,
  updateEditionCards,
} from './domain/listening/index.ts';
import { forgetOldPeopleRecords } from './domain/people/index.ts';
import {
  eraseFile,
  forgetMessageDrafts,
  markExamplesTold,
  remindOverdue,
  remindRequests,
} from './domain/proposals/index.ts';
import { refreshFigures } from './domain/reports/index.ts';

/** A background job: what it needs to know, and what it does. Doing it twice is doing it once. */
interface Job {
  handle(ctx: Ctx, data: unknown): Promise<void>;
}

function job<T>(schema: z.ZodType<T>, act: (ctx: Ctx, data: T) => Promise<void>): Job {
  return { handle: (ctx, data) => act(ctx, schema.parse(data)) };
}

const nothing = z.object({});
const edition = z.object({ editionId: z.uuid() });

/** Every background job. After each of them the dispatcher looks for something to send. */
export const jobs = {
  'dispatch.wake': job(nothing, async () => {}),
  'listening.openDueEditions': job(nothing, openDueEditions),
  'listening.closeDueEditions': job(nothing, closeDueEditions),
  'listening.refreshProgress': job(nothing, refreshProgress),
  'listening.meetAhead': job(edition, (ctx, { editionId }) => meetAhead(ctx, editionId)),
  'listening.updateEditionCards': job(edition, (ctx, { editionId }) => updateEditionCards(ctx, editionId)),
  'listening.recallVoice': job(eventSchemas['voices.voice.withdrawn'], (ctx, { voiceId }) =>
    recallVoice(ctx, voiceId),
  ),
  'listening.showHeard': job(eventSchemas['listening.voice.heard'], showHeard),
  'listening.tellCurators': job(eventSchemas['listening.edition.missed'], tellCurators),
  'listening.deliverToNewcomer': job(eventSchemas['dispatch.recipient.met'], deliverToNewcomer),
  'discussions.prepare': job(edition, (ctx, { editionId }) => prepareDiscussions(ctx, editionId)),
  'discussions.showGuide': job(z.object({ voiceId: z.uuid() }), (ctx, { voiceId }) =>
    showGuideOf(ctx, voiceId),
  ),
  'discussions.settleEdition': job(edition, (ctx, { editionId }) => settleEdition(ctx, editionId)),
  'discussions.endReporting': job(nothing, endReporting),
  'discussions.move': job(nothing, moveDiscussions),
  'discussions.groupMonths': job(nothing, groupMonths),
  'discussions.releaseWithheld': job(nothing, releaseWithheld),
  'reports.refresh': job(nothing, refreshFigures),
  'discussions.nudgeLeaders': job(nothing, nudgeLeaders),
  'discussions.askEffects': job(nothing, askEffects),
  'discussions.showToNewcomer': job(eventSchemas['dispatch.recipient.met'], showToNewcomer),
  'listening.remindListeners': job(nothing, remindListeners),
  'proposals.markExamplesTold': job(edition, (ctx, { editionId }) => markExamplesTold(ctx, editionId)),
  'proposals.forgetMessageDrafts': job(nothing, forgetMessageDrafts),
  'proposals.eraseFile': job(eventSchemas['proposals.attachment.removed'], eraseFile),
  'proposals.remindOverdue': job(nothing, remindOverdue),
  'proposals.remindRequests': job(nothing, remindRequests),
  'dispatch.forgetOld': job(nothing, forgetOldMessages),
  'people.forgetOld': job(nothing, forgetOldPeopleRecords),
  'listening.forgetOld': job(nothing, forgetOldHearings),
  'discussions.forgetOld': job(nothing, forgetOldDiscussions),
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;

/** What the clock sets off, in the company's time zone. */
export const ticks: readonly { cron: string; job: JobName }[] = [
  { cron: '* * * * *', job: 'listening.openDueEditions' },
  { cron: '* * * * *', job: 'listening.closeDueEditions' },
  { cron: '* * * * *', job: 'listening.refreshProgress' },
  { cron: '* * * * *', job: 'discussions.move' },
  { cron: '*/10 * * * *', job: 'discussions.groupMonths' },
  { cron: '*/10 * * * *', job: 'proposals.forgetMessageDrafts' },
  { cron: '* * * * *', job: 'reports.refresh' },
  // Every hour, because departments work at different hours; each asks for itself whose hour it is.
  { cron: '5 * * * *', job: 'discussions.nudgeLeaders' },
  { cron: '5 * * * *', job: 'listening.remindListeners' },
  { cron: '5 * * * *', job: 'discussions.askEffects' },
  { cron: '5 * * * *', job: 'proposals.remindOverdue' },
  { cron: '6 * * * *', job: 'proposals.remindRequests' },
  { cron: '15 3 * * *', job: 'dispatch.forgetOld' },
  { cron: '15 3 * * *', job: 'people.forgetOld' },
  { cron: '15 3 * * *', job: 'listening.forgetOld' },
  { cron: '15 3 * * *', job: 'discussions.forgetOld' },
  { cron: '20 3 * * *', job: 'discussions.endReporting' },
  { cron: '25 3 * * *', job: 'discussions.releaseWithheld' },
];
