import { makeStyles, tokens } from '@fluentui/react-components';
import type { MonthFigures } from '../../edges/http/contract/reports.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    padding: '0.75rem 0',
    color: tokens.colorBrandForegroundLink,
    fontWeight: 600,
  },
  scroll: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '0.5rem 0.75rem',
      textAlign: 'right',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: 400,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: 600 },
    '& th:first-child': { textAlign: 'left' },
  },
});

type Props = {
  title: string;
  months: readonly MonthFigures[];
  /** One department: how its discussions stood is said in words. */
  single: boolean;
};

/** The same as the chart, in figures, newest month first. */
export function TrendTable({ title, months, single }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { number, percent, share, people, held } = useFigureWords();
  return (
    <details>
      <summary className={styles.summary}>{t('reports.asTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <table className={styles.table}>
          <caption hidden>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.month')}</th>
              <th scope="col">{t('reports.target')}</th>
              <th scope="col">{t('reports.delivered')}</th>
              <th scope="col">{t('reports.heard')}</th>
              <th scope="col">{t('reports.held')}</th>
              <th scope="col">{t('reports.participants')}</th>
              <th scope="col">{t('reports.insights')}</th>
              <th scope="col">{t('reports.suggested')}</th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ month, figures }) => (
              <tr key={month}>
                <th scope="row">{monthInWords(month, locale, true)}</th>
                <td>{number(figures.target)}</td>
                <td title={people(figures.delivered, figures.target) ?? undefined}>
                  {share(figures.delivered)}
                </td>
                <td title={people(figures.heard, figures.target) ?? undefined}>{share(figures.heard)}</td>
                <td>{single ? held(figures) : percent(figures.heldShare)}</td>
                <td>{number(figures.participants)}</td>
                <td>{number(figures.insights)}</td>
                <td>{number(figures.suggested)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
