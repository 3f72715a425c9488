import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { Desk } from '../../edges/http/contract/themes.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '1.5rem',
    marginBottom: '1.5rem',
    paddingBottom: '0.25rem',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
});

/** The pages of the quality department's work, for those who may open them. Nothing for everybody else. */
export function DeskLinks() {
  const styles = useStyles();
  const { t } = useWords();
  const { session, view } = useSession();
  const ask = useCallback(() => session.request<Desk>('/api/desk'), [session]);
  const { answer } = useAnswer(ask);
  // The voices are there all the same.
  if (answer.state !== 'ready') return null;
  const { insights, themes, referrals, board } = answer.value;
  const guides = 'person' in view && view.person.roles.includes('curator');
  if (!insights && !themes && !guides && !board && referrals === null) return null;
  return (
    <nav aria-label={t('desk.links')} className={styles.links}>
      {board && <AppLink to={addressOf('/board')}>{t('board.title')}</AppLink>}
      {insights && <AppLink to={addressOf('/insights')}>{t('desk.insights')}</AppLink>}
      {themes && <AppLink to={addressOf('/themes')}>{t('desk.themes')}</AppLink>}
      {guides && <AppLink to={addressOf('/guides')}>{t('guides.home')}</AppLink>}
      {referrals !== null && (
        <AppLink to={addressOf('/referrals')}>
          {referrals === 0 ? t('desk.referrals') : t('desk.referralsWaiting', { n: referrals })}
        </AppLink>
      )}
    </nav>
  );
}
