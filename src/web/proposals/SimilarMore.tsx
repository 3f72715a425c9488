import { makeStyles } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { ProposalWordsView } from './ProposalWordsView.tsx';
import { standingKeys } from './states.ts';

const useStyles = makeStyles({
  more: { display: 'flex', flexDirection: 'column', gap: '1rem' },
});

/** All of a similar proposal, in its place: what is being written stays where it is. */
export function SimilarMore({ proposalId }: { proposalId: string }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(
    () => session.request<ProposalPage>(`/api/proposals/${proposalId}`),
    [session, proposalId],
  );
  const { answer } = useAnswer(ask);
  if (answer.state === 'loading') return <p className={shared.quiet}>{t('app.loading')}</p>;
  if (answer.state === 'failed') return <p className={shared.quiet}>{t('trouble.title')}</p>;
  const page = answer.value;
  return (
    <div className={styles.more}>
      <p className={shared.words}>{t(standingKeys[page.state])}</p>
      <ProposalWordsView page={page} />
    </div>
  );
}
