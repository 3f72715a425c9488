import { AppError } from '../../platform/errors.ts';
import type { Settings } from '../../platform/settings.ts';
import { addDays, type Day } from '../people/index.ts';
import type { DiscussionEnd } from '../ports.ts';

export type DiscussionState = 'waiting' | 'reflecting' | 'revealed' | 'talking' | 'wrapped_up' | 'skipped';
export type DiscussionMode = 'short' | 'full';

/** Which state a discussion may leave for which. Any other move is an error. */
export const discussionMoves: Readonly<Record<DiscussionState, readonly DiscussionState[]>> = {
  // 「5分で」 is reported without any step between.
  waiting: ['reflecting', 'wrapped_up', 'skipped'],
  reflecting: ['revealed', 'wrapped_up', 'skipped'],
  revealed: ['talking', 'wrapped_up'],
  talking: ['revealed', 'wrapped_up'],
  // Corrected, until the edition closes.
  wrapped_up: ['wrapped_up'],
  // Held after all.
  skipped: ['reflecting', 'wrapped_up', 'skipped'],
};

/** Held at this moment, or over days: begun, and neither reported nor skipped. */
export function isUnderWay(state: DiscussionState): boolean {
  return state === 'reflecting' || state === 'revealed' || state === 'talking';
}

/** @throws AppError discussion.badState, naming the state it is in */
export function requireDiscussionState(
  { state }: { state: DiscussionState },
  ...allowed: DiscussionState[]
): void {
  if (allowed.includes(state)) return;
  throw new AppError('discussion.badState', { state });
}

/** @throws AppError discussion.badState */
export function requireDiscussionMove(discussion: { state: DiscussionState }, to: DiscussionState): void {
  const states = Object.keys(discussionMoves) as DiscussionState[];
  requireDiscussionState(discussion, ...states.filter((from) => discussionMoves[from].includes(to)));
}

export type StepKind = 'reflect' | 'reveal' | 'prompt' | 'closing';

export interface Step {
  kind: StepKind;
  /** Which of the prompts, from 0; null for the other steps. */
  prompt: number | null;
  minutes: number;
}

/**
 * The walk of 「じっくり」: think alone, read together, one prompt after the other, close. The state follows
 * from the step: 0 reflecting, 1 revealed, from 2 talking.
 */
export function stepsOf(prompts: number, { discussion }: Pick<Settings, 'discussion'>): Step[] {
  return [
    { kind: 'reflect', prompt: null, minutes: discussion.reflectMinutes },
    { kind: 'reveal', prompt: null, minutes: discussion.revealMinutes },
    ...Array.from({ length: prompts }, (_, prompt) => ({
      kind: 'prompt' as const,
      prompt,
      minutes: discussion.promptMinutes,
    })),
    { kind: 'closing', prompt: null, minutes: discussion.closingMinutes },
  ];
}

/** The last step of the walk, with so many prompts. */
export function closingStep(prompts: number, settings: Pick<Settings, 'discussion'>): number {
  return stepsOf(prompts, settings).length - 1;
}

/** The state that a discussion has in a step of its walk. */
export function stateOfStep(step: number): 'reflecting' | 'revealed' | 'talking' {
  if (step === 0) return 'reflecting';
  return step === 1 ? 'revealed' : 'talking';
}

/**
 * The step of a walk that has this many now. A guide may have been written anew, with fewer prompts, while it was
 * talked about: who stood behind its end closes.
 */
export function stepWithin(step: number, steps: number): number {
  return Math.min(step, steps - 1);
}

/**
 * Where a press of "next" or "back" leads. Null where the discussion has gone on already: two leaders pressed
 * at once, or the press came twice.
 *
 * @param from the step that whoever pressed had before them
 */
export function stepAfter(
  discussion: { state: DiscussionState; step: number },
  press: { from: number; to: 'next' | 'back' },
  steps: number,
): number | null {
  requireDiscussionState(discussion, 'revealed', 'talking');
  const from = stepWithin(press.from, steps);
  if (stepWithin(discussion.step, steps) !== from) return null;
  const step = press.to === 'next' ? from + 1 : from - 1;
  // What was revealed stays revealed: nobody goes back to thinking alone.
  return step < 1 || step >= steps ? null : step;
}

/**
 * Whether anonymous insights may be shown. With fewer writers, or fewer people who may have written, the
 * workplace could tell whose they are; then they stay with the quality department.
 *
 * @param writers people who wrote at least one anonymous insight
 * @param silent members who wrote nothing under their name (anonymous writers among them)
 */
export function mayShowAnonymous(
  { writers, silent }: { writers: number; silent: number },
  { discussion }: Pick<Settings, 'discussion'>,
): boolean {
  return writers >= discussion.anonymousWriters && silent >= discussion.silentMembers;
}

/**
 * Held in time, or not; reported in time, or not: 期限後報告 is not 期限後実施. Days as yyyy-mm-dd.
 */
export function timelinessOf(
  heldOn: string,
  reportedOn: string,
  dueOn: string,
): 'inTime' | 'lateReport' | 'lateHeld' {
  if (heldOn > dueOn) return 'lateHeld';
  return reportedOn > dueOn ? 'lateReport' : 'inTime';
}

/** The last day on which a discussion can be reported. Days as yyyy-mm-dd. */
export function lastReportDay(dueOn: Day, { discussion }: Pick<Settings, 'discussion'>): Day {
  return addDays(dueOn, discussion.lateReportDays);
}

/**
 * What the end of its month means for a discussion: it can still be reported until a day, or nothing more can be
 * done. Null while the month is open, and for what was wrapped up: that stands.
 */
export function discussionEnd(
  { state }: { state: DiscussionState },
  edition: { state: string; dueOn: Day },
  today: Day,
  settings: Pick<Settings, 'discussion'>,
): DiscussionEnd | null {
  if (edition.state === 'cancelled') return { kind: 'cancelled' };
  if (edition.state !== 'closed' || state === 'wrapped_up') return null;
  const lastOn = lastReportDay(edition.dueOn, settings);
  // Who said that there is none this month is not asked for a report of it.
  return state === 'skipped' || today > lastOn ? { kind: 'over' } : { kind: 'late', lastOn };
}

/**
 * How many votes a person may still give to a group.
 *
 * @param elsewhere votes that the person gave to other groups
 */
export function votesLeft(elsewhere: number, { discussion }: Pick<Settings, 'discussion'>): number {
  return Math.max(0, Math.min(discussion.votesPerGroup, discussion.votes - elsewhere));
}

/** Days around today between which an action may be due: earlier or later ones are slips of the finger. */
const dueDays = { before: 366, after: 5 * 366 } as const;

/** The first and the last day until which an action may be to be done. */
export function dueDaysAround(today: Day): { first: Day; last: Day } {
  return { first: addDays(today, -dueDays.before), last: addDays(today, dueDays.after) };
}
