import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import type { ProposalState } from '../../edges/http/contract/proposals.ts';

/** The word for each state. */
export const stateKeys = {
  received: 'proposals.state.received',
  checking: 'proposals.state.checking',
  asking: 'proposals.state.asking',
  considering: 'proposals.state.considering',
  on_hold: 'proposals.state.onHold',
  adopted: 'proposals.state.adopted',
  in_progress: 'proposals.state.inProgress',
  done: 'proposals.state.done',
  published: 'proposals.state.published',
  declined: 'proposals.state.declined',
  merged: 'proposals.state.merged',
  withdrawn: 'proposals.state.withdrawn',
  referred: 'proposals.state.referred',
} as const satisfies Record<ProposalState, string>;

/** What each state means for who proposed, in a sentence. */
export const standingKeys = {
  received: 'proposals.standing.received',
  checking: 'proposals.standing.checking',
  asking: 'proposals.standing.asking',
  considering: 'proposals.standing.considering',
  on_hold: 'proposals.standing.onHold',
  adopted: 'proposals.standing.adopted',
  in_progress: 'proposals.standing.inProgress',
  done: 'proposals.standing.done',
  published: 'proposals.standing.published',
  declined: 'proposals.standing.declined',
  merged: 'proposals.standing.merged',
  withdrawn: 'proposals.standing.withdrawn',
  referred: 'proposals.standing.referred',
} as const satisfies Record<ProposalState, string>;

/** What happened: 対応履歴. Steps into a state say the state. */
export const stepKeys = {
  received: 'proposals.step.received',
  edited: 'proposals.step.edited',
  moved: 'proposals.step.moved',
  asked: 'proposals.step.asked',
  answered: 'proposals.step.answered',
  requested: 'proposals.step.requested',
  request_answered: 'proposals.step.requestAnswered',
  merged: 'proposals.step.merged',
  unmerged: 'proposals.step.unmerged',
  assigned: 'proposals.step.assigned',
  delayed: 'proposals.step.delayed',
  noted: 'proposals.step.noted',
  published: 'proposals.step.published',
  referred: 'proposals.step.referred',
} as const satisfies Record<ProposalPage['steps'][number]['kind'], string>;

export const overdueKeys = {
  answer: 'proposals.overdue.answer',
  stage: 'proposals.overdue.stage',
} as const;

/** An answer is still to come. */
export function waitsForAnswer(state: ProposalState): boolean {
  return state === 'received' || state === 'checking' || state === 'asking' || state === 'considering';
}
