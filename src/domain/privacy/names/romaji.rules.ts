const vowels = { a: 0, i: 1, u: 2, e: 3, o: 4 } as const;

/** Consonants (Hepburn, with the common variants) → their five syllables. */
const rows: Readonly<Record<string, readonly string[]>> = {
  '': ['あ', 'い', 'う', 'え', 'お'],
  k: ['か', 'き', 'く', 'け', 'こ'],
  s: ['さ', 'し', 'す', 'せ', 'そ'],
  sh: ['しゃ', 'し', 'しゅ', 'しぇ', 'しょ'],
  t: ['た', 'ち', 'つ', 'て', 'と'],
  ts: ['つぁ', 'つぃ', 'つ', 'つぇ', 'つぉ'],
  ch: ['ちゃ', 'ち', 'ちゅ', 'ちぇ', 'ちょ'],
  n: ['な', 'に', 'ぬ', 'ね', 'の'],
  h: ['は', 'ひ', 'ふ', 'へ', 'ほ'],
  f: ['ふぁ', 'ふぃ', 'ふ', 'ふぇ', 'ふぉ'],
  m: ['ま', 'み', 'む', 'め', 'も'],
  y: ['や', 'い', 'ゆ', 'いぇ', 'よ'],
  r: ['ら', 'り', 'る', 'れ', 'ろ'],
  w: ['わ', 'うぃ', 'う', 'うぇ', 'を'],
  g: ['が', 'ぎ', 'ぐ', 'げ', 'ご'],
  z: ['ざ', 'じ', 'ず', 'ぜ', 'ぞ'],
  j: ['じゃ', 'じ', 'じゅ', 'じぇ', 'じょ'],
  d: ['だ', 'ぢ', 'づ', 'で', 'ど'],
  b: ['ば', 'び', 'ぶ', 'べ', 'ぼ'],
  p: ['ぱ', 'ぴ', 'ぷ', 'ぺ', 'ぽ'],
  ky: ['きゃ', 'き', 'きゅ', 'きぇ', 'きょ'],
  ny: ['にゃ', 'に', 'にゅ', 'にぇ', 'にょ'],
  hy: ['ひゃ', 'ひ', 'ひゅ', 'ひぇ', 'ひょ'],
  my: ['みゃ', 'み', 'みゅ', 'みぇ', 'みょ'],
  ry: ['りゃ', 'り', 'りゅ', 'りぇ', 'りょ'],
  gy: ['ぎゃ', 'ぎ', 'ぎゅ', 'ぎぇ', 'ぎょ'],
  by: ['びゃ', 'び', 'びゅ', 'びぇ', 'びょ'],
};

const syllable = /n(?![aiueoy])'?|m(?=[bmp])|([bcdfghjkmnpqrstvwyz]{0,3}?)([aiueo])/y;

/**
 * Reads a word in small Latin letters as Japanese: `tanaka` → たなか, `shinji` → しんじ. Long vowels are
 * written by nobody (Ono, Oono, Ohno): they stay as they are.
 *
 * @returns '' where it is no Japanese word
 */
export function romajiToHiragana(word: string): string {
  let kana = '';
  syllable.lastIndex = 0;
  while (syllable.lastIndex < word.length) {
    const match = syllable.exec(word);
    if (!match) return '';
    const [, consonants, vowel] = match;
    if (vowel === undefined) {
      kana += 'ん';
      continue;
    }
    const isDoubled = /^(?:([kstpc])\1|tch)/.test(consonants ?? '');
    const row = rows[isDoubled ? (consonants ?? '').slice(1) : (consonants ?? '')];
    if (!row) return '';
    kana += `${isDoubled ? 'っ' : ''}${row[vowels[vowel as keyof typeof vowels]]}`;
  }
  return kana;
}
