import type { Candidate, NameReading } from './candidate.ts';

/**
 * Names that somebody spells: letter by letter (「ト、ド、ロ、キさま」), or kanji by kanji (「武士の武に藤の花の藤」,
 * 「鬼の頭と書いて」). What is said there tells the name as well as the name itself.
 */
export function spelledNames({ text }: NameReading): Candidate[] {
  return [...letterByLetter(text), ...kanjiByKanji(text), ...kanjiWithKanji(text), ...shortlyExplained(text)];
}

const letters =
  /(?<![ァ-ヶぁ-んー])(?:[ァ-ヶー]{1,2}(?:、[ァ-ヶー]{1,3}){2,8}|[ぁ-ん](?:、[ぁ-ん]){2,8})(?=さま|様|さん|、?です|と|で|、|。)|(?<![A-Za-z0-9])[A-Za-z](?:(?:、|, ?| |-)[A-Za-z]){3,14}(?![A-Za-z0-9])/g;

function letterByLetter(text: string): Candidate[] {
  return [...text.matchAll(letters)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule: 'spelled',
    shape: 3,
    before: 0,
    after: 0,
    reason: 'nameSpelled',
  }));
}

/** 武士の武, 田んぼの田, 久しぶりの久; one after the other with に or と. */
const explained =
  /([\u3400-\u9fff](?:(?![のにでがをはともへ])[\u3400-\u9fffぁ-ん]){0,5}?)(?:の[\u3400-\u9fff])?の([\u3400-\u9fff々])(?:に[\u3400-\u9fff](?=[のでが、。」]|です|って|じゃ))?(?=[にでとのが、。」]|じゃ|です|なん|を|っ|$)/g;
/** 長いに, 村に, 熊に: the part before one that is explained. */
const partBefore = /(?:^|[、。はで\s])([\u3400-\u9fff][ぁ-ん]{0,3})に$/;

/** 鬼の頭と書いて, 東に海に林で, 木の下に子どもの子, 三本川の川に村: the kanji of a name one after the other. */
const oneKanji = '(?:[\u3400-\u9fffぁ-んァ-ヶ]{1,6}の)?[\u3400-\u9fff々]';
const written = new RegExp(
  `(?<![\u3400-\u9fff])${oneKanji}(?:(?:に|と|、)${oneKanji}){1,3}(?=(?:って|と|て|で|やって)(?:書|かい)|で[、,]?[ぁ-んァ-ヶ]{2,7}(?:と|って|です|や|、)|です、[ぁ-んァ-ヶ一-龠])|(?<![\u3400-\u9fff])[\u3400-\u9fff]の[\u3400-\u9fff](?=(?:って|と|て)書)|(?<=(?:[ァ-ヶぁ-ん一-龠]{2,5}、|です、|ます、))[\u3400-\u9fffぁ-ん]{1,5}の[\u3400-\u9fff]に[\u3400-\u9fff](?=です|、|。|で)|(?<=[\u3400-\u9fffぁ-ん]、)[\u3400-\u9fff][ぁ-ん]{0,2}に数字の[一二三四五六七八九十百千](?=です|、|。|で)|(?:さんずい|にんべん|きへん|木へん|いとへん|糸へん|くさかんむり|草かんむり|ごんべん|しめすへん|うかんむり|はしご)(?:に[\u3400-\u9fffぁ-ん]{1,6}の[\u3400-\u9fff]|に[\u3400-\u9fff]|の[\u3400-\u9fff]{1,2}|だか)`,
  'g',
);

function kanjiWithKanji(text: string): Candidate[] {
  return [...text.matchAll(written)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule: 'spelled',
    shape: 2.4,
    before: 0,
    after: 0,
    reason: 'nameSpelled',
  }));
}

/** 熊に谷って書く, 左に藤やなくて, 木へんに尾っぽの尾. */
const short =
  /(?<![\u3400-\u9fff々])(?:[\u3400-\u9fff][ぁ-ん]{0,2}|[\u3400-\u9fff]へん|[ァ-ヴ]{2,4})に、?(?:[\u3400-\u9fffぁ-んァ-ヴ]{1,4}の)?[\u3400-\u9fffァ-ヴ]{1,3}(?=(?:って|と|て)(?:書|かい|いう字)|の(?:ほう|方)(?:です|でしょ|の|、|。)|(?:やなくて|じゃなくて|ではなく)、?|、[ぁ-んァ-ヴ]{2,6}(?:です|と|って)|です(?:[。、]|$))/g;

function shortlyExplained(text: string): Candidate[] {
  return [...text.matchAll(short)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule: 'spelled',
    shape: 1.2,
    before: 0,
    after: 0,
    reason: 'nameSpelled',
  }));
}

function kanjiByKanji(text: string): Candidate[] {
  return [...text.matchAll(explained)].flatMap((match) => {
    const [all, word = '', letter = ''] = match;
    if (!word.includes(letter)) return [];
    const before = partBefore.exec(text.slice(Math.max(0, match.index - 6), match.index))?.[1] ?? '';
    const start = before ? match.index - before.length - 1 : match.index;
    const end = match.index + all.length;
    return [{ start, end, rule: 'spelled', shape: 3, before: 0, after: 0, reason: 'nameSpelled' }];
  });
}
