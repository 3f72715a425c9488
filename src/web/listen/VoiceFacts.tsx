import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { VoiceSummary } from '../../edges/http/contract.ts';
import { minutesAndSeconds, monthInWords, wholeSeconds } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';

/** Room of the stroke between two facts. */
const STROKE = '1.25rem';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    // Each stroke stands before its fact; those at the beginning of a line are cut off with this margin.
    marginLeft: `-${STROKE}`,
    clipPath: `inset(-0.25rem -0.25rem -0.25rem ${STROKE})`,
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
  kind: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
  fact: {
    position: 'relative',
    paddingLeft: STROKE,
    '::before': {
      content: '"/" / ""',
      position: 'absolute',
      left: 0,
      width: STROKE,
      textAlign: 'center',
      fontWeight: 400,
      color: tokens.colorNeutralStroke1,
    },
  },
});

type Props = { voice: Pick<VoiceSummary, 'kind' | 'lineOfBusiness' | 'receivedMonth' | 'durationMs'> };

/** Kind, line of business, month of receipt and length, in one quiet line. */
export function VoiceFacts({ voice }: Props) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { minutes, seconds } = minutesAndSeconds(wholeSeconds(voice.durationMs));
  return (
    <ul className={styles.facts} aria-label={t('voice.facts')}>
      <li className={mergeClasses(styles.fact, styles.kind)}>{pick(voice.kind.label)}</li>
      <li className={styles.fact}>{pick(voice.lineOfBusiness.label)}</li>
      <li className={styles.fact}>
        {t('time.received', { month: monthInWords(voice.receivedMonth, locale, true) })}
      </li>
      <li className={styles.fact}>
        {minutes === '0' ? t('time.seconds', { seconds }) : t('time.length', { minutes, seconds })}
      </li>
    </ul>
  );
}
