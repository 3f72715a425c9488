/**
 * What stands between two pieces of one number. `direct` nothing, `dash` -, の, ハイフン, `space`, `comma`,
 * `dot`, `slash`, `pause` 、 and the like, `filler` えーと, はい.
 */
export type Gap = 'direct' | 'dash' | 'space' | 'comma' | 'dot' | 'slash' | 'pause' | 'filler';

/** How one number leads to the next: read on in a new clause, or said again because it was wrong. */
export type Link = 'none' | 'next' | 'correction';

/** Longer gaps hold other matter. The bound also keeps the patterns below from running away. */
const longestGap = 26;

const singles: Readonly<Record<string, Gap>> = {
  '-': 'dash',
  ー: 'dash',
  '~': 'dash',
  _: 'dash',
  の: 'dash',
  ノ: 'dash',
  ' ': 'space',
  ',': 'comma',
  '.': 'dot',
  '/': 'slash',
  '、': 'pause',
  '・': 'pause',
  '…': 'pause',
  '(': 'dash',
  ')': 'dash',
};

const dashWords =
  'no(?= )|ハイフン|はいふん|ダッシュ|マイナス|バー|スラッシュ|スペース|(?:カッコ|かっこ|括弧)(?:閉じ|とじ)?|点|てん';
const fillers =
  'えー{0,3}っ?とー?|ええ{0,2}っ?と?|えっとー?|うーん?と|んーと|あの[うーお]{0,2}|あー{0,3}|うー{0,3}ん?|んー{0,3}と?|その[うー]{1,2}|まあ|はい|うん';
const joinPattern = new RegExp(`^(?:[-ー~のノ ,./、・…()]|${dashWords}|${fillers}){1,12}$`);
/** What a gap of more than one sign can begin with; spares most places of a text the pattern. */
const firstSigns = new Set([...'-ー~のノ ,./、・…()ハはダマバスカか括点てえあうんそ']);
const fillerPattern = new RegExp(fillers);
const dashPattern = new RegExp(`[-~のノ()]|${dashWords}`);

const corrections =
  'から|→|ちゃう(?:わ|ねん|ちゃう)?|ちゃいます(?:わ)?|違う(?:わ|なあ?|か)?|ちがう(?:わ|な)?|違い(?:ます|ました)|ちがいます|違った|違いました|間違え(?:ました|た)|間違い(?:ました|です)?|まちがえ(?:ました|た)|じゃなくて|じゃなく|ではなく(?:て)?|じゃない(?:や|わ|です)?|やなくて|やのうて|いや|いえ|待って(?:ください)?|もとい|訂正(?:します|で)?|失礼(?:しました|いたしました)?|ちご(?:た|うた|て)|もとへ|言い直し(?:ます)?|(?:一|1)?(?:桁|個|つ)?(?:足り(?:ない|ん|なかった)|多(?:い|かった|すぎ))(?:です|な|か)?|すみません|すいません|ごめん(?:なさい)?|もう(?:一回|一度)|正しくは|ほんとは|本当は|あれ|(?:やっ|だっ)たかな|かな';
const onward =
  '(?:そ|こ)(?:の|っ)(?:から|あと|後|次)(?:に|が|は|で)?|(?:まで)(?:は)?(?:いい|よろしい|大丈夫|書け(?:た|ました))(?:です)?か?(?:ね|な)?|ほして|ほんなら|そしたら|いきます|続けます|それで|それから|そして|そんで|ほんで|ほいで|んで|でー?|続いて|続けて|続き(?:が|は)?|次(?:が|は|に)?|下(?:が|は|の)?|上(?:が|は|の)?|頭(?:が|は)|真ん中(?:が|は)?|最後(?:が|は|に|の)?|(?:その)?(?:あと|後|次)(?:が|は)?|後ろ(?:が|は|の)?|末尾(?:が|は)?|残り(?:が|は)?|四桁(?:が|は|で)?|4桁(?:が|は|で)?|です(?:ね|よ|けど|が)?|ですね|でして|だね|だよ|ね|な|よ|が|は|と';
/** What people say while they look for the rest. */
const pondering =
  'ちょっと|ちょい|少々|お待ち(?:ください)?|(?:なん|何|どこ)(?:だ|や|じゃ|でし)(?:った|た)?(?:っけ|かな|かの|か|け)?';
const linkPattern = new RegExp(
  `^(?:[-のノ ,.、。?\n…あえ]|${pondering}|${corrections}|${onward}|${fillers}){1,14}$`,
);
const correctionPattern = new RegExp(corrections);
/** A bare 、 or が links nothing by itself: somebody has to say that the number goes on. */
const onwardWord =
  /はい|まで|ほして|ほんなら|そしたら|いきます|その|そっから|それで|それから|そして|そんで|ほんで|ほいで|んで|続|次|下|上|頭|真ん中|最後|あと|後|末尾|残り|桁|です|。|\n/;

/** What kind of gap stands from `start` to `end`, or undefined when the two pieces do not belong together. */
export function gapBetween(text: string, start: number, end: number): Gap | undefined {
  if (start === end) return 'direct';
  if (end - start === 1) return singles[text.charAt(start)];
  if (end - start > longestGap || !firstSigns.has(text.charAt(start))) return undefined;
  const between = text.slice(start, end);
  if (!joinPattern.test(between)) return undefined;
  if (fillerPattern.test(between)) return 'filler';
  if (dashPattern.test(between)) return 'dash';
  return between.trim() === '' ? 'space' : 'pause';
}

/** Whether the number after `end` goes on with, or corrects, the one before `start`. */
export function linkBetween(text: string, start: number, end: number): Link {
  if (end - start > longestGap || end - start < 2) return 'none';
  const between = text.slice(start, end);
  if (!linkPattern.test(between)) return 'none';
  if (correctionPattern.test(between)) return 'correction';
  return onwardWord.test(between) ? 'next' : 'none';
}
