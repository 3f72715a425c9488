import { useCallback, useState } from 'react';
import type { MessageDraft, ProposalForm, Receipt } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { dayInWords, quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { useAddress } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { PageTrouble } from '../themes/PageTrouble.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { emptyFields, type Place } from './proposal.rules.ts';
import { usePageStyles } from './proposals.styles.ts';
import { ReceiptLines } from './ReceiptLines.tsx';

/** Where the form begins: a voice with its second, or a message that the bot keeps for a moment. */
export function ProposePage() {
  const { t } = useWords();
  const { session } = useSession();
  const { query } = useAddress();
  const voiceId = query.get('voice');
  const draftId = query.get('draft');
  const ask = useCallback(async () => {
    const form = await session.request<ProposalForm>(
      `/api/proposals/form${voiceId ? `?voice=${encodeURIComponent(voiceId)}` : ''}`,
    );
    const message = draftId
      ? await session
          .request<MessageDraft>(`/api/proposals/drafts/${encodeURIComponent(draftId)}`)
          .catch(() => null)
      : null;
    return { form, message };
  }, [session, voiceId, draftId]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('propose.title'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const { form, message } = answer.value;
  const at = Number(query.get('at'));
  const place = {
    voiceId: form.voice?.id ?? null,
    atMs: query.has('at') && Number.isInteger(at) && at >= 0 ? at : null,
    isMessage: message !== null,
  };
  return (
    <Propose
      form={form}
      place={place}
      words={message?.words ?? ''}
      isGone={draftId !== null && message === null}
    />
  );
}

type Props = { form: ProposalForm; place: Place; words: string; isGone: boolean };

function Propose({ form, place, words, isGone }: Props) {
  const styles = usePageStyles();
  const shared = useDiscussStyles();
  const { t, locale } = useWords();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{receipt ? t('propose.received') : t('propose.title')}</h1>
      {receipt ? (
        <ReceiptLines receipt={receipt} onAnother={() => setReceipt(null)} />
      ) : (
        <>
          <p className={styles.lead}>{t('propose.lead', { day: dayInWords(form.answerDueOn, locale) })}</p>
          {isGone && (
            <p role="alert" className={shared.words}>
              {t('propose.gone')}
            </p>
          )}
          {form.voice && (
            <p className={styles.voice}>
              <span className={shared.quiet}>{t('propose.voice')}</span>
              <span lang="ja">{quoted(form.voice.quote)}</span>
            </p>
          )}
          <ProposeForm
            form={form}
            place={place}
            begin={{ ...emptyFields, change: words }}
            onSent={setReceipt}
          />
        </>
      )}
    </div>
  );
}
