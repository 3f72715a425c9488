import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { Figures, MonthFigures } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { Sparkline } from './Sparkline.tsx';
import { pointsOf, type SeriesName } from './trend.rules.ts';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(9.5rem, 1fr))',
    gap: '0.75rem',
    margin: '1rem 0 1.5rem',
  },
  figure: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '0.125rem',
    padding: '1rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
  },
  press: {
    width: '100%',
    height: '100%',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: '0.875rem', lineHeight: 1.6 },
  value: { fontSize: '1.5rem', lineHeight: 1.4, fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  more: { color: tokens.colorNeutralForeground2, fontSize: '0.875rem', lineHeight: 1.6 },
  open: { position: 'absolute', right: '0.75rem', top: '1rem', color: tokens.colorNeutralForeground3 },
});

/** What a figure opens. */
export type FigureName = 'planned' | 'delivered' | 'heard' | 'held' | 'insights' | 'suggested';

type Props = {
  figures: Figures;
  /** For the small lines; the newest is last. */
  months: readonly MonthFigures[];
  /** One department in one month: its discussion stands in words. */
  single: boolean;
  /** Figures of several months: people and departments are counted once for each. */
  isSum?: boolean;
  /** Opens the list behind a figure; without it figures only tell. */
  onOpen?: (name: FigureName) => void;
};

/** Planned → delivered → heard → discussed → noticed, as one line of figures with the trend of each. */
export function FigureLine({ figures, months, single, isSum = false, onOpen }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { number, percent, share, people, held, heldParts } = useFigureWords();
  const entries: {
    name: FigureName;
    title: string;
    value: string;
    more: string | null;
    trend?: SeriesName;
  }[] = [
    {
      name: 'planned',
      title: t('reports.target'),
      value: isSum
        ? t('reports.peopleInAll', { count: number(figures.target) })
        : t('reports.people', { count: number(figures.target) }),
      more: single ? null : t('reports.departments', { count: number(figures.departments) }),
    },
    {
      name: 'delivered',
      title: t('reports.delivered'),
      value: share(figures.delivered),
      more: people(figures.delivered, figures.target),
      trend: 'delivered',
    },
    {
      name: 'heard',
      title: t('reports.heard'),
      value: share(figures.heard),
      more: people(figures.heard, figures.target),
      trend: 'heard',
    },
    {
      name: 'held',
      title: t('reports.held'),
      value: single ? held(figures) : percent(figures.heldShare),
      more: single
        ? t('reports.participantsOf', { count: number(figures.participants) })
        : heldParts(figures),
      trend: 'held',
    },
    {
      name: 'insights',
      title: t('reports.insights'),
      value: t('reports.pieces', { count: number(figures.insights) }),
      more: null,
    },
    {
      name: 'suggested',
      title: t('reports.suggested'),
      value: t('reports.pieces', { count: number(figures.suggested) }),
      more: null,
    },
  ];
  return (
    <ol className={styles.line}>
      {entries.map(({ name, title, value, more, trend }) => {
        const content = (
          <>
            <span className={styles.name}>{title}</span>
            <span className={styles.value}>{value}</span>
            {more !== null && <span className={styles.more}>{more}</span>}
            {trend && !(single && trend === 'held') && <Sparkline points={pointsOf(months, trend)} />}
          </>
        );
        return onOpen ? (
          <li key={name}>
            <button
              type="button"
              className={mergeClasses(styles.figure, styles.press)}
              onClick={() => onOpen(name)}
            >
              {content}
              <span className={styles.open} aria-hidden="true">
                <ChevronRightRegular />
              </span>
            </button>
          </li>
        ) : (
          <li key={name} className={styles.figure}>
            {content}
          </li>
        );
      })}
    </ol>
  );
}
