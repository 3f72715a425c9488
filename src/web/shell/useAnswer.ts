import { useCallback, useEffect, useState } from 'react';

export type Answer<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/**
 * Asks once when the component appears (and when `ask` changes), and again on retry. An answer that comes
 * after the component has gone is let go.
 */
export function useAnswer<T>(ask: () => Promise<T>): { answer: Answer<T>; retry: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same thing again
  useEffect(() => {
    let gone = false;
    setAnswer({ state: 'loading' });
    ask().then(
      (value) => !gone && setAnswer({ state: 'ready', value }),
      (error: unknown) => !gone && setAnswer({ state: 'failed', error }),
    );
    return () => {
      gone = true;
    };
  }, [ask, attempt]);
  return { answer, retry: useCallback(() => setAttempt((n) => n + 1), []) };
}
