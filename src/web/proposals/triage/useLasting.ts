import { useState } from 'react';
import { useAnswer } from '../../shell/useAnswer.ts';

/** The same as `useAnswer`, but while the next answer is under way the last one stays in sight. */
export function useLasting<T>(ask: () => Promise<T>) {
  const { answer, retry } = useAnswer(ask);
  const [last, setLast] = useState<{ value: T } | null>(null);
  if (answer.state === 'ready' && last?.value !== answer.value) setLast({ value: answer.value });
  const value = answer.state === 'ready' ? answer.value : (last?.value ?? null);
  return {
    value,
    isOld: answer.state !== 'ready',
    error: answer.state === 'failed' ? answer.error : null,
    retry,
  };
}
