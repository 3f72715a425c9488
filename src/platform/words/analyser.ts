import { createRequire } from 'node:module';

/** A word as the analyser cuts it (IPADIC's parts of speech). Offsets are UTF-16 in the text given. */
export interface Token {
  surface: string;
  start: number;
  end: number;
  /** 名詞, 動詞, 助詞 …; `UNK` where the dictionary does not know it. */
  pos: string;
  /** Second, third and fourth part of the part of speech, e.g. 固有名詞, 人名, 姓. */
  detail: readonly [string, string, string];
}

/** Cuts a Japanese text into words. */
export type Analyser = (text: string) => Token[];

interface LinderaToken {
  surface: string;
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  partOfSpeechSubcategory2?: string;
  partOfSpeechSubcategory3?: string;
}

interface Lindera {
  TokenizerBuilder: new () => {
    setDictionary(uri: string): void;
    setMode(mode: string): void;
    build(): { tokenize(text: string): LinderaToken[] };
  };
}

/**
 * Loads lindera with its IPADIC (0.2 s, about 120 MB): once per process, in a worker where the caller must not
 * wait. Import this module statically, call this lazily.
 */
export function loadAnalyser(): Analyser {
  // CommonJS that compiles its WebAssembly when required: a static import would cost every start of the server.
  const { TokenizerBuilder } = createRequire(import.meta.url)('lindera-wasm-nodejs-ipadic') as Lindera;
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  const tokenizer = builder.build();
  return (text) =>
    sentencesOf(text).flatMap(({ sentence, at }) => located(tokenizer.tokenize(sentence), sentence, at));
}

/** Longest piece that is analysed at once: the analyser's lattice takes memory for all of it. */
const longestPiece = 400;

/** Pieces that end where a sentence or a line does, or after `longestPiece` characters. */
function sentencesOf(text: string): { sentence: string; at: number }[] {
  const pieces: { sentence: string; at: number }[] = [];
  const sentence = new RegExp(`[^。\\n]{1,${longestPiece}}[。\\n]{0,8}|[。\\n]{1,8}`, 'g');
  for (const match of text.matchAll(sentence)) pieces.push({ sentence: match[0], at: match.index });
  return pieces;
}

/** The analyser counts bytes and leaves out white space: words are found again in the text. */
function located(words: readonly LinderaToken[], sentence: string, at: number): Token[] {
  let position = 0;
  return words.map((word) => {
    const found = sentence.indexOf(word.surface, position);
    const start = found < 0 ? position : found;
    position = Math.min(sentence.length, start + word.surface.length);
    return {
      surface: sentence.slice(start, position),
      start: at + start,
      end: at + position,
      pos: word.partOfSpeech,
      detail: [
        word.partOfSpeechSubcategory1 ?? '',
        word.partOfSpeechSubcategory2 ?? '',
        word.partOfSpeechSubcategory3 ?? '',
      ],
    };
  });
}
