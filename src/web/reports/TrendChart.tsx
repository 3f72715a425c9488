import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { MonthFigures } from '../../edges/http/contract/reports.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { TrendTable } from './TrendTable.tsx';
import {
  type Frame,
  labelStep,
  lineOf,
  type Point,
  pointsOf,
  type SeriesName,
  seriesNames,
  xOf,
  yOf,
} from './trend.rules.ts';
import { seriesKeys, useFigureWords } from './words.ts';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  chart: { margin: 0 },
  canvas: { display: 'block', width: '100%', height: '240px', overflow: 'visible' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1, [FORCED]: { stroke: 'GrayText' } },
  label: {
    fill: tokens.colorNeutralForeground2,
    fontSize: '0.75rem',
    [FORCED]: { fill: 'CanvasText' },
  },
  line: { fill: 'none', strokeWidth: 2.5, strokeLinejoin: 'round', strokeLinecap: 'round' },
  delivered: {
    stroke: tokens.colorNeutralForeground3,
    color: tokens.colorNeutralForeground3,
    [FORCED]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  heard: {
    stroke: tokens.colorBrandForeground1,
    color: tokens.colorBrandForeground1,
    [FORCED]: { stroke: 'LinkText', color: 'LinkText' },
  },
  held: {
    stroke: tokens.colorPaletteDarkOrangeForeground1,
    color: tokens.colorPaletteDarkOrangeForeground1,
    [FORCED]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  mark: { fill: tokens.colorNeutralBackground1, strokeWidth: 2, [FORCED]: { fill: 'Canvas' } },
  range: {
    strokeWidth: 2,
    fill: 'currentColor',
    fillOpacity: 0.2,
    [FORCED]: { fill: 'Canvas', fillOpacity: 1 },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 1.5rem',
    margin: '0.75rem 0 0.5rem',
    color: tokens.colorNeutralForeground2,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: '0.5rem' },
  },
  sample: { width: '44px', height: '16px', overflow: 'visible' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: '0.875rem', lineHeight: 1.7 },
});

/** Lines differ by their dashes and marks as well as by their colours. */
const dashes: Readonly<Record<SeriesName, string>> = { delivered: '2 5', heard: 'none', held: '9 5' };

type Props = {
  title: string;
  months: readonly MonthFigures[];
  /** One department: whether its discussions were held is no line, but said in words in the table. */
  single?: boolean;
};

/** Delivered, heard and held, month by month: as lines, as ranges where a month has bands, and as a table. */
export function TrendChart({ title, months, single = false }: Props) {
  const series = seriesNames.filter((name) => !(single && name === 'held'));
  const styles = useStyles();
  const { t, locale } = useWords();
  const { percent } = useFigureWords();
  const caption = useId();
  const [canvas, width] = useWidth();
  const frame: Frame = { width, height: 240, left: 44, right: 8, top: 12, bottom: 28 };
  const step = labelStep(months.length, frame, locale === 'ja' ? 46 : 62);
  const hasBands = months.some(({ figures }) => figures.heard.kind === 'band');
  const label = (month: string) =>
    month.endsWith('-01') || month === months[0]?.month
      ? t('reports.yearAndMonth', { year: month.slice(2, 4), month: shortMonth(month, locale) })
      : shortMonth(month, locale);

  return (
    <figure className={styles.chart} aria-labelledby={caption}>
      <figcaption id={caption} hidden>
        {title}
      </figcaption>
      <svg ref={canvas} className={styles.canvas} aria-hidden="true" focusable="false">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line
              className={styles.grid}
              x1={frame.left}
              x2={width - frame.right}
              y1={yOf(share, frame)}
              y2={yOf(share, frame)}
            />
            <text className={styles.label} x={frame.left - 8} y={yOf(share, frame) + 4} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {months.map(({ month }, index) =>
          (months.length - 1 - index) % step === 0 ? (
            <text
              key={month}
              className={styles.label}
              x={xOf(index, months.length, frame)}
              y={240 - 8}
              textAnchor="middle"
            >
              {label(month)}
            </text>
          ) : null,
        )}
        {series.map((name) => (
          <Series key={name} name={name} points={pointsOf(months, name)} frame={frame} />
        ))}
      </svg>
      <ul className={styles.legend} aria-hidden="true">
        {series.map((name) => (
          <li key={name}>
            <svg className={styles.sample} focusable="false" aria-hidden="true">
              <line
                className={mergeClasses(styles.line, styles[name])}
                strokeDasharray={dashes[name]}
                x1={2}
                x2={42}
                y1={8}
                y2={8}
              />
              <Mark name={name} x={22} y={8} />
            </svg>
            {t(seriesKeys[name])}
          </li>
        ))}
      </ul>
      {hasBands && <p className={styles.hint}>{t('reports.bandHint')}</p>}
      <TrendTable title={title} months={months} single={single} />
    </figure>
  );
}

function Series({ name, points, frame }: { name: SeriesName; points: readonly Point[]; frame: Frame }) {
  const styles = useStyles();
  const barWidth = Math.min(14, (frame.width - frame.left - frame.right) / points.length / 3);
  // Ranges of two series stand beside each other.
  const shift = name === 'delivered' ? -barWidth * 0.7 : barWidth * 0.7;
  return (
    <g>
      <path
        className={mergeClasses(styles.line, styles[name])}
        strokeDasharray={dashes[name]}
        d={lineOf(points, frame)}
      />
      {points.map(({ month, low, high }, index) => {
        if (low === null) return null;
        const x = xOf(index, points.length, frame);
        if (low === high && points.length > 24) return null;
        if (low === high) return <Mark key={month} name={name} x={x} y={yOf(low, frame)} />;
        return (
          <rect
            key={month}
            className={mergeClasses(styles.range, styles[name])}
            strokeDasharray={name === 'delivered' ? '2 3' : 'none'}
            x={x + shift - barWidth / 2}
            y={yOf(high, frame)}
            width={barWidth}
            height={yOf(low, frame) - yOf(high, frame)}
            rx={2}
          />
        );
      })}
    </g>
  );
}

/** A circle for heard, a square for held, a triangle for delivered. */
function Mark({ name, x, y }: { name: SeriesName; x: number; y: number }) {
  const styles = useStyles();
  const className = mergeClasses(styles[name], styles.mark);
  if (name === 'heard') return <circle className={className} cx={x} cy={y} r={4} />;
  if (name === 'held') return <rect className={className} x={x - 4} y={y - 4} width={8} height={8} />;
  return <path className={className} d={`M${x} ${y - 5}l5 8h-10z`} />;
}

function shortMonth(month: string, locale: 'ja' | 'en'): string {
  return locale === 'ja'
    ? monthInWords(month, locale, false)
    : new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
        Date.parse(`${month}-01T00:00:00Z`),
      );
}

/** The width that the page gives it. */
function useWidth() {
  const canvas = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [canvas, width] as const;
}
