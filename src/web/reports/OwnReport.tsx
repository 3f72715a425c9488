import { makeStyles, tokens } from '@fluentui/react-components';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { useCallback, useState } from 'react';
import type { OwnReports } from '../../edges/http/contract/reports.ts';
import { dayInWords, monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { Choice } from './Choice.tsx';
import { CountedAt } from './CountedAt.tsx';
import { FigureLine } from './FigureLine.tsx';
import { TrendChart } from './TrendChart.tsx';

const useStyles = makeStyles({
  section: { marginBottom: '3rem' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.25rem 1.25rem' },
  name: { fontSize: '1.25rem', lineHeight: 1.6, fontWeight: 600 },
  due: { color: tokens.colorNeutralForeground2 },
  thanks: { lineHeight: 1.8, marginTop: '0.25rem' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  trend: { fontSize: '1.0625rem', fontWeight: 600, marginBottom: '0.75rem' },
});

/** The departments that a person leads: this month as one line of figures, and the trend of a year. */
export function OwnReport() {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<OwnReports>('/api/reports/departments/own'), [session]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  const { latest, reports, bandsBelow } = answer.value;
  if (!latest || reports.every((report) => report.months.length === 0)) {
    return (
      <Notice icon={<DataTrendingRegular />} title={t('reports.emptyTitle')} body={t('reports.emptyBody')} />
    );
  }
  return (
    <>
      {reports.map((report) => (
        <Department key={report.department.id} report={report} latest={latest} />
      ))}
      <CountedAt latest={latest} bandsBelow={bandsBelow} className={styles.due} />
    </>
  );
}

type DepartmentProps = { report: OwnReports['reports'][number]; latest: NonNullable<OwnReports['latest']> };

function Department({ report, latest }: DepartmentProps) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const [scope, setScope] = useState<'own' | 'below'>('own');
  const months = scope === 'below' && report.withBelow ? report.withBelow : report.months;
  const current = months.at(-1);
  if (!current) return null;
  const isHeld = report.discussion === 'wrapped_up';
  const title = t('reports.trendOf', { name: pick(report.department.name) });
  return (
    <section className={styles.section} aria-label={pick(report.department.name)}>
      <div className={styles.head}>
        <h2 className={styles.name}>{pick(report.department.name)}</h2>
        <p className={styles.due}>
          {t('home.month', { month: monthInWords(current.month, locale, true) })}
          {'　'}
          {latest.state === 'open' && t('time.due', { day: dayInWords(latest.dueOn, locale) })}
        </p>
        {report.withBelow && (
          <Choice
            label={t('reports.scope')}
            value={scope}
            options={[
              ['own', t('reports.scopeOwn')],
              ['below', t('reports.scopeBelow')],
            ]}
            onChange={setScope}
          />
        )}
      </div>
      {isHeld && <p className={styles.thanks}>{t('reports.thanksHeld')}</p>}
      {report.discussion && (
        <AppLink className={styles.link} to={addressOf(`/discuss/${latest.editionId}`)}>
          {t('discuss.toPage')}
        </AppLink>
      )}
      <FigureLine figures={current.figures} months={months} single={scope === 'own'} />
      <h3 className={styles.trend}>{t('reports.trend')}</h3>
      <TrendChart title={title} months={months} single={scope === 'own'} />
    </section>
  );
}
