import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A text area that is as high as its words, also where the browser knows no `field-sizing`. */
export function useGrowingArea(words: string): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows from the words
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [words]);
  return area;
}
