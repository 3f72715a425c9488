import { useState } from 'react';
import type { ProposalAct, ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import type { ProposalCheck, ProposalToSend, Receipt } from '../../edges/http/contract/proposals.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/apiError.ts';
import type { SessionKeeper } from '../session/session.ts';
import { useSession } from '../session/useSession.ts';
import { bodyOf, type ProposalDraft, wordsOf } from './draft.rules.ts';
import { type FoundPlace, placesOf } from './found.rules.ts';
import { rememberTried, triedBody } from './keptDraft.ts';

export type Sent = {
  receipt: Receipt;
  /** Names of files that did not arrive. */
  failed: string[];
};

export type Sending =
  | { status: 'writing'; trouble: string | null }
  | { status: 'busy' }
  /** Something looks like personal data: whoever writes decides. */
  | { status: 'asking'; places: FoundPlace[] }
  | { status: 'sent'; sent: Sent };

/** Sends a draft: looks for personal data first, asks about it, and then the proposal and its files are on their way. */
export function useSending(onSent: () => void) {
  const { t } = useWords();
  const { session } = useSession();
  const [sending, setSending] = useState<Sending>({ status: 'writing', trouble: null });
  async function tell(work: () => Promise<void>): Promise<void> {
    setSending({ status: 'busy' });
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const isOurs = error.status >= 400 && error.status < 500 && error.message !== '';
      setSending({ status: 'writing', trouble: isOurs ? error.message : t('propose.notSent') });
    }
  }

  async function post(draft: ProposalDraft, files: readonly File[], kept: readonly string[]): Promise<void> {
    const body = await settled(session, bodyOf(draft, kept));
    const before = triedBody(body.proposalId);
    rememberTried(body.proposalId, body);
    const receipt = await session.request<Receipt>('/api/proposals', { method: 'POST', body });
    if (before && !isSame(before, body)) await correct(session, body);
    rememberTried(body.proposalId, null);
    const failed = await attach(session, receipt.proposalId, files);
    onSent();
    setSending({ status: 'sent', sent: { receipt, failed } });
  }

  return {
    sending,
    /** Pressed: sent at once where nothing looks like personal data. */
    send: (draft: ProposalDraft, files: readonly File[]) =>
      tell(async () => {
        const { title, today, change, effect } = wordsOf(draft);
        const texts = [title, today, change, effect];
        const check = { method: 'POST', body: { texts } } as const;
        const { found } = await session.request<ProposalCheck>('/api/proposals/check', check);
        if (found.length > 0) setSending({ status: 'asking', places: placesOf(found, texts) });
        else await post(draft, files, []);
      }),
    /** Decided: these words stay. */
    confirm: (draft: ProposalDraft, files: readonly File[], kept: readonly string[]) =>
      tell(() => post(draft, files, kept)),
    back: () => setSending({ status: 'writing', trouble: null }),
  };
}

/**
 * What went out without an answer may have arrived. With a name it cannot become anonymous any more, nor the other way
 * round: it is taken back, and this one goes out by itself.
 */
async function settled(session: SessionKeeper, body: ProposalToSend): Promise<ProposalToSend> {
  const before = triedBody(body.proposalId);
  if (!before || before.anonymous === body.anonymous) return body;
  const act: ProposalAct = { act: 'withdraw' };
  const path = `/api/proposals/${before.proposalId}`;
  await session.request<ProposalPage>(path, { method: 'POST', body: act }).catch((error: unknown) => {
    // It had not arrived.
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
  });
  rememberTried(before.proposalId, null);
  return { ...body, proposalId: crypto.randomUUID() };
}

function isSame(one: ProposalToSend, other: ProposalToSend): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** It may be that what was written before has arrived: then it becomes what is written now. */
async function correct(
  session: SessionKeeper,
  { proposalId, words, facts, kept }: ProposalToSend,
): Promise<void> {
  const body: ProposalAct = { act: 'edit', words, facts, kept };
  await session.request<ProposalPage>(`/api/proposals/${proposalId}`, { method: 'POST', body });
}

/** Sends files one by one; what does not arrive is named, and hinders nothing. */
export async function attach(
  session: SessionKeeper,
  proposalId: string,
  files: readonly File[],
): Promise<string[]> {
  const failed: string[] = [];
  for (const file of files) {
    const path = `/api/proposals/${proposalId}/attachments/${crypto.randomUUID()}`;
    try {
      await session.request<ProposalPage>(path, { method: 'PUT', file });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failed.push(error.message === '' ? file.name : `${file.name}: ${error.message}`);
    }
  }
  return failed;
}
