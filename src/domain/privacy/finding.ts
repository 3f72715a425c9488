/** What the detector tells apart. The keys are those of `npm run pii:detect`. */
export const personalDataTypes = [
  'name',
  'phone',
  'postcode',
  'address',
  'email',
  'mynumber',
  'licence',
  'bank',
  'card',
  'plate',
  'policy_no',
  'claim_no',
  'customer_no',
  'dob',
  'url_id',
] as const;

export type PersonalDataType = (typeof personalDataTypes)[number];

/** Everything but names, for texts in which colleagues or agencies are named. */
export const typesButNames: readonly PersonalDataType[] = personalDataTypes.filter((type) => type !== 'name');

/** A place in a text that is probably personal data. Offsets are UTF-16, `end` exclusive. */
export interface Finding {
  type: PersonalDataType;
  start: number;
  end: number;
  /** Key below `privacy.reason.` in the catalogs: why it was found, in words for a person. */
  reason: string;
  /** 0–1: how sure the rule is, for sorting what a person looks at first. */
  confidence: number;
}
