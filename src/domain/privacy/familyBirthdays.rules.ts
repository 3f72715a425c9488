import type { Finding } from './finding.ts';

const number = '(?:[0-9]{1,4}|[〇○零一二三四五六七八九十百千]{1,6})';
const relatives =
  '私|わたし|僕|本人|父|母|妻|夫|主人|旦那|家内|嫁|奥さん|息子|娘|長男|長女|次男|次女|二男|二女|三男|三女|子ども?|子供|孫|祖父|祖母|兄|姉|弟|妹|配偶者|同居人|契約者|被保険者|うちの子|上の子|下の子|甥|姪|叔父|叔母|先方';
const dateInWords = `(?:(?:明治|大正|昭和|平成)(?:${number}|元)年の?${number}月(?!の?${number}日|[の、]{0,2}${number}日)|(?:明治|大正|昭和|平成|令和|西暦)?(?:${number}|元)年の?${number}月の?${number}日)`;
const date = `(?:${dateInWords}|(?:[MTSHR]\\.?\\d{1,2}|(?:19|20)\\d\\d)[./-]\\d{1,2}[./-]\\d{1,2})`;
/**
 * 「父は昭和二十五年一月三日、私は五十三年八月十七日です」「長男 | 2013-06-05」: who somebody is and a whole date, and
 * no word of what happened on it.
 */
const family = new RegExp(
  `(?:${relatives})(?:の(?:ほう|方))?(?:さん|様)?(?:[がは:]、?| ?[|、,\\t] ?|(?=[MTSHR0-9]))(${date})(?=で(?!の|大丈夫|お願|いい|よろ|予約|都合|す(?:が|けど)?[、 ]?(?:事故|契約|満期))|だ|や|なので|なもんで|生|と(?!一緒|言|い|の|か|伺|聞|思)|[、。]| ?\\||$)`,
  'g',
);
const somethingHappened =
  /^(?:[、。| ]|で){0,3}(?:事故|契約|始期|満期|加入|更新|発生|退院|入院|手術|受付|届|電話|連絡|締結|開始|終了|購入|取得|納車|死亡|亡く|他界|免許|結婚|離婚|退職|入社|転居)/;

const spoken =
  '(?:[0-9]{1,4}|[〇○零一二三四五六七八九十百千]{1,6}|(?:いち|に|さん|よん|ご|ろく|なな|しち|はち|きゅう|く|じゅう){1,5}|(?:イチ|ニ|サン|ヨン|シ|ゴ|ロク|ナナ|シチ|ハチ|キュウ|ク|ジュウ|ゼロ){1,5}|ミッカ|ヨッカ|ツイタチ|フツカ|イツカ|ムイカ|ナノカ|ヨウカ|ココノカ|トオカ|ハツカ|みっか|よっか|ついたち|ふつか|いつか|むいか|なのか|ようか|ここのか|とおか|はつか)';
/** 「年が58、月が2、日が29」: read from a form, column by column. */
const columns = new RegExp(
  `年[がはも:]、?(?:明治|大正|昭和|平成|令和)?の?(${spoken}(?:年|ネン|ねん)?)[、 で]{1,2}月[がはも:]、?(${spoken}(?:月|ガツ|がつ)?)[、 で]{1,2}日[がはも:]、?(${spoken}(?:日|ニチ|にち)?)`,
  'dg',
);
const birthNear = /生年月日|生まれ|誕生日|昭和|大正/;
const nearBefore = 40;
const nearAfter = 50;

/**
 * Birth dates that no word for birth names: those of several people of a family in a row, and dates that are read
 * out column by column near such a word.
 *
 * @param text in normal form
 */
export function birthdaysOfFamily(text: string): Finding[] {
  const ofFamily = [...text.matchAll(family)].flatMap((match): Finding[] => {
    const end = match.index + match[0].length;
    if (somethingHappened.test(text.slice(end, end + 12))) return [];
    const length = match[1]?.length ?? 0;
    return [{ type: 'dob', start: end - length, end, reason: 'birthDate', confidence: 0.7 }];
  });
  const inColumns = [...text.matchAll(columns)].flatMap((match): Finding[] => {
    const around = text.slice(
      Math.max(0, match.index - nearBefore),
      match.index + match[0].length + nearAfter,
    );
    if (!birthNear.test(around)) return [];
    return (match.indices ?? []).slice(1).map((place) => {
      const [start, end] = place ?? [match.index, match.index];
      return { type: 'dob', start, end, reason: 'birthDateInParts', confidence: 0.7 };
    });
  });
  return [...ofFamily, ...inColumns];
}
