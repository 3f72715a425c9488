import { answerQuestions } from '../../src/platform/worker.ts';

/** The worker of worker.test.ts. */
let questions = 0;

answerQuestions((word: string) => {
  if (word === 'break') throw new Error('broken');
  questions += 1;
  return questions;
});
