import { useCallback, useState } from 'react';
import type {
  MessageDraft,
  ProposalForm,
  ProposalPlace,
  Receipt,
} from '../../edges/http/contract/proposals.ts';
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
import { emptyFields, placeOf } from './proposal.rules.ts';
import { usePageStyles } from './proposals.styles.ts';
import { ReceiptLines } from './ReceiptLines.tsx';

/** Where the form begins: a voice with its second, or a message that the bot keeps for a moment. */
export function ProposePage() {
  const { t } = useWords();
  const { session } = useSession();
  const { query } = useAddress();
  const draftId = query.get('draft');
  const asked = new URLSearchParams();
  for (const name of ['voice', 'at', 'suggestion']) {
    const value = query.get(name);
    if (value !== null) asked.set(name, value);
  }
  const search = asked.toString();
  const ask = useCallback(async () => {
    const form = await session.request<ProposalForm>(`/api/proposals/form${search ? `?${search}` : ''}`);
    const message = draftId
      ? await session
          .request<MessageDraft>(`/api/proposals/drafts/${encodeURIComponent(draftId)}`)
          .catch(() => null)
      : null;
    return { form, message };
  }, [session, search, draftId]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('propose.title'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const { form, message } = answer.value;
  return (
    <Propose
      form={form}
      place={placeOf(form, message !== null)}
      words={form.taken?.words ?? message?.words ?? ''}
      isGone={draftId !== null && message === null}
    />
  );
}

type Props = { form: ProposalForm; place: ProposalPlace; words: string; isGone: boolean };

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
