import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PauseFilled } from '@fluentui/react-icons/svg/pause';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { useEffect } from 'react';
import type { VoicePage } from '../../edges/http/contract.ts';
import { clockTime, wholeSeconds } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { ProgressBar } from '../listen/ProgressBar.tsx';
import { useReporter } from '../listen/useReporter.ts';
import { useSound } from '../listen/useSound.ts';
import { useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '0.75rem',
  },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

type Props = {
  voice: VoicePage;
  renewUrl(): Promise<string>;
  /** The voice is there no more. */
  onLost(): void;
};

/** A voice that plays in the middle of another page, from its beginning and at once. It counts as heard too. */
export function SoundLine({ voice, renewUrl, onLost }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const sound = useSound({
    url: voice.soundUrl,
    durationMs: voice.durationMs,
    startAtMs: 0,
    renewUrl: () => renewUrl().catch(() => null),
    onRest: () => reporter.flush(),
  });
  const { playing, positionMs, takePlayed, placeMs, toggle } = sound;
  const reporter = useReporter({
    voice,
    onLost,
    look: () => ({ played: takePlayed(), playing, positionMs: placeMs() }),
  });
  useEffect(() => toggle(), [toggle]);

  return (
    <div className={styles.line}>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript, one press away, is the caption */}
      <audio ref={sound.audio} preload="auto" />
      <Button
        appearance="primary"
        shape="circular"
        className={shared.press}
        icon={playing ? <PauseFilled /> : <PlayFilled />}
        aria-label={playing ? t('player.pause') : t('player.play')}
        onClick={toggle}
      />
      <ProgressBar
        positionMs={positionMs}
        durationMs={voice.durationMs}
        bleeps={voice.bleeps}
        covered={reporter.covered}
        onSeek={sound.seek}
      />
      <span className={styles.time}>
        {t('player.positionOf', {
          position: clockTime(positionMs),
          length: clockTime(wholeSeconds(voice.durationMs)),
        })}
      </span>
      {sound.failed && <p role="alert">{t('player.soundFailed')}</p>}
    </div>
  );
}
