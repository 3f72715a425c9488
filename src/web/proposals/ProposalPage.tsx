import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ProposalPage as Page } from '../../edges/http/contract/proposalPage.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { goTo } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { PageTrouble } from '../themes/PageTrouble.tsx';
import { useProposalStyles, WIDE } from './proposals.styles.ts';
import { Story } from './Story.tsx';
import { AnswerRequest } from './triage/AnswerRequest.tsx';
import { boardAddress } from './triage/lastBoard.ts';
import { ThanksByName } from './triage/ThanksByName.tsx';
import { WorkPanel } from './triage/WorkPanel.tsx';

const useStyles = makeStyles({
  page: { paddingTop: 'clamp(0.75rem, 3vh, 2rem)' },
  story: { display: 'flex', flexDirection: 'column', gap: '1rem', minWidth: 0 },
  alone: { maxWidth: '52rem', margin: '0 auto' },
  beside: {
    display: 'grid',
    gap: '1.5rem',
    [WIDE]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 26rem)', alignItems: 'start' },
  },
});

/** A proposal: its story, and beside it what the quality department does with it. */
export function ProposalPage({ proposalId }: { proposalId: string }) {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(
    () => session.request<Page>(`/api/proposals/${encodeURIComponent(proposalId)}`),
    [session, proposalId],
  );
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.proposal'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  return <Shown first={answer.value} />;
}

function Shown({ first }: { first: Page }) {
  const styles = useStyles();
  const own = useProposalStyles();
  const { t } = useWords();
  const [page, setPage] = useState(first);
  return (
    <article
      className={mergeClasses(styles.page, page.work ? styles.beside : styles.alone)}
      aria-label={t('title.proposal')}
    >
      <div className={styles.story}>
        {page.work && (
          <AppLink className={own.link} to={boardAddress()}>
            {t('board.back')}
          </AppLink>
        )}
        <AnswerRequest page={page} onChange={setPage} />
        <ThanksByName page={page} onChange={setPage} />
        <Story page={page} onChange={setPage} />
      </div>
      {page.work && <WorkPanel page={page} onChange={setPage} onGone={() => goTo(boardAddress())} />}
    </article>
  );
}
