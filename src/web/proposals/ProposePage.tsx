import { useCallback, useState } from 'react';
import type { MessageDraft, ProposalForm } from '../../edges/http/contract/proposals.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/apiError.ts';
import type { SessionKeeper } from '../session/session.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { takeText } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { beginningOf } from './beginning.rules.ts';
import { newDraft } from './draft.rules.ts';
import { WriteProposal } from './WriteProposal.tsx';

type Props = { query: URLSearchParams };

/** Where a proposal is written: from a voice, from what a workplace suggested, from a message, or from nothing. */
export function ProposePage({ query }: Props) {
  const { t } = useWords();
  const { session, view } = useSession();
  const [text] = useState(() => takeText() ?? '');
  const asked = query.toString();
  const ask = useCallback(() => openForm(session, new URLSearchParams(asked)), [session, asked]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.propose'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  const { form, message, lost } = answer.value;
  const personId = 'person' in view ? view.person.id : '';
  return (
    <WriteProposal
      form={form}
      lost={lost}
      personId={personId}
      beginning={beginningOf(query)}
      begin={() =>
        newDraft(crypto.randomUUID(), form, {
          words: message || text,
          source: message ? 'message' : 'page',
        })
      }
      isBrought={text !== ''}
    />
  );
}

type Opened = {
  form: ProposalForm;
  /** Of the message that it begins with. */
  message: string;
  /** Why it begins with less than was asked for; '': nothing is missing. */
  lost: string;
};

/** What is gone in the meantime hinders no proposal: the form is there without it, and says so. */
async function openForm(session: SessionKeeper, query: URLSearchParams): Promise<Opened> {
  const wanted = new URLSearchParams();
  for (const name of ['voice', 'at', 'suggestion']) {
    const value = query.get(name);
    if (value !== null) wanted.set(name, value);
  }
  const open = (search: URLSearchParams) => session.request<ProposalForm>(`/api/proposals/form?${search}`);
  const form = await orLost(open(wanted), () => open(new URLSearchParams()));
  const draftId = query.get('draft');
  if (draftId === null) return { form: form.value, message: '', lost: form.lost };
  const path = `/api/proposals/drafts/${encodeURIComponent(draftId)}`;
  const draft = await orLost(session.request<MessageDraft>(path), async () => ({ words: '' }));
  return { form: form.value, message: draft.value.words, lost: form.lost || draft.lost };
}

async function orLost<T>(asked: Promise<T>, instead: () => Promise<T>): Promise<{ value: T; lost: string }> {
  try {
    return { value: await asked, lost: '' };
  } catch (error) {
    const isGone = error instanceof ApiError && [400, 403, 404].includes(error.status);
    if (!isGone) throw error;
    return { value: await instead(), lost: error.message };
  }
}
