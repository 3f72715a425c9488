import type { Detector } from './detector.ts';
import type { Finding, PersonalDataType } from './finding.ts';

/** Below this a name is a guess: whoever writes would be asked about every other word. */
const sureEnough = 0.6;

/** Numbers that name a customer or a policy, or open an account: nobody may decide to keep them. */
const mustGo: readonly PersonalDataType[] = [
  'policy_no',
  'claim_no',
  'customer_no',
  'mynumber',
  'licence',
  'bank',
  'card',
];

/** What is shown to whoever writes, before they send it. */
export interface WrittenFinding extends Finding {
  /** Masked whatever they decide. */
  mustGo: boolean;
}

/**
 * What looks like personal data in what somebody is about to send: they decide about each, except for numbers of
 * customers and policies.
 *
 * @returns for each text its findings, in their order
 */
export async function writtenFindings(
  detector: Detector,
  texts: readonly string[],
): Promise<WrittenFinding[][]> {
  if (texts.every((text) => text === '')) return texts.map(() => []);
  return (await detector.detect(texts)).map(({ findings }) =>
    findings
      .filter(({ type, confidence }) => type !== 'name' || confidence >= sureEnough)
      .map((finding) => ({ ...finding, mustGo: mustGo.includes(finding.type) })),
  );
}
