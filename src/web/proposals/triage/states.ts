import type { ProposalState } from '../../../edges/http/contract/proposals.ts';

/** What a triager presses to bring a proposal into a state. */
export const moveKeys = {
  checking: 'work.move.checking',
  considering: 'work.move.considering',
  on_hold: 'work.move.onHold',
  adopted: 'work.move.adopted',
  in_progress: 'work.move.inProgress',
  done: 'work.move.done',
  declined: 'work.move.declined',
} as const;
export type Move = keyof typeof moveKeys;
export const moves = Object.keys(moveKeys) as Move[];

/** Whether a state that the server names is one of the steps by one press. */
export function isMove(state: ProposalState): state is Move {
  return state in moveKeys;
}

/** These say why, to the proposer. */
export function needsWords(to: Move): boolean {
  return to === 'declined' || to === 'on_hold';
}

export const priorityKeys = {
  high: 'board.priority.high',
  normal: 'board.priority.normal',
  low: 'board.priority.low',
} as const;

export const overdueKeys = {
  answer: 'board.overdue.answer',
  stage: 'board.overdue.stage',
  request: 'board.overdue.request',
} as const;
