import { parentPort, workerData } from 'node:worker_threads';
import { loadDetect, type PrivacyLists } from './detect.ts';
import type { DetectorAnswer, DetectorQuestion } from './detector.ts';

/** The worker of openDetector: it alone holds the analyser and the lists. */
const detect = loadDetect(workerData as PrivacyLists);

parentPort?.on('message', ({ id, texts }: DetectorQuestion) => {
  parentPort?.postMessage({ id, detections: texts.map(detect) } satisfies DetectorAnswer);
});
