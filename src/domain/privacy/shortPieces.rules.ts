import { buildingWords, hasCounter } from './addressWords.ts';
import type { Finding, PersonalDataType } from './finding.ts';

const digit = '[0-9〇○零一二三四五六七八九]';
const count = '(?:[0-9]{1,4}|[〇零一二三四五六七八九十百]{1,6})';
const pause = '(?:[、 :「(]|えー?っ?と?[、 ]?|ですね[、 ]?)?';
const is = `(?:は|が|も|を|の|って)?${pause}`;

/** A word and the short piece behind it that only this word makes somebody's. The first group is the piece. */
interface ShortPiece {
  type: PersonalDataType;
  reason: string;
  pattern: RegExp;
}

const pieces: readonly ShortPiece[] = [
  // 「内線は412です」.
  {
    type: 'phone',
    reason: 'phoneInParts',
    pattern: new RegExp(`内線(?:番号)?${is}(${digit}{2,5})(?!${digit})`, 'dg'),
  },
  // 「〇九〇から始まる番号で」「〇八〇の、あと何だっけ」.
  {
    type: 'phone',
    reason: 'phoneInParts',
    pattern:
      /(?<![0-9〇一二三四五六七八九])([0〇][5-9五六七八九][0〇]の?)(?=(?:から|で)始まる番号で|、(?:あと|続き|その)|…|まで[はし覚])/dg,
  },
  // 「〇九〇じゃなくて〇八〇でした」.
  {
    type: 'phone',
    reason: 'phoneInParts',
    pattern:
      /([0〇][5-9五六七八九][0〇](?:じゃな|ではな|やな|→|から)[くてい]{0,2}、?[0〇][5-9五六七八九][0〇])(?![0-9〇一二三四五六七八九])/dg,
  },
  // 「ガラケーの番号、末尾一九です」.
  {
    type: 'phone',
    reason: 'phoneInParts',
    pattern: new RegExp(
      `(?:電話|携帯|ケータイ|ガラケー|スマホ|ファックス|ファクス|FAX|子機|直通|着信)(?:の)?(?:番号)?[、のはが ]{0,2}(?:末尾|最後|頭|下|お尻)?(?:の一桁)?[はがの、]{0,2}(${digit}{1,3})(?=です|でし|で終|じゃな|ではな|の番号|まで|$)`,
      'dg',
    ),
  },
  // 「受付の番号は受二六第四十四号」「証券(番号 第八〇三号)」.
  {
    type: 'claim_no',
    reason: 'labelledClaimNumber',
    pattern: new RegExp(
      `(?:受付|事故|案件|事案|整理)(?:の)?(?:番号|ナンバー|コード)?${is}((?:[一-龠]{1,2}|${digit}{1,6}|の|-){0,4}第[0-9〇一二三四五六七八九十百千-]{1,12}号)`,
      'dg',
    ),
  },
  {
    type: 'policy_no',
    reason: 'labelledPolicyNumber',
    pattern: new RegExp(
      `(?:証券|契約)(?:の)?(?:番号)?[(（]?(?:番号)?${is}((?:[一-龠]{1,2}|${digit}{1,6}|の|-){0,4}第[0-9〇一二三四五六七八九十百千ー-]{1,12}号)`,
      'dg',
    ),
  },
  // 「旧番号F-20-11」「記号AK-3」.
  {
    type: 'policy_no',
    reason: 'labelledPolicyNumber',
    pattern: new RegExp(`番号${is}([A-Z]{1,4}-?[0-9]{1,10}(?:-[0-9A-Z]{1,8}){0,4})(?![A-Za-z0-9])`, 'dg'),
  },
  // 「証券の末尾が33」「会員番号の最後が88」「証券番号、頭がSKで」.
  {
    type: 'policy_no',
    reason: 'labelledPolicyNumber',
    pattern: new RegExp(
      `(?:証券|契約|会員|お客(?:さま|様)|受付|事故)(?:の)?(?:番号|コード)?(?:の|、)?(?:末尾|最後|頭|下|最初|おしまい)(?:の?(?:二|三|四|[234])桁)?(?:が|は|を|だけ)${pause}(${digit}{1,4}|[A-Z]{1,3})(?![A-Za-z0-9一-龠〇])`,
      'dg',
    ),
  },
  // 「生まれ月は11月」「誕生日は0512」「お誕生日が二月の二十九」.
  {
    type: 'dob',
    reason: 'birthDateInParts',
    pattern: new RegExp(
      `(?:生まれ(?:た)?月|誕生月|誕生日|生年月日|生まれ)${is}(${count}月(?:の?、?${count}日?)?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9年]))(?!${digit}|以|末|初|中|分|前|後|から|まで)`,
      'dg',
    ),
  },
  {
    type: 'dob',
    reason: 'birthDateInParts',
    pattern: new RegExp(
      `生年月日[^。\\n]{0,10}[年月日](?:だけ|のみ|が)${pause}(${count}(?:→|から)${count})`,
      'dg',
    ),
  },
  // 「昭和三十年、たしか羊年ですけど、…に生まれました」「娘は平成二十四の六月六日」「年は平成十三、月日は…」.
  {
    type: 'dob',
    reason: 'birthDateInParts',
    pattern: new RegExp(
      `((?:明治|大正|昭和|平成|令和|西暦)の?${count}年)(?=[^。\\n0-9]{0,22}(?:に|の)生まれ(?!変|て))`,
      'dg',
    ),
  },
  {
    type: 'dob',
    reason: 'birthDateInParts',
    pattern: new RegExp(
      `(?:娘|息子|長男|長女|次男|次女|孫|父|母|妻|夫|主人|私|本人|誕生日|生年月日|生まれ)[^。\\n]{0,4}[はがの、]((?:明治|大正|昭和|平成|令和)の?${count}(?:年の?|の|、)${count}月(?:の?${count}日?)?)(?=です|でし|でございます|生|だ|や[。、]|[、。)」]|$|なの|なもん|ね)`,
      'dg',
    ),
  },
  {
    type: 'dob',
    reason: 'birthDateInParts',
    pattern: new RegExp(
      `年は((?:明治|大正|昭和|平成|令和|西暦)?の?${count}年?、月日は${count}月(?:の?${count}日?)?)`,
      'dg',
    ),
  },
  // 「川越市架空の、いち、の、にじゅう、の、さん」.
  {
    type: 'address',
    reason: 'townAndBlock',
    pattern:
      /([一-龠々]{1,5}[市区町村][一-龠々ヶ]{0,8}[の、]{0,3}(?:(?:いち|にい?|さん|よん|ご|ろく|なな|はち|きゅう|じゅう|ひゃく){1,4}(?:ちょうめ|ばんち|ばん)?[、の]{1,3}){1,4}(?:いち|にい?|さん|よん|ごー?|ろく|なな|はち|きゅう|じゅう|ひゃく){1,4})/dg,
  },
  // 「部屋が変わって四〇四になりました」「部屋番号だけ直して」.
  {
    type: 'address',
    reason: 'addressInParts',
    pattern: new RegExp(
      `部屋(?:番号)?(?:だけ|のみ)?が?(?:変わ|替わ|移)[っり]て?、?(${count}(?:号室?)?)(?!${digit})`,
      'dg',
    ),
  },
  // 「グランコート夢の五〇二に届けて」「隣の架空ハイツ二〇三の人」.
  {
    type: 'address',
    reason: 'addressInParts',
    pattern: new RegExp(
      `((?:[ァ-ヴー一-龠々]{1,8})?(?:${buildingWords.filter((word) => word.length > 1).join('|')})[ァ-ヴー一-龠々]{0,6}(?:の|、| )?(?:${digit}{3,4}(?!${digit})(?:号室?)?|[0-9一二三四五六七八九十]{1,2}階の[右左奥手東西南北][手前側端]?))(?=(?:に|へ|まで)(?:届|送|お|来|越|引|住|い|配)|の(?:人|方|者|住|部屋)|です|在住|在)`,
      'dg',
    ),
  },
  // 「うちは架空通りの、三十八番です」.
  {
    type: 'address',
    reason: 'addressInParts',
    pattern: new RegExp(
      `(?:うち|自宅|家|住所|実家)は[、 ]?([一-龠々]{2,6}(?:通り?|町|台|丘|新田)の?、?${count}番)(?![号目])`,
      'dg',
    ),
  },
  // 「大阪の東住吉の架空3の2の1」「長野の松本、架空の一の二の三」: in talk 市 and 区 are left out.
  {
    type: 'address',
    reason: 'townAndBlock',
    pattern: new RegExp(
      `(?<![一-龠])((?:北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄|札幌|仙台|横浜|名古屋|神戸)の[、 ]?[一-龠々ヶケノぁ-ん]{2,8}(?:の|、)[、 ]?(?:[一-龠々ヶケノ]{2,8}の?[、 ]?)?${count}(?:丁目|番地?)?(?:の|-|、)[、 ]?${count}(?:(?:番地?)?(?:の|-|、)[、 ]?${count}){0,3}(?:号室?|番地?)?)(?!${digit})`,
      'dg',
    ),
  },
  // 「ナンバーはレンタカーの「わ」」「最後が5か6」.
  {
    type: 'plate',
    reason: 'plateInParts',
    pattern: /(?:ナンバー|プレート|相手|ひらがな|平仮名|かな)(?:[^。\n]{0,12})「([あ-ん])」/dg,
  },
  {
    type: 'plate',
    reason: 'plateInParts',
    pattern: new RegExp(
      `(?:ナンバー|プレート)の(?:最後|末尾|頭|最初)(?:の数字)?(?:が|は)(${digit}(?:か${digit})?)(?!${digit})`,
      'dg',
    ),
  },
  {
    type: 'plate',
    reason: 'plateInParts',
    pattern: new RegExp(
      `(?<![ぁ-ん])([あ-ん](?: |の|、){0,2}${digit} ?${digit}(?:-| |の|、)${digit} ?${digit})(?=まで|しか|だけ|って|と|が)`,
      'dg',
    ),
  },
];

/**
 * Short pieces that their own word names and that are too short, or too loosely put, for the rules of their kind:
 * an extension, the month of a birth, the last two digits of a policy.
 *
 * @param text in normal form
 */
export function shortPieces(text: string): Finding[] {
  return pieces.flatMap(({ type, reason, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match): Finding[] => {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      if (end <= start || (type !== 'dob' && hasCounter(text.slice(end, end + 5)))) return [];
      if (type === 'address' && /(?:会議|研修|支店)/.test(text.slice(start, end))) return [];
      return [{ type, start, end, reason, confidence: 0.5 }];
    }),
  );
}
