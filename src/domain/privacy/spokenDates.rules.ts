import { kanaBareDay, kanaDay, kanaMonth, kanaYear, oldMonth } from './kanaDates.rules.ts';

const number = '(?:[0-9]{1,4}|[〇○零一二三四五六七八九十百千]{1,6})';
const longEra =
  '(?:明治|大正|昭和|平成|令和|西暦|紀元|皇紀|しょ[うー]わ|へ[いー]せ[いー]|たいしょ[うー]|れ[いー]わ)';
/** 昭33, 平7: as forms have it. Behind another kanji it is a part of a word. */
const shortEra = '(?<![一-龠])[明大昭平令]';
/** Between the parts people look for the rest, say which era it was, or begin a word and stop. */
const gap =
  '(?:[ 、,のねな]|えー{1,3}っ?とー?|えー|えっとー?|えーっと|ええと?ー?|う+ーん?と?|んーと?|あのー?|あのう|その|あ(?=[、 ])|はい|ええ|うん|です(?:ね)?|で|ほんで|そんで|それで|んで|ほいで|そして|それから|(?:昭和|大正|平成|令和|西暦)(?:の(?:ほう|方))?(?:です|や|だ)(?:ね)?|[春夏秋冬](?:の|、)|暮れの|[ァ-ヴー]{2,8}です(?:ね)?|[ごしにさいはじろなく]、){0,6}';
/** What a part that is put right is left with: 「平成三のいや違う平成四年」, 「なのかではなくて八日」. */
const putRight =
  '(?:の)?(?:、)?(?:いや|いえ|あ|(?:じゃ|では)な(?:く|い)(?:て)?|やなくて?|違(?:う|います|った|いました)|ちが(?:う|います)|ちゃう|間違え(?:た|ました)|すみません|ごめん(?:なさい)?|失礼(?:しました)?|もとい|訂正){1,3}[、。 ]?';
const eraAndGap = `${longEra}${gap}`;
const year = `(?:(?:${eraAndGap}${number}年?${putRight})?(?:${eraAndGap}|${shortEra}|(?<![A-Za-z])[MTSHR]\\.?)?(?:(?:[二三四五六七八九]?十、)?${number}|元)年(?!前|間|後|目|度|連続|ぶり)|${kanaYear})`;
const month = `(?:(?:いち|に|さん|し|ご|ろく|しち|なな|はち|く|じゅう(?:いち|に)?)、がつ|${number}月(?!分|々|初|上旬|中旬|下旬|頃|ごろ)|${oldMonth}|${kanaMonth})`;
const day = `(?:${number}日(?!間|以内|前|後|目)|末日|末(?=生|の生)|${kanaDay})`;
const days = `${day}(?:${putRight}${day})?`;
/** 昭和五五、三、一二: with the era before it three numbers are a date without 年月日. */
const eraNumbers = `(?:${longEra}${gap}|${shortEra})(?:${number}|元)年?(?:[./、,・の -]{1,2}${number}月?){2}日?`;
const signs =
  '(?:[MTSHRmtshr]\\.?(?:\\d{1,2}|元)|(?:明治|大正|昭和|平成|令和)?/?\\d{1,4})[./-]\\d{1,2}[./-]\\d{1,2}(?![0-9])|(?<![0-9/.-])\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d\\d(?![0-9])';
/** Year and month are said twice where who listens confirms them: 昭和三十九年、はい、三十九年の十月十日. */
const years = `${year}(?:${gap}${year}|\\(${year}\\))?`;
const months = `${month}(?:${gap}${month})?`;
/** 昭和41年、うま年の12月12日: the animal of the year helps to remember it. */
const animal =
  '(?:[、の]?[ぁ-んァ-ヴー一-龠]{1,14}(?<![0-9〇一二三四五六七八九十])(?:年|とし)(?:の|、|で){1,2})?';
const feast =
  '(?:元旦|元日|桃の節句|ひな祭り|端午の節句|こどもの日|七夕|大晦日|大みそか|クリスマス(?:イブ)?|節分)';
const words = `${years}(?:${animal}${gap}${months}(?:${gap}(?:${days}|${number}(?!月)|${kanaBareDay}))?|${gap}${feast})?|${months}${gap}(?:${days}|${kanaBareDay})`;
const englishMonth = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const english = `\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${englishMonth},?[ -]\\d{4}|${englishMonth} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|(?:19|20)\\d\\d年?の? ?${englishMonth} \\d{1,2}`;
/** ナインティーンエイティーファイブジューンじゅうに: how people say it who count in English. */
const katakanaMonth =
  '(?:ジャニュアリー?|フェブ[ラル]リー?|フェブラリー?|マーチ|エイプリル|メイ|ジューン|ジュライ|オーガスト|セプテンバー|オクトーバー|ノーベンバー|ノベンバー|ディセンバー)';
const katakana = `(?:ナインティーン|ツーサウザンド|トゥーサウザンド|トゥエンティー?)[ァ-ヴー・ ]{2,20}?${katakanaMonth}[、の ]?(?:[ァ-ヴー]{2,10}|[0-9]{1,2}日?|[ぁ-ん]{1,6}(?=です|で|、|。|生)|[一二三四五六七八九十]{1,3}日?)?`;
const monthAndDay = '(?<![\\d/])(?:\\d{1,2}|(?:19|20)\\d\\d)/\\d{1,2}(?![\\d/])';

/** All that may be a date, written or said, whole or in parts. */
export const datePattern = new RegExp(
  `${english}|${signs}|${monthAndDay}|${eraNumbers}|${words}|${katakana}|(?<![A-Za-z0-9])[MTSH]\\.?[0-9]{1,2}(?=年?(?:生ま|早生))|${month}|${day}`,
  'g',
);

/** A part of a date that stands alone: only beside a whole one it is of a birth. */
export const loneDay = new RegExp(`^(?:${day}|${month})$`);

const compact = '(?:[MTSHR]|[明大昭平令]|(?:明治|大正|昭和|平成|令和|西暦)の?)?\\d{6,8}';
const spokenCompact = `(?:${longEra}の?)?[〇○零一二三四五六七八九]{6,8}`;
/** 550312, 昭和の五一〇五一一. */
export const compactPattern = new RegExp(
  `(?<![0-9A-Za-z])(?:${compact})(?![0-9A-Za-z])|(?<![〇○零一二三四五六七八九])${spokenCompact}(?![〇○零一二三四五六七八九])`,
  'g',
);
