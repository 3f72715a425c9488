import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import type { VoicePage } from '../../edges/http/contract.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { HeardMark } from './HeardMark.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { VoiceFacts } from './VoiceFacts.tsx';

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.5rem',
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.25rem 1rem' },
  keys: {
    minHeight: '44px',
    fontWeight: 400,
    color: tokens.colorNeutralForeground2,
    // Where there is only a finger, there is no keyboard to explain.
    '@media (hover: none) and (pointer: coarse)': { display: 'none' },
  },
  quote: {
    fontSize: 'clamp(1.5rem, 1rem + 1.25vw, 2rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    letterSpacing: '0.01em',
    textWrap: 'pretty',
    color: tokens.colorNeutralForeground1,
    // The opening bracket hangs in the margin, so that the words themselves line up.
    textIndent: '-0.5em',
    paddingLeft: '0.5em',
  },
});

type Props = {
  voice: VoicePage;
  heard: boolean;
  mode: 'listen' | 'read';
  onMode(mode: 'listen' | 'read'): void;
  onKeys(): void;
};

/** The customer's own sentence, and in one quiet line what kind of voice it is. */
export function VoiceHeader({ voice, heard, mode, onMode, onKeys }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <header className={styles.header}>
      <div className={styles.tools}>
        <ModeSwitch mode={mode} onMode={onMode} />
        <Button appearance="subtle" className={styles.keys} icon={<KeyboardRegular />} onClick={onKeys}>
          {t('keys.open')}
        </Button>
      </div>
      <h1 className={styles.quote} lang="ja">
        {quoted(voice.quote)}
      </h1>
      <div className={styles.line}>
        <VoiceFacts voice={voice} />
        {heard && <HeardMark />}
      </div>
    </header>
  );
}
