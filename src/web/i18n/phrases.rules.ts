const words = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Japanese words to read aloud, sentence by sentence, each cut where a line may break: behind punctuation, and where a
 * new word begins after what ends the last phrase (を、は、くださった). Browsers' own `auto-phrase` cuts 今日 in two.
 */
export function sentencesOf(text: string): string[][] {
  return text
    .split(/(?<=[。!?])(?![」』)])/u)
    .filter((sentence) => sentence.trim() !== '')
    .map(phrasesOf);
}

function phrasesOf(sentence: string): string[] {
  const phrases: string[] = [];
  for (const { segment } of words.segment(sentence)) {
    const last = phrases.at(-1);
    if (last === undefined || mayBreak(last, segment)) phrases.push(segment);
    else phrases[phrases.length - 1] = last + segment;
  }
  return phrases;
}

function mayBreak(before: string, after: string): boolean {
  // Nothing closes a line's beginning, and nothing opens its end.
  if (/^[、。・…!?」』)】]/u.test(after) || /[「『(【]$/u.test(before)) return false;
  if (/[、。!?\s]$/u.test(before)) return true;
  if (/[」』)】]$/u.test(before)) return beginsWord(after);
  return (
    /\p{Script=Hiragana}$/u.test(before) &&
    beginsWord(after) &&
    !/(?:^|\P{Script=Hiragana})[\u304a\u3054]$/u.test(before)
  );
}

/** Kanji, katakana, a letter or a bracket, also behind お and ご: お客さま. */
function beginsWord(segment: string): boolean {
  return /^[\u304a\u3054]?(?:\p{Script=Han}|\p{Script=Katakana}|[A-Za-z0-9「『(【])/u.test(segment);
}
