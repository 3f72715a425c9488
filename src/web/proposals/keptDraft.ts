import type { ProposalToSend } from '../../edges/http/contract/proposals.ts';
import type { ProposalDraft } from './draft.rules.ts';

const keyOf = (personId: string, beginning: string) => `kikidoki.proposal.${personId}.${beginning}`;

/** In this tab only: leaving the page and coming back loses nothing, and nothing of it reaches anybody. */
export function keptDraft(personId: string, beginning: string): ProposalDraft | null {
  try {
    const kept = JSON.parse(
      sessionStorage.getItem(keyOf(personId, beginning)) ?? 'null',
    ) as ProposalDraft | null;
    // Written by an older page: better begun anew than half understood.
    return typeof kept?.words?.change === 'string' && Array.isArray(kept.coProposers) ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(personId: string, beginning: string, draft: ProposalDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(personId, beginning), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(personId, beginning));
  } catch {
    // Where the browser keeps nothing, closing the page still warns.
  }
}

const triedKey = (proposalId: string) => `kikidoki.proposal.tried.${proposalId}`;

/** What went out under this id without an answer, also before a reload. */
export function triedBody(proposalId: string): ProposalToSend | null {
  try {
    return JSON.parse(sessionStorage.getItem(triedKey(proposalId)) ?? 'null') as ProposalToSend | null;
  } catch {
    return null;
  }
}

export function rememberTried(proposalId: string, body: ProposalToSend | null): void {
  try {
    if (body) sessionStorage.setItem(triedKey(proposalId), JSON.stringify(body));
    else sessionStorage.removeItem(triedKey(proposalId));
  } catch {
    // Where the browser keeps nothing, the draft is gone with the page, too.
  }
}
