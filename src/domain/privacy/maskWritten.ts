import { translator } from '../../platform/i18n/i18n.ts';
import type { Detector } from './detector.ts';
import { type PersonalDataType, personalDataTypes } from './finding.ts';
import { type MaskLabels, type MaskType, maskTexts } from './mask.rules.ts';

/** Below this a name is a guess: what staff write would be full of holes. */
const sureEnough = 0.6;

/**
 * Masks what staff write of customers before it is stored: nothing keeps the unmasked words. Names only where
 * the detector is sure; health stays, since it says what happened and not to whom.
 *
 * @param texts what belongs together
 * @param only the types to mask; undefined = all
 * @returns the texts, in order, and the types that were masked
 */
export async function maskWritten(
  detector: Detector,
  texts: readonly string[],
  only?: readonly PersonalDataType[],
): Promise<{ texts: string[]; types: PersonalDataType[] }> {
  if (texts.every((text) => text === '')) return { texts: [...texts], types: [] };
  const detections = (await detector.detect(texts)).map(({ findings }) => ({
    findings: findings.filter(
      ({ type, confidence }) =>
        (type !== 'name' || confidence >= sureEnough) && (only === undefined || only.includes(type)),
    ),
    health: [],
  }));
  return {
    texts: maskTexts(texts, detections, maskLabels()).map(({ text }) => text),
    types: [...new Set(detections.flatMap(({ findings }) => findings.map(({ type }) => type)))],
  };
}

/** Masks are Japanese wherever they stand: transcripts, insights, exports. */
function maskLabels(): MaskLabels {
  const t = translator('ja');
  const types: readonly MaskType[] = [...personalDataTypes, 'health'];
  return Object.fromEntries(types.map((type) => [type, t(`privacy.mask.${type}`)])) as MaskLabels;
}
