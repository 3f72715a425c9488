import { makeStyles, tokens } from '@fluentui/react-components';
import { type Frame, lineOf, type Point, xOf, yOf } from './trend.rules.ts';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  canvas: { display: 'block', width: '96px', height: '24px', marginTop: '0.375rem' },
  line: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: 1.5,
    [FORCED]: { stroke: 'CanvasText' },
  },
  end: { fill: tokens.colorNeutralForeground1, [FORCED]: { fill: 'CanvasText' } },
});

const frame: Frame = { width: 96, height: 24, left: -3, right: 0, top: 3, bottom: 3 };

/** How a figure went over the months, in one stroke; the chart below says it in full. Not for bands. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  const styles = useStyles();
  const last = points.at(-1);
  const hasLine = points.filter((one) => one.low !== null && one.low === one.high).length > 1;
  if (!hasLine || last?.low === null || last === undefined || last.low !== last.high) return null;
  return (
    <svg className={styles.canvas} aria-hidden="true" focusable="false">
      <path className={styles.line} d={lineOf(points, frame)} />
      <circle
        className={styles.end}
        cx={xOf(points.length - 1, points.length, frame)}
        cy={yOf(last.low, frame)}
        r={3}
      />
    </svg>
  );
}
