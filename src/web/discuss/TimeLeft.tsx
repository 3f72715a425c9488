import { makeStyles, tokens } from '@fluentui/react-components';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { countdown, type TimeLeft as Left } from './time.rules.ts';

const useStyles = makeStyles({
  time: { fontSize: '1.25rem', fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  rests: { fontSize: '0.875rem', fontWeight: 400, color: tokens.colorNeutralForeground2 },
});

/** The shared timer, or the day until which the step runs. Nothing hurries anybody: at its end it only says so. */
export function TimeLeft({ left }: { left: Left }) {
  const styles = useStyles();
  const { t, locale } = useWords();
  if (left.kind === 'none') return null;
  if (left.kind === 'untilDay') {
    return <span>{t('discuss.strip.untilDay', { day: dayInWords(left.day, locale) })}</span>;
  }
  if (left.kind === 'running' && left.ms === 0) return <span>{t('discuss.strip.over')}</span>;
  return (
    <span role="timer" aria-label={t('discuss.strip.left', { time: countdown(left.ms) })}>
      <span className={styles.time}>{countdown(left.ms)}</span>
      {left.kind === 'resting' && <span className={styles.rests}> {t('discuss.strip.rests')}</span>}
    </span>
  );
}
