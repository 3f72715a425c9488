import { makeStyles, tokens } from '@fluentui/react-components';
import type { VoicePage } from '../../edges/http/contract.ts';
import { HeardMark } from './HeardMark.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { VoiceFacts } from './VoiceFacts.tsx';

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.25rem 1rem' },
  quote: {
    fontSize: 'clamp(1.5rem, 1rem + 1.6vw, 2.125rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    letterSpacing: '0.01em',
    textWrap: 'pretty',
    overflowWrap: 'anywhere',
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
};

/** The customer's own sentence, and in one quiet line what kind of voice it is. */
export function VoiceHeader({ voice, heard, mode, onMode }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <ModeSwitch mode={mode} onMode={onMode} />
      <h1 className={styles.quote} lang="ja">
        「{voice.quote}」
      </h1>
      <div className={styles.line}>
        <VoiceFacts voice={voice} />
        {heard && <HeardMark />}
      </div>
    </header>
  );
}
