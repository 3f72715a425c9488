import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { VoicePage } from '../../edges/http/contract.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import type { ApiError } from '../session/api.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf, setQuery, useAddress } from '../shell/router.ts';
import { Announcements } from './Announcements.tsx';
import { subtractIntervals } from './intervals.rules.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { type Command, nextRate } from './keys.rules.ts';
import { SPREAD } from './layout.ts';
import { Player } from './Player.tsx';
import { ProposeFromHere } from './ProposeFromHere.tsx';
import { ReadingEnd } from './ReadingEnd.tsx';
import { readingSpans } from './reading.rules.ts';
import { HandledWell, NextVoices, Prompts } from './Sections.tsx';
import { Thanks } from './Thanks.tsx';
import { Transcript } from './Transcript.tsx';
import { askedPlace, sentenceAt } from './transcript.rules.ts';
import { useFollow } from './useFollow.ts';
import { useKeys } from './useKeys.ts';
import { useReading } from './useReading.ts';
import { useReporter } from './useReporter.ts';
import { useSound } from './useSound.ts';
import { VoiceHeader } from './VoiceHeader.tsx';

/** Fetched once somebody has heard the voice. */
const AfterHearing = lazy(async () => ({
  default: (await import('../discuss/AfterHearing.tsx')).AfterHearing,
}));

const STEP_MS = 10_000;
/** So close to the beginning or the end there is nothing to go on from. */
const RESUME_MARGIN_MS = 1500;

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', paddingTop: 'clamp(0.5rem, 2vh, 1.5rem)' },
  listen: {
    [SPREAD]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
      columnGap: 'clamp(2.5rem, 5vw, 5rem)',
      alignItems: 'start',
    },
  },
  read: { width: '100%', maxWidth: '46rem', margin: '0 auto' },
  // Docked, both halves dissolve into one column: header, transcript, thanks, the rest, and last the player.
  aside: { display: 'contents' },
  asideSpread: {
    [SPREAD]: { display: 'flex', flexDirection: 'column', gap: '1.75rem', position: 'sticky', top: '1.5rem' },
  },
  words: { display: 'contents' },
  wordsSpread: { [SPREAD]: { display: 'block' } },
  transcript: { order: 1 },
  after: { order: 2, marginTop: '2rem' },
  discussion: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  sections: { order: 3 },
});

type Props = {
  voice: VoicePage;
  active: boolean;
  renewSoundUrl(): Promise<string | null>;
  onLost(error: ApiError): void;
};

/** A voice that is there: its words, its sound, and what was heard of it. */
export function Listening({ voice, active, renewSoundUrl, onLost }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { query } = useAddress();
  const mode = query.get('mode') === 'read' ? 'read' : 'listen';
  const [askedMs] = useState(() => askedPlace(query.get('at'), voice.durationMs));
  const [resumedAtMs] = useState(() => (askedMs === null ? placeToResume(voice) : 0));
  const positionMs = useRef(askedMs ?? voice.positionMs);
  const transcript = useRef<HTMLElement>(null);
  const keysHelp = useRef<HTMLDialogElement>(null);

  const sound = useSound({
    url: voice.soundUrl,
    durationMs: voice.durationMs,
    startAtMs: askedMs ?? resumedAtMs,
    renewUrl: renewSoundUrl,
    onRest: () => reporter.flush(),
  });
  const { playing, placeMs, seek, takePlayed } = sound;
  const reporter = useReporter({
    voice,
    onLost,
    look() {
      const played = takePlayed();
      if (playing || played.length > 0) positionMs.current = placeMs();
      return { played, playing, positionMs: positionMs.current };
    },
  });
  const spans = useMemo(() => readingSpans(voice.sentences, voice.durationMs), [voice]);

  function addRead(intervals: { startMs: number; endMs: number }[], toMs: number): void {
    positionMs.current = toMs;
    reporter.addRead(intervals, toMs);
  }
  useReading({
    active: active && mode === 'read' && !playing,
    transcript,
    spans,
    covered: reporter.covered,
    onRead: addRead,
  });

  const current = sentenceAt(voice.sentences, sound.positionMs);
  const { following, resume } = useFollow(transcript, current, playing);

  const goTo = useCallback(
    (ms: number): void => {
      positionMs.current = ms;
      seek(ms);
    },
    [seek],
  );
  function changeMode(next: 'listen' | 'read'): void {
    // Whoever read up to here goes on listening from here.
    if (next === 'listen' && !playing && positionMs.current < voice.durationMs) seek(positionMs.current);
    setQuery('mode', next === 'read' ? 'read' : null);
  }
  function run(command: Command): void {
    if (command === 'toggle') sound.toggle();
    else if (command === 'back') goTo(placeMs() - STEP_MS);
    else if (command === 'forward') goTo(placeMs() + STEP_MS);
    else if (command === 'slower') sound.setRate(nextRate(sound.rate, -1));
    else if (command === 'faster') sound.setRate(nextRate(sound.rate, 1));
    else if (command === 'start') goTo(0);
    else if (command === 'end') goTo(voice.durationMs);
    else keysHelp.current?.showModal();
  }
  useKeys((command) => active && run(command));

  const { pause, retry, failed } = sound;
  useEffect(() => {
    if (!active) pause();
  }, [active, pause]);
  useEffect(() => {
    if (!failed) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [failed, retry]);

  const listen = mode === 'listen';
  return (
    <article
      className={mergeClasses(styles.page, listen ? styles.listen : styles.read)}
      aria-label={t('voice.region')}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it is the caption; players of sound show none */}
      <audio ref={sound.audio} preload="auto" />
      <div className={mergeClasses(styles.aside, listen && styles.asideSpread)}>
        <VoiceHeader
          voice={voice}
          heard={reporter.heard}
          mode={mode}
          onMode={changeMode}
          onKeys={() => run('keys')}
        />
        <Player
          voice={voice}
          sound={sound}
          covered={reporter.covered}
          resumedAtMs={resumedAtMs}
          docked={!listen}
          onSeek={goTo}
          onCommand={run}
        />
        <ProposeFromHere
          voiceId={voice.id}
          placeMs={() => (listen || playing ? placeMs() : positionMs.current)}
          spread={listen}
        />
        {reporter.heard && <Thanks edition={voice.edition} spread={listen} />}
      </div>
      <div className={mergeClasses(styles.words, listen && styles.wordsSpread)}>
        <div className={styles.transcript}>
          <Transcript
            ref={transcript}
            sentences={voice.sentences}
            attribution={voice.attribution}
            current={current}
            large={!listen}
            onJump={goTo}
            onFollow={playing && !following ? resume : null}
          />
          {!listen && !reporter.heard && (
            <ReadingEnd
              durationMs={voice.durationMs}
              counted={reporter.counted}
              onFinish={() => {
                const whole = [{ startMs: 0, endMs: voice.durationMs }];
                addRead(subtractIntervals(whole, reporter.counted), voice.durationMs);
                reporter.flush();
              }}
            />
          )}
        </div>
        {reporter.heard && (
          <div className={styles.after}>
            <Suspense fallback={null}>
              <AfterHearing voice={voice} placeMs={placeMs} />
            </Suspense>
          </div>
        )}
        <div className={styles.sections}>
          {voice.handledWell !== null && <HandledWell words={voice.handledWell} />}
          <Prompts prompts={voice.prompts} />
          <NextVoices others={voice.others} mode={mode} />
          {voice.edition.state === 'closed' && (
            <AppLink className={styles.discussion} to={addressOf(`/discuss/${voice.edition.id}`)}>
              {t('home.discussion', { month: monthInWords(voice.edition.month, locale, false) })}
            </AppLink>
          )}
        </div>
      </div>
      <KeysHelp ref={keysHelp} />
      <Announcements heard={reporter.heard} offline={reporter.offline} />
    </article>
  );
}

function placeToResume(voice: VoicePage): number {
  const { positionMs, durationMs, heard } = voice;
  if (heard || positionMs < RESUME_MARGIN_MS || positionMs > durationMs - RESUME_MARGIN_MS) return 0;
  return positionMs;
}
