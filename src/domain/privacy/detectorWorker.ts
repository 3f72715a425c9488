import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../../platform/worker.ts';
import { type Detection, loadDetect, type PrivacyLists } from './detect.ts';

/** The worker of openDetector: it alone holds the analyser and the lists. */
const detect = loadDetect(workerData as PrivacyLists);

answerQuestions((texts: readonly string[]): Detection[] => texts.map(detect));
