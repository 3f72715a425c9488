import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ReferralList, ReferralPage } from '../../edges/http/contract/themes.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { InsightWords } from './InsightItem.tsx';
import { buttonRow } from './layout.ts';
import { PageTrouble } from './PageTrouble.tsx';
import { ReferDialog } from './ReferDialog.tsx';
import { useAct } from './useAct.ts';

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
  actions: { ...buttonRow },
});

type Props = { id: string; isTaken: boolean; onChange(list: ReferralList): void };

/** Reads what was handed over; every reading is logged. */
export function Referral({ id, isTaken, onChange }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const { busy, trouble, send } = useAct();
  const [passingOn, setPassingOn] = useState(false);
  const ask = useCallback(() => session.request<ReferralPage>(`/api/referrals/${id}`), [session, id]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const page = answer.value;

  async function take(): Promise<void> {
    const list = await send<ReferralList>(`/api/referrals/${id}`, { act: 'take' });
    if (list) onChange(list);
  }

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
      {trouble && <p role="alert">{trouble}</p>}
      <div className={styles.actions}>
        {!isTaken && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void take()}>
            {t('referrals.take')}
          </Button>
        )}
        <Button onClick={() => setPassingOn(true)}>{t('referrals.passOn')}</Button>
      </div>
      {passingOn && (
        <ReferDialog
          path={`/api/referrals/${id}`}
          act="passOn"
          offices={page.offices.filter(({ key }) => key !== page.office.key)}
          onClose={() => setPassingOn(false)}
          onDone={(list) => {
            setPassingOn(false);
            if (list) onChange(list);
          }}
        />
      )}
    </div>
  );
}
