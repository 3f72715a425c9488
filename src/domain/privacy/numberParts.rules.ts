/** A piece of a number is told by where it stands in it: 末尾が, 下四桁は, 真ん中, 市外局番が. */
const partBefore =
  /(?:末尾|下|上|頭|先頭|最初|真ん中|まん中|中|最後|おしまい|終わり|おわり|しまい|後ろ|うしろ|残り|市外局番|局番|市内)(?:の?[0-9〇一二三四五六七八九]{1,2}(?:桁|けた|ケタ|文字|つ))?(?:だけ|のほう|の数字|の番号)?(?:[がはの]|、| ){0,2}$/;
const directly =
  /(?:末尾|桁|けた|ケタ|局番|市内|頭|真ん中|まん中|最後|おしまい|終わり)(?:[がはのだけ、 ]|のほう){0,3}$/;

/** Whether the words directly before `start` say that only a piece of a number follows. */
export function isPartOfNumber(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return partBefore.test(before) && directly.test(before);
}
