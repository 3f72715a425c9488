import type { GuideForm } from './guideForm.rules.ts';

/** What was written and not saved, with the state of the guide that it began from. */
export interface KeptForm {
  form: GuideForm;
  seenAt: string | null;
}

const keyOf = (personId: string, voiceId: string) => `kikidoki.guide.${personId}.${voiceId}`;

/** In this tab only: leaving the page and coming back loses nothing. */
export function keptForm(personId: string, voiceId: string, places: number): KeptForm | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(personId, voiceId)) ?? 'null') as KeptForm | null;
    // Written by an older page: better begun anew than half understood.
    return kept?.form?.prompts?.length === places ? kept : null;
  } catch {
    return null;
  }
}

export function keepForm(personId: string, voiceId: string, kept: KeptForm | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(personId, voiceId), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(personId, voiceId));
  } catch {
    // Where the browser keeps nothing, closing the page still warns.
  }
}
