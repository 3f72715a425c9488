import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalAct, ProposalPage } from '../../edges/http/contract/proposals.ts';
import { Dialog } from '../discuss/Dialog.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { GrowingText } from '../discuss/GrowingText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { usePageStyles } from './proposals.styles.ts';

type Props = { page: ProposalPage; onChange(page: ProposalPage): void };

/** What one may do with a proposal: its proposer answers or withdraws, the others support it. */
export function OwnPart({ page, onChange }: Props) {
  const styles = usePageStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [words, setWords] = useState('');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { me } = page;

  async function act(body: ProposalAct): Promise<void> {
    setBusy(true);
    setTrouble(null);
    try {
      onChange(
        await session.request<ProposalPage>(`/api/proposals/${encodeURIComponent(page.id)}`, {
          method: 'POST',
          body,
        }),
      );
      setWords('');
    } catch (error) {
      setTrouble(error instanceof ApiError && error.status !== 0 ? error.message : t('propose.failed'));
    }
    setBusy(false);
  }

  const maySupport = !me.isProposer && !['withdrawn', 'merged', 'referred'].includes(page.state);
  if (me.question === null && !me.mayWithdraw && !maySupport) return null;
  return (
    <div className={styles.sheet}>
      {me.question !== null && (
        <>
          <h2 className={shared.title}>{t('own.answer')}</h2>
          <p className={shared.words} lang="ja">
            {me.question}
          </p>
          <GrowingText label={t('own.answerLabel')} value={words} onChange={setWords} />
          <div>
            <Button
              appearance="primary"
              className={shared.press}
              disabledFocusable={busy || words.trim() === ''}
              onClick={() => void act({ act: 'answer', words })}
            >
              {t('own.send')}
            </Button>
          </div>
        </>
      )}
      {me.mayWithdraw && (
        <div>
          <Button className={shared.press} onClick={() => setAsking(true)}>
            {t('own.withdraw')}
          </Button>
        </div>
      )}
      {asking && (
        <Dialog
          title={t('own.withdrawSure')}
          does={t('own.withdraw')}
          mayDo={!busy}
          onDo={() => void act({ act: 'withdraw' })}
          onClose={() => setAsking(false)}
        >
          <p lang="ja">{page.words.title}</p>
        </Dialog>
      )}
      {maySupport && me.supports && (
        <div className={shared.row}>
          <p className={shared.words}>{t('own.supported2')}</p>
          <Button className={shared.press} onClick={() => void act({ act: 'takeSupportBack' })}>
            {t('own.takeBack')}
          </Button>
        </div>
      )}
      {maySupport && !me.supports && (
        <>
          <GrowingText label={t('own.supportComment')} value={words} onChange={setWords} longest={400} />
          <div>
            <Button
              className={shared.press}
              disabledFocusable={busy}
              onClick={() => void act({ act: 'support', comment: words })}
            >
              {t('own.support')}
            </Button>
          </div>
        </>
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  );
}
