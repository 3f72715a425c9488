import { Button, mergeClasses } from '@fluentui/react-components';
import { PauseFilled } from '@fluentui/react-icons/svg/pause';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { SkipBack10Regular } from '@fluentui/react-icons/svg/skip-back';
import { SkipForward10Regular } from '@fluentui/react-icons/svg/skip-forward';
import type { Interval, VoicePage } from '../../edges/http/contract.ts';
import { clockTime, minutesAndSeconds, wholeSeconds } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import type { Command } from './keys.rules.ts';
import { usePlayerStyles } from './Player.styles.ts';
import { ProgressBar } from './ProgressBar.tsx';
import { SpeedSelect } from './SpeedSelect.tsx';
import type { Sound } from './useSound.ts';

/** Having gone on for so long from where one left off, nobody needs the offer to begin anew. */
const OFFER_RESTART_MS = 10_000;

type Props = {
  voice: VoicePage;
  sound: Sound;
  covered: readonly Interval[];
  resumedAtMs: number;
  /** Small and at the lower edge on every screen: the words lead. */
  docked: boolean;
  onSeek(ms: number): void;
  onCommand(command: Command): void;
};

/** Play, ten seconds back and forth, speed, and the bar with what was masked and what was heard. */
export function Player({ voice, sound, covered, resumedAtMs, docked, onSeek, onCommand }: Props) {
  const styles = usePlayerStyles();
  const { t } = useWords();
  const { positionMs, playing } = sound;
  const resumed = resumedAtMs > 0 && Math.abs(positionMs - resumedAtMs) < OFFER_RESTART_MS;

  return (
    <section
      aria-label={t('player.region')}
      className={mergeClasses(styles.player, docked ? styles.docked : styles.spread)}
    >
      {resumed && (
        <div className={styles.note}>
          <span>{t('player.resumed', { position: t('time.length', minutesAndSeconds(resumedAtMs)) })}</span>
          <Button appearance="transparent" className={styles.noteButton} onClick={() => onSeek(0)}>
            {t('player.restart')}
          </Button>
        </div>
      )}
      {sound.failed && (
        <div role="alert" className={styles.note}>
          <span>{t('player.soundFailed')}</span>
          <Button appearance="transparent" className={styles.noteButton} onClick={sound.retry}>
            {t('player.soundRetry')}
          </Button>
        </div>
      )}
      <div className={mergeClasses(styles.bar, docked && styles.barStrip)}>
        <span className={styles.time}>{clockTime(positionMs)}</span>
        <ProgressBar
          positionMs={positionMs}
          durationMs={voice.durationMs}
          bleeps={voice.bleeps}
          covered={covered}
          onSeek={onSeek}
        />
        <span className={mergeClasses(styles.time, styles.total)}>
          {clockTime(wholeSeconds(voice.durationMs))}
        </span>
      </div>
      <div className={mergeClasses(styles.controls, docked && styles.controlsStrip)}>
        <div className={mergeClasses(styles.speed, docked && styles.speedStrip)}>
          <SpeedSelect rate={sound.rate} onRate={sound.setRate} />
        </div>
        <div className={mergeClasses(styles.transport, docked && styles.transportStrip)}>
          <Button
            appearance="subtle"
            shape="circular"
            className={styles.skip}
            icon={<SkipBack10Regular />}
            aria-label={t('player.back')}
            onClick={() => onCommand('back')}
          />
          <Button
            appearance="primary"
            shape="circular"
            className={styles.play}
            icon={playing ? <PauseFilled /> : <PlayFilled />}
            aria-label={playing ? t('player.pause') : t('player.play')}
            onClick={sound.toggle}
          />
          <Button
            appearance="subtle"
            shape="circular"
            className={styles.skip}
            icon={<SkipForward10Regular />}
            aria-label={t('player.forward')}
            onClick={() => onCommand('forward')}
          />
        </div>
      </div>
    </section>
  );
}
