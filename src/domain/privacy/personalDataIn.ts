import type { Detector } from './detector.ts';
import type { PersonalDataType } from './finding.ts';

/** What curators write cannot be answered for like an excerpt: below this a word is more likely a word than a name. */
const sureEnough = 0.6;

/**
 * Which types of personal data texts hold that everybody will read: prompts, guides. Their door refuses them.
 *
 * @returns each type once, none where the texts are clean
 */
export async function personalDataIn(
  detector: Detector,
  texts: readonly string[],
): Promise<PersonalDataType[]> {
  const detections = await detector.detect(texts);
  const sure = detections.flatMap(({ findings }) =>
    findings.filter(({ confidence }) => confidence >= sureEnough),
  );
  return [...new Set(sure.map(({ type }) => type))];
}
