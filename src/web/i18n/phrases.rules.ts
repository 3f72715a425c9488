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
  let polite = '';
  for (const { segment: word } of words.segment(sentence)) {
    // お and ご belong to what follows them: お気持ち.
    if (polite === '' && /^[\u304a\u3054]$/u.test(word)) {
      polite = word;
      continue;
    }
    const segment = polite + word;
    polite = '';
    const last = phrases.at(-1);
    if (last === undefined || mayBreak(last, segment)) phrases.push(segment);
    else phrases[phrases.length - 1] = last + segment;
  }
  if (polite !== '') phrases.push(polite);
  return phrases;
}

function mayBreak(before: string, after: string): boolean {
  // Nothing closes a line's beginning, and nothing opens its end.
  if (/^[、。・…!?」』)】]/u.test(after) || /[「『(【]$/u.test(before)) return false;
  if (/[、。!?\s]$/u.test(before)) return true;
  if (/[」』)】]$/u.test(before)) return beginsWord(after);
  return /\p{Script=Hiragana}$/u.test(before) && beginsWord(after);
}

/** Kanji, katakana, a letter or a bracket, also behind お and ご: お客さま. */
function beginsWord(segment: string): boolean {
  return /^[\u304a\u3054]?(?:\p{Script=Han}|\p{Script=Katakana}|[A-Za-z0-9「『(【])/u.test(segment);
}
