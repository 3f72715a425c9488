import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Interval } from '../../edges/http/contract.ts';
import { closeMeter, drainMeter, emptyMeter, playedTo } from './playMeter.rules.ts';

/** The bar moves this often; the sound itself is looked at with every frame. */
const SHOW_EVERY_MS = 100;
/** A source that fails is fetched anew so many times in a row before the page says so. */
const MOST_RENEWALS = 2;

type Parts = {
  url: string;
  durationMs: number;
  startAtMs: number;
  /** A new address for the same sound (the signed one runs out), or null when there is none now. */
  renewUrl(): Promise<string | null>;
  /** Paused, ended or jumped: a good moment to report. */
  onRest(): void;
};

export type Sound = ReturnType<typeof useSound>;

/** The sound of a voice: its audio element, where it is, and what of it was really played. */
export function useSound(parts: Parts) {
  const audio = useRef<HTMLAudioElement>(null);
  const meter = useRef(emptyMeter);
  const latest = useRef(parts);
  latest.current = parts;
  const place = useRef(parts.startAtMs);
  const wanted = useRef(false);
  const renewals = useRef(0);
  const [playing, setPlaying] = useState(false);
  const [positionMs, setPositionMs] = useState(parts.startAtMs);
  const [rate, setRateState] = useState(1);
  const [failed, setFailed] = useState(false);

  const load = useCallback((url: string): void => {
    const element = audio.current;
    if (!element) return;
    element.src = url;
    element.load();
    if (wanted.current) void startPlaying(element);
  }, []);

  const renew = useCallback(async (): Promise<void> => {
    renewals.current += 1;
    const url = renewals.current > MOST_RENEWALS ? null : await latest.current.renewUrl();
    if (url === null) {
      wanted.current = false;
      setPlaying(false);
    }
    setFailed(url === null);
    if (url !== null) load(url);
  }, [load]);

  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    const events = new AbortController();
    const on = (name: string, act: () => void): void =>
      element.addEventListener(name, act, { signal: events.signal });
    let frame = 0;
    let shownAt = 0;

    function look(): void {
      if (!element || element.seeking || element.readyState < element.HAVE_METADATA) return;
      place.current = element.currentTime * 1000;
      if (!element.paused) meter.current = playedTo(meter.current, place.current);
    }
    function show(): void {
      setPositionMs(Math.min(Math.round(place.current), latest.current.durationMs));
    }
    function everyFrame(now: number): void {
      look();
      if (now - shownAt >= SHOW_EVERY_MS) {
        shownAt = now;
        show();
      }
      frame = requestAnimationFrame(everyFrame);
    }
    function rest(): void {
      cancelAnimationFrame(frame);
      if (element && !element.seeking && meter.current.open) {
        meter.current = playedTo(meter.current, element.currentTime * 1000);
      }
      meter.current = closeMeter(meter.current);
      look();
      show();
      latest.current.onRest();
    }

    on('loadedmetadata', () => {
      element.currentTime = place.current / 1000;
      setFailed(false);
    });
    on('play', () => {
      setPlaying(true);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(everyFrame);
    });
    on('playing', () => {
      renewals.current = 0;
    });
    on('timeupdate', look);
    on('seeking', () => {
      meter.current = closeMeter(meter.current);
    });
    on('seeked', () => {
      look();
      show();
    });
    // Fires at the end of the sound too.
    on('pause', () => {
      wanted.current = false;
      setPlaying(false);
      rest();
    });
    on('error', () => void renew());
    load(latest.current.url);

    return () => {
      events.abort();
      cancelAnimationFrame(frame);
      element.pause();
      element.removeAttribute('src');
      element.load();
    };
  }, [load, renew]);

  const seek = useCallback((toMs: number): void => {
    const element = audio.current;
    meter.current = closeMeter(meter.current);
    place.current = Math.min(Math.max(toMs, 0), latest.current.durationMs);
    setPositionMs(Math.round(place.current));
    // Before its metadata is there, the element would forget; it is told when they are.
    if (element && element.readyState >= element.HAVE_METADATA) element.currentTime = place.current / 1000;
  }, []);

  const pause = useCallback((): void => {
    wanted.current = false;
    audio.current?.pause();
  }, []);

  const toggle = useCallback((): void => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) {
      pause();
      return;
    }
    wanted.current = true;
    if (place.current >= latest.current.durationMs) seek(0);
    void startPlaying(element);
  }, [pause, seek]);

  return {
    audio: audio as RefObject<HTMLAudioElement>,
    playing,
    positionMs,
    rate,
    /** The sound cannot be had now; the words still can. */
    failed,
    toggle,
    pause,
    seek,
    setRate: useCallback((next: number): void => {
      if (audio.current) {
        audio.current.defaultPlaybackRate = next;
        audio.current.playbackRate = next;
        audio.current.preservesPitch = true;
      }
      setRateState(next);
    }, []),
    /** Asks for the sound again after it failed. */
    retry: useCallback((): void => {
      renewals.current = 0;
      void renew();
    }, [renew]),
    /** What was played since the last call. */
    takePlayed: useCallback((): Interval[] => {
      const drained = drainMeter(meter.current);
      meter.current = drained.meter;
      return drained.intervals;
    }, []),
    /** Where the sound is at this very moment, in milliseconds. */
    placeMs: useCallback((): number => place.current, []),
  };
}

async function startPlaying(element: HTMLAudioElement): Promise<void> {
  // A browser may refuse to start without a press, and a new source interrupts: the button still says so.
  await element.play().catch(() => undefined);
}
