import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { Interval } from '../../edges/http/contract.ts';
import { minutesAndSeconds, wholeSeconds } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';

/** One press of an arrow key on the bar. */
const ARROW_MS = 1000;
const arrows: Readonly<Record<string, number>> = {
  ArrowLeft: -ARROW_MS,
  ArrowDown: -ARROW_MS,
  ArrowRight: ARROW_MS,
  ArrowUp: ARROW_MS,
};
const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  bar: { position: 'relative', height: '44px', display: 'flex', alignItems: 'center' },
  track: {
    position: 'relative',
    flexGrow: 1,
    height: '8px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke1,
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
  part: { position: 'absolute', top: 0, bottom: 0 },
  covered: { backgroundColor: tokens.colorBrandStroke2, [FORCED]: { backgroundColor: 'GrayText' } },
  played: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    [FORCED]: { backgroundColor: 'Highlight' },
  },
  bleep: {
    backgroundImage: `repeating-linear-gradient(-45deg, ${tokens.colorNeutralForeground2} 0 2px, ${tokens.colorNeutralBackground1} 2px 5px)`,
    [FORCED]: { backgroundImage: 'repeating-linear-gradient(-45deg, CanvasText 0 2px, Canvas 2px 5px)' },
  },
  thumb: {
    position: 'absolute',
    top: '50%',
    width: '18px',
    height: '18px',
    translate: '-50% -50%',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `3px solid ${tokens.colorNeutralBackground1}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
    boxShadow: tokens.shadow4,
    pointerEvents: 'none',
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'Highlight', border: '3px solid CanvasText' },
  },
  // The real slider lies invisibly over the drawn one: touch, keys and screen readers get what they know.
  slider: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
    ':focus-visible ~ span': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '3px',
      [FORCED]: { outlineColor: 'Highlight' },
    },
  },
});

type Props = {
  positionMs: number;
  durationMs: number;
  bleeps: readonly Interval[];
  covered: readonly Interval[];
  onSeek(ms: number): void;
};

/** The bar: where the sound is, what was heard (tinted), what is masked (hatched). A real slider. */
export function ProgressBar({ positionMs, durationMs, bleeps, covered, onSeek }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const share = (ms: number): string => `${(100 * ms) / durationMs}%`;
  const span = (part: Interval) => ({
    left: share(part.startMs),
    width: share(part.endMs - part.startMs),
  });
  const spoken = (ms: number): string => t('time.length', minutesAndSeconds(ms));

  function press(event: KeyboardEvent): void {
    const step = arrows[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onSeek(Math.min(Math.max(positionMs + step, 0), durationMs));
  }

  return (
    <div className={styles.bar}>
      <div className={styles.track}>
        {covered.map((part) => (
          <div key={part.startMs} className={mergeClasses(styles.part, styles.covered)} style={span(part)} />
        ))}
        <div
          className={mergeClasses(styles.part, styles.played)}
          style={{ left: 0, width: share(positionMs) }}
        />
        {bleeps.map((part) => (
          <div key={part.startMs} className={mergeClasses(styles.part, styles.bleep)} style={span(part)} />
        ))}
      </div>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={durationMs}
        step={1}
        value={positionMs}
        aria-label={t('player.position')}
        aria-valuetext={t('player.positionOf', {
          position: spoken(positionMs),
          length: spoken(wholeSeconds(durationMs)),
        })}
        onKeyDown={press}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
      />
      <span className={styles.thumb} style={{ left: share(positionMs) }} />
    </div>
  );
}
