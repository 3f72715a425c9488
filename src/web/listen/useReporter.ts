import { useCallback, useEffect, useRef, useState } from 'react';
import type { Interval, ListeningState, VoicePage } from '../../edges/http/contract.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { mergeIntervals } from './intervals.rules.ts';
import { createReporter, type Reporter } from './reporter.ts';

/** How often the page looks whether a report is due. */
const LOOK_EVERY_MS = 250;

type Parts = {
  voice: VoicePage;
  /** What was played since the last call, whether it still plays, and where this person is. */
  look(): { played: Interval[]; playing: boolean; positionMs: number };
  /** The voice is there no more (404, 410). */
  onLost(error: ApiError): void;
};

/** Reports listening while the page is open, and knows what counts so far. */
export function useReporter(parts: Parts) {
  const { session } = useSession();
  const { voice } = parts;
  const latest = useRef(parts);
  latest.current = parts;
  const reporter = useRef<Reporter | null>(null);
  const [counted, setCounted] = useState<Pick<ListeningState, 'heard' | 'coverage'>>(voice);
  const [pending, setPending] = useState<Interval[]>([]);
  const [offline, setOffline] = useState(false);

  const collect = useCallback((): { playing: boolean } => {
    const { played, playing, positionMs } = latest.current.look();
    reporter.current?.add(played, positionMs);
    return { playing };
  }, []);

  useEffect(() => {
    const created = createReporter({
      durationMs: voice.durationMs,
      now: () => performance.now(),
      post: (report) =>
        session.request<ListeningState>(`/api/voices/${voice.id}/listening`, {
          method: 'POST',
          body: report,
          keepalive: true,
        }),
      onState(state) {
        setOffline(false);
        setCounted(state);
        setPending(created.pending());
      },
      onFailure(error) {
        setPending(created.pending());
        if (!(error instanceof ApiError)) throw error;
        if (error.status === 404 || error.status === 410) latest.current.onLost(error);
        else if (error.status === 0 || error.status >= 500) setOffline(true);
      },
    });
    reporter.current = created;
    const flush = (): void => {
      collect();
      created.flush();
    };
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    const timer = setInterval(() => {
      const { playing } = collect();
      created.tick({ playing, visible: document.visibilityState === 'visible' });
    }, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
      flush();
      created.stop();
    };
  }, [session, voice.id, voice.durationMs, collect]);

  return {
    heard: counted.heard,
    /** What the server has counted. */
    counted: counted.coverage,
    /** What it has counted or will, once it was sent. */
    covered: mergeIntervals([...counted.coverage, ...pending]),
    offline,
    /** Takes what was read. */
    addRead: useCallback((intervals: Interval[], positionMs: number): void => {
      reporter.current?.add(intervals, positionMs);
      setPending(reporter.current?.pending() ?? []);
    }, []),
    flush: useCallback((): void => {
      collect();
      reporter.current?.flush();
    }, [collect]),
  };
}
