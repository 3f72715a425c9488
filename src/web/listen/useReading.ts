import { type RefObject, useEffect, useRef } from 'react';
import type { Interval } from '../../edges/http/contract.ts';
import { type ReadingPace, readFor } from './reading.rules.ts';

/** How often the reader's time is counted. */
const LOOK_EVERY_MS = 250;
/** A page that slept does not count its sleep as reading. */
const LONGEST_LOOK_MS = 1000;

type Parts = {
  /** Reading counts only in words-first mode and while nothing is playing. */
  active: boolean;
  transcript: RefObject<HTMLElement | null>;
  spans: readonly Interval[];
  covered: readonly Interval[];
  onRead(intervals: Interval[], positionMs: number): void;
};

/** Counts sentences as read while they stand before the reader's eyes, in order and at their pace. */
export function useReading(parts: Parts): void {
  const latest = useRef(parts);
  latest.current = parts;
  const { active, transcript } = parts;

  useEffect(() => {
    if (!active || !transcript.current) return;
    const visible = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const place = Number((entry.target as HTMLElement).dataset.sentence);
          if (entry.isIntersecting) visible.add(place);
          else visible.delete(place);
        }
      },
      // The docked player covers the lowest part of the window.
      { threshold: 0.75, rootMargin: '0px 0px -88px 0px' },
    );
    for (const sentence of transcript.current.querySelectorAll('[data-sentence]')) observer.observe(sentence);

    let pace: ReadingPace = [];
    let lookedAt = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const elapsed = Math.min(now - lookedAt, LONGEST_LOOK_MS);
      lookedAt = now;
      if (document.visibilityState !== 'visible') return;
      const { spans, covered, onRead } = latest.current;
      const step = readFor(pace, elapsed, spans, [...visible], covered);
      pace = step.pace;
      const intervals = step.read.flatMap((place) => spans[place] ?? []);
      const last = intervals.at(-1);
      if (last) onRead(intervals, last.endMs);
    }, LOOK_EVERY_MS);
    return () => {
      observer.disconnect();
      clearInterval(timer);
    };
  }, [active, transcript]);
}
