/** Voices: excerpts of calls, their words and sound, their approval and withdrawal. */
export { approveVoice } from './approveVoice.ts';
export { importVoice, type VoiceFiles } from './importVoice.ts';
export { listVoices } from './listVoices.ts';
export { PersonalDataFound, type UnansweredFinding } from './personalData.ts';
export type { TranscriptFormat } from './transcript.rules.ts';
export { type Bleep, clockText, type Sentence, type VoiceState } from './voices.rules.ts';
export { allVoices, findVoice, findVoiceByReference, findVoices, type Voice } from './voices.store.ts';
export { withdrawVoice } from './withdrawVoice.ts';
