import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ReferredEntry, ReferredList, ReferredPage } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { Loading } from '../../shell/Loading.tsx';
import { useAnswer } from '../../shell/useAnswer.ts';
import { HandedOver } from '../../themes/HandedOver.tsx';
import { HandOverTools } from '../../themes/HandOverTools.tsx';
import { PageTrouble } from '../../themes/PageTrouble.tsx';
import { AttachmentFile } from '../AttachmentFile.tsx';

const useStyles = makeStyles({
  part: { fontSize: '1.25rem', fontWeight: 600, margin: '1.5rem 0 0.75rem' },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 1rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.75rem',
    marginTop: '1rem',
    paddingTop: '1rem',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: 1.8,
    '& p': { whiteSpace: 'pre-line' },
  },
  title: { fontSize: '1.0625rem', fontWeight: 600 },
});

type Props = { referrals: readonly ReferredEntry[]; onChange(list: ReferredList): void };

/** Proposals that were handed over to the offices that the person reads for. */
export function ReferredProposals({ referrals, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  if (referrals.length === 0) return null;
  return (
    <section>
      <h2 className={styles.part}>{t('work.referred')}</h2>
      <ul className={styles.list}>
        {referrals.map((one) => (
          <HandedOver
            key={one.id}
            entry={one}
            readOf={(values) => t('work.readReferred', values)}
            isOpen={open === one.id}
            onToggle={() => setOpen(open === one.id ? null : one.id)}
          >
            <Referred id={one.id} isTaken={one.takenOn !== null} onChange={onChange} />
          </HandedOver>
        ))}
      </ul>
    </section>
  );
}

type ReferredProps = { id: string; isTaken: boolean; onChange(list: ReferredList): void };

/** Reads one; every reading is logged. */
function Referred({ id, isTaken, onChange }: ReferredProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const path = `/api/referrals/proposals/${id}`;
  const ask = useCallback(() => session.request<ReferredPage>(path), [session, path]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const page = answer.value;
  const from = page.proposer ? pick(page.proposer) : t('board.anonymous');

  return (
    <div className={styles.words}>
      <p className={styles.title} lang="ja">
        {page.title}
      </p>
      {[page.today, page.change, page.effect].filter(Boolean).map((words) => (
        <p key={words} lang="ja">
          {words}
        </p>
      ))}
      {page.attachments.length > 0 && (
        <ul aria-label={t('propose.files')}>
          {page.attachments.map((file) => (
            <li key={file.id}>
              <AttachmentFile file={file} />
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.facts} aria-label={t('insights.facts')}>
        <li>{page.number}</li>
        <li>{from}</li>
        {page.department && <li>{pick(page.department)}</li>}
      </ul>
      <HandOverTools path={path} page={page} isTaken={isTaken} onChange={onChange} />
    </div>
  );
}
