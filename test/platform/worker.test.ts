import { expect, it, onTestFinished } from 'vitest';
import { openWorker } from '../../src/platform/worker.ts';

/** A worker that counts, and breaks at the word 'break'. */
function counting() {
  const worker = openWorker<string, number>(new URL('./countingWorker.ts', import.meta.url), 'counter');
  onTestFinished(worker.close);
  return worker;
}

it('a worker answers each question in order', async () => {
  const { ask, broken } = counting();
  expect(await Promise.all([ask('a'), ask('b'), ask('c')])).toEqual([1, 2, 3]);
  expect(broken()).toBe(0);
});

it('one that broke says so to all who wait, and another one takes its place with nothing in its memory', async () => {
  const { ask, broken } = counting();
  expect(await ask('a')).toBe(1);
  const answers = await Promise.allSettled([ask('break'), ask('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(broken()).toBe(1);
  expect(await ask('c')).toBe(1);
});

it('one that was closed answers nobody', async () => {
  const { ask, close } = counting();
  await ask('a');
  await close();
  await expect(ask('b')).rejects.toThrow('the counter has stopped');
});
