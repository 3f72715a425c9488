import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { ReferralList, ReferralPage } from '../../edges/http/contract/themes.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { HandOverTools } from './HandOverTools.tsx';
import { InsightWords } from './InsightItem.tsx';
import { PageTrouble } from './PageTrouble.tsx';

const useStyles = makeStyles({
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.75rem',
    marginTop: '1rem',
    paddingTop: '1rem',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  facts: { lineHeight: 1.7, fontSize: '0.875rem', color: tokens.colorNeutralForeground2 },
});

type Props = { id: string; isTaken: boolean; onChange(list: ReferralList): void };

/** Reads what was handed over; every reading is logged. */
export function Referral({ id, isTaken, onChange }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const path = `/api/referrals/${id}`;
  const ask = useCallback(() => session.request<ReferralPage>(path), [session, path]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const page = answer.value;

  return (
    <div className={styles.words}>
      <InsightWords insight={page} />
      <ul className={styles.facts} aria-label={t('insights.facts')}>
        <li>{page.department ? pick(page.department) : pick(page.departmentKind.label)}</li>
        {page.voice && (
          <li>
            {pick(page.voice.lineOfBusiness.label)}{' '}
            {page.voice.quote && <span lang="ja">{quoted(page.voice.quote)}</span>}
          </li>
        )}
      </ul>
      <HandOverTools path={path} page={page} isTaken={isTaken} onChange={onChange} />
    </div>
  );
}
