import { makeStyles, tokens } from '@fluentui/react-components';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { useCallback } from 'react';
import type { ReportAccess } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.5rem',
    minHeight: '44px',
    marginBottom: '2rem',
    color: tokens.colorBrandForegroundLink,
  },
});

/** Leads to the reports, for those who may see some. */
export function ReportsLink() {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<ReportAccess>('/api/reports/access'), [session]);
  const { answer } = useAnswer(ask);
  if (answer.state !== 'ready') return null;
  const { departments, company } = answer.value;
  if (departments === 0 && !company) return null;
  return (
    <AppLink className={styles.link} to={addressOf('/reports')}>
      <DataTrendingRegular aria-hidden="true" />
      {t('reports.link')}
    </AppLink>
  );
}
