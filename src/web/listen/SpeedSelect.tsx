import { makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { useWords } from '../i18n/i18n.ts';
import { RATES } from './keys.rules.ts';

const useStyles = makeStyles({
  speed: { width: '6.25rem', maxWidth: '100%', '& select': { minHeight: '44px', paddingLeft: '0.625rem' } },
});

type Props = { className: string; rate: number; onRate(rate: number): void };

/** How fast the sound plays; the voice keeps its pitch. */
export function SpeedSelect({ className, rate, onRate }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Select
      className={mergeClasses(styles.speed, className)}
      appearance="filled-lighter"
      aria-label={t('player.speed')}
      value={rate}
      onChange={(_, data) => onRate(Number(data.value))}
    >
      {RATES.map((choice) => (
        <option key={choice} value={choice}>
          {t('player.rate', { rate: choice })}
        </option>
      ))}
    </Select>
  );
}
