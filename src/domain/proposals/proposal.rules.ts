import { AppError } from '../../platform/errors.ts';
import type { Settings } from '../../platform/settings.ts';
import { addBusinessDays, addDays, type CalendarSettings, type Day } from '../people/index.ts';
import type { ProposalStateName } from '../proposalContents.ts';

export const proposalStates = [
  'received',
  'checking',
  'asking',
  'considering',
  'on_hold',
  'adopted',
  'in_progress',
  'done',
  'published',
  'declined',
  'merged',
  'withdrawn',
  'referred',
] as const satisfies readonly ProposalStateName[];
export type ProposalState = ProposalStateName;

/** What may happen to a proposal: 対応履歴. */
export type ProposalStepKind =
  | 'received'
  | 'edited'
  | 'moved'
  | 'asked'
  | 'answered'
  | 'requested'
  | 'request_answered'
  | 'merged'
  | 'unmerged'
  | 'assigned'
  | 'delayed'
  | 'noted'
  | 'published'
  | 'referred';

/** Which state a proposal may leave for which. Any other move is an error. */
export const proposalMoves: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  received: ['checking', 'withdrawn', 'referred'],
  checking: ['asking', 'considering', 'declined', 'merged', 'referred'],
  // Back to where it was asked from; a question that nobody answers may be dropped.
  asking: ['checking', 'considering', 'referred'],
  considering: ['asking', 'adopted', 'on_hold', 'declined', 'merged', 'referred'],
  on_hold: ['considering', 'declined'],
  adopted: ['in_progress', 'on_hold', 'declined'],
  in_progress: ['done', 'on_hold', 'declined'],
  done: ['published'],
  published: [],
  // Opened again by a triager; what was merged is apart again.
  declined: ['checking'],
  merged: ['checking'],
  withdrawn: ['checking'],
  referred: [],
};

/** Nothing more is to be done: what the ledger counts as closed. */
export const closedStates: readonly ProposalState[] = [
  'done',
  'published',
  'declined',
  'merged',
  'withdrawn',
  'referred',
];

export function isClosed(state: ProposalState): boolean {
  return closedStates.includes(state);
}

/** The decision has been told: 回答期限 does not run any more. */
export function isAnswered(state: ProposalState): boolean {
  return isClosed(state) || state === 'adopted' || state === 'in_progress' || state === 'on_hold';
}

/** Moves of the quality department into these states say why, to the proposer. */
const wordyStates: readonly ProposalState[] = ['declined', 'on_hold', 'asking'];

export function needsWords(to: ProposalState): boolean {
  return wordyStates.includes(to);
}

/** Supporters and the department hear of decisions alone. */
const decisions: readonly ProposalState[] = ['adopted', 'declined', 'done'];

/** Whether those who supported a proposal are told that it came into this state. */
export function isDecision(to: ProposalState): boolean {
  return decisions.includes(to);
}

/** Whether the proposer's department hears of it in its channel. */
export function isForDepartment(to: ProposalState): boolean {
  return to === 'adopted' || to === 'done';
}

/** @throws AppError proposal.badState, naming the state it is in */
export function requireProposalMove({ state }: { state: ProposalState }, to: ProposalState): void {
  if (!proposalMoves[state].includes(to)) throw new AppError('proposal.badState', { state });
}

/** Receipt number: fiscal year and five digits, K-2026-00123. */
export function receiptNumber({ fiscalYear, serial }: { fiscalYear: number; serial: number }): string {
  return `K-${fiscalYear}-${String(serial).padStart(5, '0')}`;
}

/** The fiscal year of a day: April to March. */
export function fiscalYearOf(day: Day): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month >= 4 ? year : year - 1;
}

/**
 * Until when a state should last.
 *
 * @returns null where no term runs
 */
export function termOf(
  state: ProposalState,
  since: Day,
  settings: CalendarSettings & Pick<Settings, 'proposal'>,
): Day | null {
  if (isClosed(state)) return null;
  return addBusinessDays(since, settings.proposal.stageDays[state as keyof StageDays], settings);
}
type StageDays = Settings['proposal']['stageDays'];

/** A day that is set by hand lies within a year: further away is a slip of the finger. */
export function lastSetDay(today: Day): Day {
  return addDays(today, 365);
}

/** 回答期限: by when the proposer hears what becomes of it. */
export function answerDay(receivedOn: Day, settings: CalendarSettings & Pick<Settings, 'proposal'>): Day {
  return addBusinessDays(receivedOn, settings.proposal.answerDays, settings);
}

/** Until then an answer is due: later the decision has been told. */
export const beforeDecision: readonly ProposalState[] = ['received', 'checking', 'asking', 'considering'];

/** Whether the proposer still waits for an answer. */
export function awaitsAnswer(state: ProposalState): boolean {
  return beforeDecision.includes(state);
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

export interface Lateness {
  state: ProposalState;
  dueOn: Day | null;
  answerDueOn: Day;
}

/** What is overdue today: the term of the state, or the answer that was promised. */
export function overdueOf({ state, dueOn, answerDueOn }: Lateness, today: Day): 'answer' | 'stage' | null {
  if (beforeDecision.includes(state) && answerDueOn < today) return 'answer';
  return dueOn !== null && dueOn < today ? 'stage' : null;
}
