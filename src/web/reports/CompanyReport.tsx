import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { useCallback, useRef, useState } from 'react';
import type { ReportMonths, Trend } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { CountedAt } from './CountedAt.tsx';
import { DepartmentTable } from './DepartmentTable.tsx';
import { FigureLine, type FigureName } from './FigureLine.tsx';
import { Files } from './Files.tsx';
import { Filters } from './Filters.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';
import { firstMonth, firstQuestion, type Question } from './question.rules.ts';
import { TrendChart } from './TrendChart.tsx';

const useStyles = makeStyles({
  place: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 0.75rem', marginTop: '1rem' },
  name: { fontSize: '1.25rem', lineHeight: 1.6, fontWeight: 600, outline: 'none' },
  back: { minHeight: '44px' },
  title: { fontSize: '1.0625rem', fontWeight: 600, margin: '0 0 0.75rem' },
  table: { marginTop: '2.5rem' },
  tableHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.5rem 1rem',
  },
  tableTitle: { fontSize: '1.25rem', lineHeight: 1.6, fontWeight: 600, outline: 'none' },
  note: { color: tokens.colorNeutralForeground2, lineHeight: 1.7, margin: '1.5rem 0' },
});

/** All departments: the line of figures with its trend, and the table of departments below. */
export function CompanyReport() {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<ReportMonths>('/api/reports/months'), [session]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  const [latest] = answer.value.months;
  if (!latest) {
    return (
      <Notice icon={<DataTrendingRegular />} title={t('reports.emptyTitle')} body={t('reports.emptyBody')} />
    );
  }
  return <Company known={answer.value} first={firstQuestion(latest)} />;
}

/** What each figure of the line asks the table. */
const opened: Readonly<Record<FigureName, Partial<Question>>> = {
  planned: { view: 'tree', only: null, sort: 'code', order: 'asc' },
  delivered: { view: 'list', only: null, sort: 'delivered', order: 'asc' },
  heard: { view: 'list', only: null, sort: 'heard', order: 'asc' },
  held: { view: 'list', only: 'notYet', sort: 'code', order: 'asc' },
  insights: { view: 'list', only: null, sort: 'insights', order: 'desc' },
  suggested: { view: 'list', only: 'suggested', sort: 'suggested', order: 'desc' },
};

function Company({ known, first }: { known: ReportMonths; first: Question }) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [question, setQuestion] = useState(first);
  const heading = useRef<HTMLHeadingElement>(null);
  const change = useCallback((part: Partial<Question>) => setQuestion((now) => ({ ...now, ...part })), []);
  const place = useRef<HTMLHeadingElement>(null);
  const month = known.months.find((one) => one.month === question.to);

  /** Another department: the eye and the keyboard go to its figures. */
  function look(part: Partial<Question>): void {
    change(part);
    if (part.under === undefined) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'center' });
  }

  function open(name: FigureName): void {
    change({ kind: null, search: '', ...opened[name] });
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <>
      <PeriodChoice known={known} question={question} onChange={change} />
      <div className={styles.place}>
        <h2 ref={place} tabIndex={-1} className={styles.name}>
          {question.under ? pick(question.under.name) : t('reports.company')}
        </h2>
        {question.under && (
          <Button appearance="subtle" className={styles.back} onClick={() => look({ under: null })}>
            {t('reports.toCompany')}
          </Button>
        )}
      </div>
      <Course question={question} onOpen={open} />
      <section className={styles.table} aria-label={t('reports.tableTitle')}>
        <div className={styles.tableHead}>
          <h2 ref={heading} tabIndex={-1} className={styles.tableTitle}>
            {t('reports.tableTitle')}
          </h2>
          <Files question={question} />
        </div>
        <Filters known={known} question={question} onChange={change} />
        <DepartmentTable question={question} onChange={look} />
      </section>
      {month && <CountedAt latest={month} bandsBelow={known.bandsBelow} className={styles.note} />}
    </>
  );
}

type CourseProps = { question: Question; onOpen(name: FigureName): void };

/** The line of figures of the months that were asked for, and the trend of at least a year. */
function Course({ question, onOpen }: CourseProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const { to, span, under } = question;
  const underId = under?.id ?? null;
  const ask = useCallback(async () => {
    const months = (count: number) => {
      const query = new URLSearchParams({ from: firstMonth(to, count), to });
      if (underId) query.set('department', underId);
      return session.request<Trend>(`/api/reports/trend?${query}`);
    };
    const [trend, sum] = await Promise.all([months(Math.max(12, span)), months(span)]);
    return { months: trend.months, total: sum.total };
  }, [session, to, span, underId]);
  const { answer, retry } = useAnswer(ask);
  // What was there stays until the next is: nothing jumps under the hand.
  const kept = useRef<Awaited<ReturnType<typeof ask>> | null>(null);
  if (answer.state === 'ready') kept.current = answer.value;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  if (!kept.current) return <Loading words={t('app.loading')} />;
  const { months, total } = kept.current;
  if (!total) return <p className={styles.note}>{t('reports.noFigures')}</p>;
  const name = under ? pick(under.name) : t('reports.company');
  return (
    <div aria-busy={answer.state === 'loading'}>
      <FigureLine figures={total} months={months} single={false} isSum={span > 1} onOpen={onOpen} />
      <h3 className={styles.title}>{t('reports.trend')}</h3>
      <TrendChart title={t('reports.trendOf', { name })} months={months} />
    </div>
  );
}
