/**
 * A text in one form of writing, and where each of its characters stood before. All rules read this form;
 * what they find is given back in the offsets of the text that came in.
 */
export interface NormalText {
  /** NFKC, with one hyphen, one kind of space, and common forms of variant kanji. */
  text: string;
  /** For each UTF-16 unit of `text`: where the original character starts; one more entry for the end. */
  starts: Int32Array;
  /** For each UTF-16 unit of `text`: where the original character ends. */
  ends: Int32Array;
}

/** Kanji that people write for their names in an old or local form, and the form that lists know. */
const variantKanji: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...[
      '髙高',
      '﨑崎',
      '嵜崎',
      '德徳',
      '栁柳',
      '𠮷吉',
      '邉辺',
      '邊辺',
      '齋斎',
      '濵浜',
      '濱浜',
      '槗橋',
      '𣘺橋',
    ],
    ...['冨富', '嶋島', '嶌島', '廣広', '澤沢', '瀨瀬', '眞真', '兒児', '會会', '國国', '櫻桜', '惠恵'],
  ].map((pair) => [...pair]),
);

/** Dashes, minus signs and the like. The long vowel mark ー stays: only rules for numbers read it as a dash. */
const dashes = /^[\u2010-\u2015\u2212\u02D7\uFE58\uFE63\uFF0D\u00AD]$/;

/**
 * Brings a text into the form that rules read: full-width letters and digits become half-width, half-width
 * katakana full-width, dashes `-`, variant kanji the usual ones.
 *
 * @param source anything, also with lone surrogates or control characters
 */
export function normalText(source: string): NormalText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < source.length; ) {
    const length = clusterLength(source, index);
    const cluster = source.slice(index, index + length);
    const normal = normalCluster(cluster);
    for (let unit = 0; unit < normal.length; unit += 1) {
      starts.push(index);
      ends.push(index + length);
    }
    parts.push(normal);
    index += length;
  }
  starts.push(source.length);
  ends.push(source.length);
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** The place in the original text of what stands from `start` to `end` (exclusive) in the normal form. */
export function originalSpan(normal: NormalText, start: number, end: number): { start: number; end: number } {
  return { start: normal.starts[start] ?? 0, end: normal.ends[end - 1] ?? 0 };
}

/** One character with what belongs to it: its low surrogate, a voicing mark, a variation selector. */
function clusterLength(source: string, index: number): number {
  const code = source.codePointAt(index) ?? 0;
  let length = code > 0xffff ? 2 : 1;
  for (;;) {
    const next = source.charCodeAt(index + length);
    const isMark =
      next === 0xff9e ||
      next === 0xff9f ||
      next === 0x3099 ||
      next === 0x309a ||
      (next >= 0xfe00 && next <= 0xfe0f);
    if (isMark) length += 1;
    else if (next === 0xdb40 && isVariation(source.charCodeAt(index + length + 1))) length += 2;
    else return length;
  }
}

/** The low half of a variation selector of the supplement (U+E0100–U+E01EF). */
function isVariation(low: number): boolean {
  return low >= 0xdd00 && low <= 0xddef;
}

/** Characters that nobody sees (control and format characters): inside a number they would hide it. */
const invisible = /^[\p{Cc}\p{Cf}]$/u;

/** Kana and common kanji are what they are: most of a text needs no closer look. */
const usual = /^[ぁ-ゖァ-ヺー々、。\u4e00-\u9fff]$/;

function normalCluster(cluster: string): string {
  if (usual.test(cluster)) return variantKanji[cluster] ?? cluster;
  if (cluster !== '\n' && cluster !== '\t' && invisible.test(cluster)) return '';
  if (cluster.length === 1 && cluster < '\u0080') return cluster === '\t' ? ' ' : cluster;
  if (dashes.test(cluster)) return '-';
  const bare = cluster.replace(/[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g, '');
  return variantKanji[bare] ?? bare.normalize('NFKC');
}
