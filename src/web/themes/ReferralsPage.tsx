import { makeStyles } from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { useCallback, useState } from 'react';
import type { ReferredEntry, ReferredList } from '../../edges/http/contract/proposalWork.ts';
import type { ReferralEntry, ReferralList } from '../../edges/http/contract/themes.ts';
import { useWords } from '../i18n/i18n.ts';
import { ReferredProposals } from '../proposals/triage/ReferredProposals.tsx';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { HandedOver } from './HandedOver.tsx';
import { leadText, pageTitle } from './layout.ts';
import { PageTrouble } from './PageTrouble.tsx';
import { Referral } from './Referral.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  title: pageTitle,
  lead: { ...leadText, marginBottom: '1.5rem' },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
});

/** What was handed over to the offices that the person reads for. Nothing of it is shown before it is opened. */
export function ReferralsPage() {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(async () => {
    const [insights, proposals] = await Promise.all([
      session.request<ReferralList>('/api/referrals'),
      session.request<ReferredList>('/api/referrals/proposals'),
    ]);
    return { insights: insights.referrals, proposals: proposals.referrals };
  }, [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('desk.referrals'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  return <Referrals first={answer.value} />;
}

type All = { insights: ReferralEntry[]; proposals: ReferredEntry[] };

function Referrals({ first }: { first: All }) {
  const styles = useStyles();
  const { t } = useWords();
  const [referrals, setReferrals] = useState(first.insights);
  const [proposals, setProposals] = useState(first.proposals);
  const [open, setOpen] = useState<string | null>(null);
  if (referrals.length === 0 && proposals.length === 0) {
    return (
      <Notice icon={<MailInboxRegular />} title={t('referrals.noneTitle')} body={t('referrals.noneBody')} />
    );
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('desk.referrals')}</h1>
      <p className={styles.lead}>{t('referrals.lead')}</p>
      <ul className={styles.list}>
        {referrals.map((referral) => (
          <HandedOver
            key={referral.id}
            entry={referral}
            readOf={(values) => t('referrals.readOf', values)}
            isOpen={open === referral.id}
            onToggle={() => setOpen(open === referral.id ? null : referral.id)}
          >
            <Referral
              id={referral.id}
              isTaken={referral.takenOn !== null}
              onChange={(list) => {
                setReferrals(list.referrals);
                if (!list.referrals.some(({ id }) => id === referral.id)) setOpen(null);
              }}
            />
          </HandedOver>
        ))}
      </ul>
      <ReferredProposals referrals={proposals} onChange={(list) => setProposals(list.referrals)} />
    </div>
  );
}
