import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Interval } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { countingTimeMs } from './reading.rules.ts';

const useStyles = makeStyles({
  end: {
    marginTop: '2rem',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '0.75rem',
  },
  button: { minHeight: '48px' },
  counting: { lineHeight: 1.7, color: tokens.colorNeutralForeground2 },
});

type Props = { durationMs: number; counted: readonly Interval[]; onFinish: () => void };

/** 「最後まで読みました」: counts what is left; while the server is still counting, says for how long. */
export function ReadingEnd({ durationMs, counted, onFinish }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [finished, setFinished] = useState(false);
  const seconds = Math.max(1, Math.ceil(countingTimeMs(counted, durationMs) / 1000));

  function finish(): void {
    setFinished(true);
    onFinish();
  }
  return (
    <div className={styles.end}>
      {!finished && (
        <Button appearance="primary" size="large" className={styles.button} onClick={finish}>
          {t('reading.finish')}
        </Button>
      )}
      <p role="status" className={styles.counting}>
        {finished && t('reading.counting', { seconds })}
      </p>
    </div>
  );
}
