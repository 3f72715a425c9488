import type { GuidePage, GuideWords, LibraryPrompt } from '../../edges/http/contract/guides.ts';
import type { Bilingual } from '../../edges/http/contract.ts';

/** A guide while it is written: as many places for prompts as there may be, empty ones too. */
export type GuideForm = GuideWords;

/** The texts of a guide beside its prompts. */
export type GuideText = 'opening' | 'listenFor' | 'closing';

const nothing: Bilingual = { ja: '', en: '' };

/** The form of a guide; prompts beyond the last place stay out. */
export function formOf(guide: GuideWords, places: number): GuideForm {
  return { ...guide, prompts: Array.from({ length: places }, (_, place) => guide.prompts[place] ?? nothing) };
}

/** The guide that a form would save: places left empty are no prompts. */
export function guideOfForm(form: GuideForm): GuideWords {
  return { ...form, prompts: form.prompts.filter((prompt) => !isEmpty(prompt)) };
}

export function isEmpty({ ja, en }: Bilingual): boolean {
  return ja.trim() === '' && en.trim() === '';
}

/** Whether a text was begun in one language and not in the other. */
export function isHalf({ ja, en }: Bilingual): boolean {
  return (ja.trim() === '') !== (en.trim() === '');
}

export function sameForm(one: GuideForm, other: GuideForm): boolean {
  return JSON.stringify(guideOfForm(one)) === JSON.stringify(guideOfForm(other));
}

/** What a form still lacks before it can be saved: texts by their names, prompts by their places. */
export function lacking(form: GuideForm): ReadonlySet<GuideText | number> {
  const texts: GuideText[] = ['opening', 'listenFor', 'closing'];
  const half = form.prompts.flatMap((prompt, place) => (isHalf(prompt) ? [place] : []));
  return new Set([
    ...texts.filter((name) => isHalf(form[name]) || isEmpty(form[name])),
    ...half,
    ...(form.prompts.every(isEmpty) ? [0] : []),
  ]);
}

/** The form with another prompt at a place. */
export function withPrompt(form: GuideForm, place: number, prompt: Bilingual): GuideForm {
  return { ...form, prompts: form.prompts.map((one, index) => (index === place ? prompt : one)) };
}

/** Where the next suggestion goes if nobody says otherwise: the first place that is empty, else where it was. */
export function nextPlace(form: GuideForm, place: number): number {
  const empty = form.prompts.findIndex(isEmpty);
  return empty < 0 ? place : empty;
}

/** The part of the library that suits a kind of voice, by part of the talk; all of it where `kind` is null. */
export function libraryParts(
  library: readonly LibraryPrompt[],
  kind: string | null,
): { part: LibraryPrompt['part']; prompts: LibraryPrompt[] }[] {
  const suited = library.filter((prompt) => kind === null || prompt.kinds.includes(kind));
  return (['customer', 'us', 'tomorrow'] as const)
    .map((part) => ({ part, prompts: suited.filter((prompt) => prompt.part === part) }))
    .filter(({ prompts }) => prompts.length > 0);
}

/** The kind that the library is filtered by at first: the voice's own, where the library knows it. */
export function firstKind({ voice, kinds }: Pick<GuidePage, 'voice' | 'kinds'>): string | null {
  return kinds.some(({ key }) => key === voice.kind.key) ? voice.kind.key : null;
}
