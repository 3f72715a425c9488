import { makeStyles, Select } from '@fluentui/react-components';
import { useWords } from '../i18n/i18n.ts';
import { RATES } from './keys.rules.ts';
import { SPEED_WIDTH } from './layout.ts';

const useStyles = makeStyles({
  speed: { width: SPEED_WIDTH, maxWidth: '100%', '& select': { minHeight: '44px', paddingLeft: '0.625rem' } },
});

type Props = { rate: number; onRate(rate: number): void };

/** How fast the sound plays; the voice keeps its pitch. */
export function SpeedSelect({ rate, onRate }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Select
      className={styles.speed}
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
