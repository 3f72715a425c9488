import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import type { Detection, MaskType } from '../privacy/index.ts';
import type { Accepted, Sentence, VoiceMetadata } from './voices.rules.ts';

/** A place of an excerpt that nobody has answered for. It names the place, never the words. */
export interface UnansweredFinding {
  type: MaskType;
  /** When the sentence begins, ms; null in `handledWell` of voice.json. */
  atMs: number | null;
  /** First and last character in the sentence, counted from 1. */
  from: number;
  to: number;
  /** Key below `privacy.reason`. */
  reason: string;
}

/** voice.personalData: an excerpt that still holds what may be personal data. */
export class PersonalDataFound extends AppError {
  readonly findings: readonly UnansweredFinding[];

  constructor(findings: readonly UnansweredFinding[]) {
    super('voice.personalData', { count: findings.length });
    this.findings = findings;
  }
}

/**
 * Reads an excerpt's words with the detector. What may be personal data, or an injury, must have been masked or
 * answered in `accepted`; graver things about somebody's health hold the voice until its approver overrides.
 *
 * @returns whether the voice is held
 * @throws PersonalDataFound, voice.badMetadata (words answered for that nobody says)
 */
export async function reviewExcerpt(
  ctx: Ctx,
  metadata: VoiceMetadata,
  sentences: readonly Sentence[],
): Promise<boolean> {
  const texts = [...sentences.map((sentence) => sentence.text), metadata.handledWell ?? ''];
  const detections = await ctx.detector.detect(texts);
  const accepted = metadata.accepted ?? [];
  const unused = accepted.findIndex((one) => !texts.some((text) => text.includes(one.text)));
  if (unused >= 0) throw new AppError('voice.badMetadata', { where: `accepted.${unused}.text` });
  const findings = texts.flatMap((text, index) =>
    unanswered(text, detections[index], accepted).map((place) => ({
      type: place.type,
      atMs: sentences[index]?.startMs ?? null,
      from: place.start + 1,
      to: place.end,
      reason: place.reason,
    })),
  );
  if (findings.length > 0) throw new PersonalDataFound(findings);
  // Nobody lifts this alone: what is grave is for the approver, whatever was answered for.
  return detections.some(({ health }) => health.some((one) => one.kind !== 'injury'));
}

function unanswered(text: string, detection: Detection | undefined, accepted: readonly Accepted[]) {
  if (!detection) return [];
  const injuries = detection.health
    .filter((one) => one.kind === 'injury')
    .map((one) => ({ ...one, type: 'health' as const, reason: 'injury' }));
  return [...detection.findings, ...injuries]
    .filter((one) => !isAccepted(text, one, accepted))
    .sort((a, b) => a.start - b.start);
}

/** Whether the place lies within words that a person has answered for. */
function isAccepted(
  text: string,
  place: { start: number; end: number },
  accepted: readonly Accepted[],
): boolean {
  return accepted.some((one) => {
    for (let at = text.indexOf(one.text); at >= 0; at = text.indexOf(one.text, at + 1)) {
      if (at <= place.start && place.end <= at + one.text.length) return true;
    }
    return false;
  });
}
