import { scriptOf } from './normalWords.rules.ts';

/** The part of a word that never changes, and which kana may follow it. */
export interface Stem {
  stem: string;
  /** One of these follows; null where the word ends with the stem. */
  next: string | null;
}

/** Last kana of a verb → the kana that stand in its place when it is inflected. */
const verbs: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};

/** What follows the stem of 遅れる, 調べる: 遅れて, 遅れた, 遅れない, 遅れます. */
const afterIchidan = 'てたなまずよらるれろちと';
const beforeIchidan = /[いきしちにひみりぎじびえけせてねへめれげぜでべ]$/;

/** が between two words: 耳が遠い, 時間がかかる. */
const particle = /(?<=\p{Script=Han})が(?=.{2})/u;

/**
 * The forms in which a word of the lists stands in texts: 遅い is found in 遅く and 遅かった, 待つ in 待って,
 * 時間がかかる in 時間もかかった.
 *
 * @param word in its dictionary form and in the normal form of writing
 */
export function stemsOf(word: string): Stem[] {
  const whole = [{ stem: word, next: null }];
  if (particle.test(word)) {
    return ['が', 'も', 'は', 'の', ''].flatMap((other) => inflected(word.replace(particle, other)));
  }
  return scriptOf(word.at(-1)) === 'hiragana' && word.length > 1 ? inflected(word) : whole;
}

function inflected(word: string): Stem[] {
  const whole = { stem: word, next: null };
  const stem = word.slice(0, -1);
  const last = word.at(-1) ?? '';
  if (word.endsWith('する')) return [whole, { stem: word.slice(0, -2), next: 'しすさせ' }];
  if (word.endsWith('ない') && word.length > 2) return [whole, { stem: word.slice(0, -2), next: 'なずん' }];
  if (last === 'い') return [whole, { stem, next: 'くかけさそす' }];
  const next = verbs[last];
  if (next === undefined) return [whole];
  const isIchidan = last === 'る' && (beforeIchidan.test(stem) || scriptOf(stem.at(-1)) === 'kanji');
  return [whole, { stem, next: isIchidan ? next + afterIchidan : next }];
}
