import { type RefObject, useCallback, useEffect, useState } from 'react';

/** The current sentence is brought here when it leaves the comfortable part; shares of the window. */
const COMFORT = { top: 0.12, bottom: 0.6, at: 0.33 };
const SCROLLING_KEYS = new Set(['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown']);

/**
 * Keeps the current sentence in sight while the sound plays, until the person scrolls by hand; `resume`
 * takes it up again.
 */
export function useFollow(
  transcript: RefObject<HTMLElement | null>,
  current: number,
  playing: boolean,
): { following: boolean; resume: () => void } {
  const [following, setFollowing] = useState(true);

  useEffect(() => {
    if (!playing) return;
    const letGo = (): void => setFollowing(false);
    const byKey = (event: KeyboardEvent): void => {
      if (SCROLLING_KEYS.has(event.key) && !isControl(event.target)) letGo();
    };
    const byScrollbar = (event: PointerEvent): void => {
      if (event.clientX >= document.documentElement.clientWidth) letGo();
    };
    window.addEventListener('wheel', letGo, { passive: true });
    window.addEventListener('touchmove', letGo, { passive: true });
    window.addEventListener('keydown', byKey);
    window.addEventListener('pointerdown', byScrollbar);
    return () => {
      window.removeEventListener('wheel', letGo);
      window.removeEventListener('touchmove', letGo);
      window.removeEventListener('keydown', byKey);
      window.removeEventListener('pointerdown', byScrollbar);
    };
  }, [playing]);

  useEffect(() => {
    if (!playing || !following) return;
    const sentence = transcript.current?.querySelector(`[data-sentence="${current}"]`);
    if (sentence) bringIntoSight(sentence);
  }, [transcript, current, playing, following]);

  const resume = useCallback(() => setFollowing(true), []);
  return { following, resume };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select') !== null;
}

function bringIntoSight(element: Element): void {
  const box = element.getBoundingClientRect();
  const height = window.innerHeight;
  if (box.top >= height * COMFORT.top && box.bottom <= height * COMFORT.bottom) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({
    top: window.scrollY + box.top - height * COMFORT.at,
    behavior: still ? 'auto' : 'smooth',
  });
}
