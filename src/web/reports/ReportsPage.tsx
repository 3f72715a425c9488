import { makeStyles } from '@fluentui/react-components';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { useCallback, useState } from 'react';
import type { ReportAccess } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Choice } from './Choice.tsx';
import { CompanyReport } from './CompanyReport.tsx';
import { OwnReport } from './OwnReport.tsx';

const useStyles = makeStyles({
  page: { paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.5rem 1.5rem',
    marginBottom: '1rem',
  },
  title: { fontSize: 'clamp(1.5rem, 4vw, 2rem)', lineHeight: 1.5, fontWeight: 600 },
});

/** 参加状況: the own department for leaders, all departments for the quality department. */
export function ReportsPage() {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<ReportAccess>('/api/reports/access'), [session]);
  const { answer, retry } = useAnswer(ask);
  const [chosen, setChosen] = useState<'company' | 'own' | null>(null);
  useTitle(t('title.reports'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  const { departments, company } = answer.value;
  if (departments === 0 && !company) {
    return (
      <Notice
        icon={<DataTrendingRegular />}
        title={t('reports.notYoursTitle')}
        body={t('reports.notYoursBody')}
      >
        <AppLink to={addressOf('/')}>{t('app.home')}</AppLink>
      </Notice>
    );
  }
  const view = chosen ?? (company ? 'company' : 'own');
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('title.reports')}</h1>
        {company && departments > 0 && (
          <Choice
            label={t('reports.view')}
            value={view}
            options={[
              ['company', t('reports.viewCompany')],
              ['own', t('reports.viewOwn')],
            ]}
            onChange={setChosen}
          />
        )}
      </div>
      {view === 'company' ? <CompanyReport /> : <OwnReport />}
    </div>
  );
}
