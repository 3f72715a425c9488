import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { VoiceSummary } from '../../edges/http/contract.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { HeardMark } from '../listen/HeardMark.tsx';
import { VoiceFacts } from '../listen/VoiceFacts.tsx';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { wholeCard } from '../shell/wholeCard.ts';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: '0.75rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: '1rem 1.25rem',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  prominent: { padding: 'clamp(1.25rem, 4vw, 2rem)', gap: '1rem' },
  withdrawn: {
    color: tokens.colorNeutralForeground3,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  quote: {
    ...wholeCard,
    color: tokens.colorNeutralForeground1,
    fontSize: '1.0625rem',
    lineHeight: 1.7,
    textWrap: 'pretty',
  },
  large: { fontSize: 'clamp(1.25rem, 3.6vw, 1.625rem)', fontWeight: 600 },
  foot: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0.25rem 1.5rem' },
});

type Props = { voice: VoiceSummary; prominent: boolean };

/** One voice in a list: the customer's sentence leads to it. A withdrawn one says only that it is. */
export function VoiceCard({ voice, prominent }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  if (voice.withdrawn) {
    return <li className={mergeClasses(styles.card, styles.withdrawn)}>{t('home.withdrawn')}</li>;
  }
  return (
    <li className={mergeClasses(styles.card, prominent && styles.prominent)}>
      <AppLink
        className={mergeClasses(styles.quote, prominent && styles.large)}
        to={addressOf(`/listen/${voice.id}`)}
        appearance="subtle"
      >
        <span lang="ja">{quoted(voice.quote)}</span>
      </AppLink>
      <div className={styles.foot}>
        <VoiceFacts voice={voice} />
        {voice.heard && <HeardMark />}
      </div>
    </li>
  );
}
