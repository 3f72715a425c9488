/** Privacy: finds personal data and health in Japanese words, and masks them. It suggests; a person decides. */
export { type Detect, type Detection, loadDetect, type PrivacyLists } from './detect.ts';
export { type Detector, openDetector } from './detector.ts';
export { type Finding, type PersonalDataType, personalDataTypes, typesButNames } from './finding.ts';
export type { HealthFinding } from './health.rules.ts';
export { type MaskedText, type MaskLabels, type MaskType, maskTexts, unmask } from './mask.rules.ts';
export { maskWritten } from './maskWritten.ts';
export { personalDataIn } from './personalDataIn.ts';
export { type WrittenFinding, writtenFindings } from './writtenFindings.ts';
