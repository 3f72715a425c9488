import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';
import { toHiragana } from './kanaNames.rules.ts';
import type { NameLists } from './nameLists.ts';

/** Titles, kin and what else stands beside a name in kanji and is no part of it. */
const notOfName =
  /^(?:[様氏殿君家宅邸側方組店社部課長係主役員町市区村駅製業工号番分線川山達等他本宛印県都府道国車談]|先生|本人|名義|担当|代理|両名|夫妻|夫婦|親子|兄弟|姉妹|一家|家内|同席|対応|確認|連絡|退席|不在|記入|作成|記録)/;
const notBefore =
  /(?:[様氏殿君者人主妻夫父母娘孫姉妹兄弟婿嫁甥姪故亡氏名姓義当右左旧現前後元新同各両対社部課室店所局班係員長男女子児組号年月日時分円回件番市区町村県都府道国]|担当|代理|契約|氏名|名前|受付|先生|本人|相手)$/;
const kanjiAfter = /^[\u3400-\u9fff々]{1,3}(?![\u3400-\u9fff々])/;
const kanjiBefore = /(?<![\u3400-\u9fff々ァ-ヴー])[\u3400-\u9fff々ヶ]{1,3}$/;
const kanji = /[\u3400-\u9fff々]$/;
/** What stands behind a whole name. */
const edge =
  /^(?:$|[、。,.\n 　」』)（(・:/!?→…]|様|さま|さん|氏|殿|くん|君|ちゃん|先生|です|でし|でご|と|が|は|の|を|に|も|へ|から|宛|ほか|名義|本人|だ|や|って)/;
/** 武士の武に、藤: the parts of a name that is spelled out. */
const spelledBefore =
  /(?:[\u3400-\u9fff々](?:[ぁ-ん]{0,4}の[\u3400-\u9fff々])?|[\u3400-\u9fffぁ-ん]{2,5}の[\u3400-\u9fff々]|[\u3400-\u9fff][ぁ-ん]{1,2}|[ァ-ヴ]{2,4})(?:に|と|、|に、|で、)$/;
const spelledAfter =
  /^(?:に|と|、|に、)(?:[\u3400-\u9fffぁ-ん]{1,5}の)?[\u3400-\u9fff々](?=って|と|です|で|の|、|。|$|じゃ|やな)/;

/**
 * Names with the parts that no candidate held: 王 志強, 早乙女いと, 丼野 弥九郎. Half of a name hides nobody, and a longer
 * mark is no other finding. Judged by the characters and the analyser's words beside it.
 */
export function wholeNames<T extends Candidate>(
  { text, tokens, lists }: NameReading,
  names: readonly T[],
): T[] {
  if (names.length === 0) return [];
  return names.map((one, index) => {
    const from = names[index - 1]?.end ?? 0;
    const until = names[index + 1]?.start ?? text.length;
    const after =
      one.rule === 'spelled'
        ? lengthOf(spelledAfter, text.slice(one.end, one.end + 10))
        : behind(text, tokens, lists, one);
    const before =
      one.rule === 'spelled'
        ? lengthOf(spelledBefore, text.slice(Math.max(from, one.start - 10), one.start))
        : inFront(text, tokens, one);
    return {
      ...one,
      start: one.start - before >= from ? one.start - before : one.start,
      end: one.end + after <= until ? one.end + after : one.end,
    };
  });
}

/** How many characters behind the name belong to it. */
function behind(text: string, tokens: readonly Token[], lists: NameLists, one: Candidate): number {
  const rest = text.slice(one.end, one.end + 10);
  if (!kanji.test(text.charAt(one.end - 1))) return 0;
  const space = /^[ 　]/.test(rest) ? 1 : 0;
  const run = kanjiAfter.exec(rest.slice(space))?.[0] ?? '';
  if (run) {
    const end = one.end + space + run.length;
    const isWhole =
      !notOfName.test(run) &&
      edge.test(text.slice(end, end + 4)) &&
      areNameParts(tokens, end - run.length, end);
    return isWhole && (space === 0 || run.length > 1 || lists.givenNames.has(run)) ? space + run.length : 0;
  }
  const kana = /^[ぁ-んー]{2,4}|^[ァ-ヴー]{2,5}/.exec(rest.slice(space))?.[0] ?? '';
  for (let length = kana.length; length >= 2; length -= 1) {
    if (
      lists.kanaGivenNames.has(toHiragana(kana.slice(0, length))) &&
      /^(?:$|[、。\n 　」)様印]|さま|さん|氏|殿|ちゃん|くん|です)/.test(rest.slice(space + length))
    )
      return /^(?:です|ます|さん|さま|から|まで|ほか|より|です)/.test(kana) ? 0 : space + length;
  }
  return 0;
}

/** How many characters in front of the name belong to it. */
function inFront(text: string, tokens: readonly Token[], one: Candidate): number {
  const before = text.slice(Math.max(0, one.start - 8), one.start);
  if (!/^[\u3400-\u9fff々ぁ-んァ-ヴー]/.test(text.charAt(one.start))) return 0;
  const space = /[ 　]$/.test(before) ? 1 : 0;
  const run = kanjiBefore.exec(before.slice(0, before.length - space))?.[0] ?? '';
  if (!run || notBefore.test(run) || (space === 0 && !kanji.test(text.charAt(one.start)))) return 0;
  const start = one.start - space - run.length;
  if (/[\u3400-\u9fff々]/.test(text.charAt(start - 1))) return 0;
  return areNameParts(tokens, start, one.start - space) ? space + run.length : 0;
}

/** Whether the analyser takes a stretch apart or for a name: words that it knows are words beside a name. */
function areNameParts(tokens: readonly Token[], start: number, end: number): boolean {
  const parts = tokens.filter((token) => token.start >= start && token.end <= end);
  return parts.every(
    ({ pos, detail, surface }) =>
      pos === 'UNK' ||
      (pos === '名詞' && detail[0] === '固有名詞' && detail[1] !== '地域' && detail[1] !== '組織') ||
      (surface.length === 1 &&
        pos === '名詞' &&
        !['接尾', '数', '副詞可能', '非自立', '代名詞'].includes(detail[0])) ||
      (surface.length === 1 && (pos === '動詞' || pos === '形容詞' || pos === '接頭詞')),
  );
}

function lengthOf(pattern: RegExp, side: string): number {
  return pattern.exec(side)?.[0].length ?? 0;
}
