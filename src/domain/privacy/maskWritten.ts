import { translator } from '../../platform/i18n/i18n.ts';
import type { Detector } from './detector.ts';
import { type PersonalDataType, personalDataTypes } from './finding.ts';
import { type MaskLabels, type MaskType, maskTexts } from './mask.rules.ts';
import { writtenFindings } from './writtenFindings.ts';

interface Choice {
  /** The types to mask; undefined = all. */
  only?: readonly PersonalDataType[];
  /** Words that whoever wrote them looked at and keeps; what must go goes all the same. */
  kept?: readonly string[];
}

/**
 * Masks what staff write of customers before it is stored: nothing keeps the unmasked words. Names only where
 * the detector is sure; health stays, since it says what happened and not to whom.
 *
 * @param texts what belongs together
 * @returns the texts, in order, and the types that were masked
 */
export async function maskWritten(
  detector: Detector,
  texts: readonly string[],
  { only, kept = [] }: Choice = {},
): Promise<{ texts: string[]; types: PersonalDataType[] }> {
  const found = await writtenFindings(detector, texts);
  const detections = found.map((findings, index) => ({
    findings: findings.filter(({ type, start, end, mustGo }) => {
      if (only !== undefined && !only.includes(type)) return false;
      return mustGo || !kept.includes((texts[index] ?? '').slice(start, end));
    }),
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
