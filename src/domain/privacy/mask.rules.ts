import type { Detection } from './detect.ts';
import type { Finding, PersonalDataType } from './finding.ts';
import { normalText } from './normalText.rules.ts';

/** What a mask can stand for: personal data, or an injury. */
export type MaskType = PersonalDataType | 'health';

/** One masked place. It keeps what it covers, so that it can be undone until the text is saved. */
export interface Mask {
  type: MaskType;
  /** What stands there now, e.g. 【氏名A】. */
  label: string;
  /** Offsets in the masked text, UTF-16, `end` exclusive. */
  start: number;
  end: number;
  original: string;
}

export interface MaskedText {
  text: string;
  masks: Mask[];
}

/** Words between the brackets, one for each type (catalog `privacy.mask`). */
export type MaskLabels = Readonly<Record<MaskType, string>>;

/**
 * Masks texts that belong together: the sentences of one transcript. Each text stays one text, so that captions
 * keep their times. Where several people are named each has a letter of their own, in order of appearance.
 *
 * @param texts what was said, in order
 * @param detections what the detector says of each, or what a person left of it
 */
export function maskTexts(
  texts: readonly string[],
  detections: readonly Detection[],
  labels: MaskLabels,
): MaskedText[] {
  const personOf = people(texts, detections);
  const taken = lettersTaken(texts, labels.name);
  const several = taken > 0 || new Set(personOf.values()).size > 1;
  return texts.map((text, index) => {
    const detection = detections[index];
    return maskText(text, detection ? places(detection) : [], (type, original) => {
      const letter = type === 'name' && several ? letterOf(taken + (personOf.get(original) ?? 0)) : '';
      return `【${labels[type]}${letter}】`;
    });
  });
}

/** Takes one mask back: the text is as it was there, all other masks stay. */
export function unmask({ text, masks }: MaskedText, index: number): MaskedText {
  const mask = masks[index];
  if (!mask) return { text, masks };
  const shift = mask.original.length - (mask.end - mask.start);
  return {
    text: text.slice(0, mask.start) + mask.original + text.slice(mask.end),
    masks: masks
      .filter((one) => one !== mask)
      .map((one) =>
        one.start < mask.start ? one : { ...one, start: one.start + shift, end: one.end + shift },
      ),
  };
}

interface Place {
  type: MaskType;
  start: number;
  end: number;
}

/** Everything that can be masked; what is grave is not masked but held. */
function places({ findings, health }: Detection): Place[] {
  const injuries = health
    .filter((one) => one.kind === 'injury')
    .map((one) => ({ ...one, type: 'health' as const }));
  const all: Place[] = [...findings, ...injuries].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Place[] = [];
  for (const { type, start, end } of all) {
    const last = apart.at(-1);
    // Places that overlap become one: half of one left in clear would be a leak.
    if (last && last.end > start) last.end = Math.max(last.end, end);
    else apart.push({ type, start, end });
  }
  return apart;
}

function maskText(
  text: string,
  covered: readonly Place[],
  labelOf: (type: MaskType, original: string) => string,
): MaskedText {
  const masks: Mask[] = [];
  let masked = '';
  let at = 0;
  for (const { type, start, end } of covered) {
    masked += text.slice(at, start);
    const original = text.slice(start, end);
    const label = labelOf(type, original);
    masks.push({ type, label, start: masked.length, end: masked.length + label.length, original });
    masked += label;
    at = end;
  }
  return { text: masked + text.slice(at), masks };
}

/**
 * Which name belongs to whom: the same words in whatever form of kanji, or the surname or given name of a full
 * name (佐々木 and 佐々木花子), are one person. Two full names are two people, whatever they share.
 */
function people(texts: readonly string[], detections: readonly Detection[]): Map<string, number> {
  const written = detections.flatMap(({ findings }, index) =>
    findings
      .filter((finding: Finding) => finding.type === 'name')
      .map(({ start, end }) => (texts[index] ?? '').slice(start, end)),
  );
  const names = [...new Set(written.map((name) => normalText(name).text))];
  const persons = new Map<string, number>();
  for (const name of names) {
    const whole = names.find((other) => isPartOf(name, other)) ?? name;
    const person = persons.get(whole) ?? new Set(persons.values()).size;
    persons.set(whole, person);
    persons.set(name, person);
  }
  return new Map(written.map((name) => [name, persons.get(normalText(name).text) ?? 0]));
}

function isPartOf(part: string, whole: string): boolean {
  const isLonger = whole.length >= 3 && part.length < whole.length;
  return isLonger && (whole.startsWith(part) || (part.length >= 2 && whole.endsWith(part)));
}

/** Letters that the texts use already: 【氏名B】 there makes C the first of ours. */
function lettersTaken(texts: readonly string[], label: string): number {
  const used = texts.flatMap((text) => [...text.matchAll(/【([^【】]{1,12})([A-Z])】/g)]);
  return used
    .filter(([, name]) => name === label)
    .reduce((most, [, , letter = 'A']) => Math.max(most, letter.charCodeAt(0) - 64), 0);
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}
