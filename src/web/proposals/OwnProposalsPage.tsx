import { makeStyles } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useCallback } from 'react';
import type { OwnProposals } from '../../edges/http/contract/proposals.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { PageTrouble } from '../themes/PageTrouble.tsx';
import { type ListedProposal, ProposalEntry } from './ProposalEntry.tsx';
import { useProposalStyles } from './proposals.styles.ts';

const useStyles = makeStyles({
  section: { marginTop: '2rem' },
  title: { fontSize: '1.125rem', lineHeight: 1.6, fontWeight: 600, marginBottom: '0.75rem' },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
});

/** 「わたしの提案」: what one sent (also anonymously), proposes with others, and supports, and what one's department is asked about. */
export function OwnProposalsPage() {
  const own = useProposalStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<OwnProposals>('/api/proposals/own'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.proposals'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const { sent, together, supported, requested } = answer.value;
  if (sent.length + together.length + supported.length + requested.length === 0) {
    return (
      <Notice icon={<LightbulbRegular />} title={t('proposals.noneTitle')} body={t('proposals.noneBody')}>
        <AppLink to={addressOf('/propose')}>{t('proposals.begin')}</AppLink>
      </Notice>
    );
  }
  return (
    <div className={own.page}>
      <h1 className={own.title}>{t('title.proposals')}</h1>
      <p>
        <AppLink className={own.link} to={addressOf('/propose')}>
          {t('proposals.begin')}
        </AppLink>
      </p>
      <Section title={t('proposals.requested')} proposals={requested} />
      <Section title={t('proposals.asked')} proposals={sent.filter(({ question }) => question)} />
      <Section title={t('proposals.sent')} proposals={sent.filter(({ question }) => !question)} />
      <Section title={t('proposals.together')} proposals={together} />
      <Section title={t('proposals.supportedOnes')} proposals={supported} />
    </div>
  );
}

function Section({ title, proposals }: { title: string; proposals: readonly ListedProposal[] }) {
  const styles = useStyles();
  if (proposals.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {proposals.map((proposal) => (
          <ProposalEntry key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
}
