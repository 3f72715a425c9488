import type { Candidate, NameReading } from './candidate.ts';
import { toHiragana } from './kanaNames.rules.ts';
import type { NameLists } from './nameLists.ts';
import { carWords, firmWords, rolesWithHonorific } from './notNames.ts';

const katakanaRun = /[ァ-ヶー]+(?:[・=]?[ァ-ヶー]+|\s[ァ-ヶー]+){0,6}/g;

/** Names in katakana: foreign ones, and Japanese ones as forms and operators write them. */
export function katakanaCandidates({ text, tokens, lists, around, never }: NameReading): Candidate[] {
  const tagged = new Map(tokens.map((token) => [token.start, token]));
  return [...text.matchAll(katakanaRun)].flatMap((match) => {
    const start = match.index;
    const run = match[0].replace(howWritten, '');
    const end = start + run.length;
    if (run.length < 2) return [];
    const parts = run.split(/[・=\s]/);
    const isCalled = around.after(end, false) >= 2.6 || around.before(start) >= 1.8;
    const isName = (part: string) => isCalled && !never.has(part) && lists.katakanaNames.has(part);
    if (
      parts.some((part) => isNoName(part, never) && !isName(part)) ||
      firmEnd.test(run) ||
      spokenDigits.test(run)
    )
      return [];
    const token = tagged.get(start);
    const isTagged = token?.detail[1] === '人名' && token.detail[0] === '固有名詞';
    const isOrdinary =
      parts.length === 1 && token?.end === end && token.pos === '名詞' && token.detail[0] !== '固有名詞';
    const isPlace = token?.end === end && token.detail[1] === '地域' && !lists.katakanaNames.has(run);
    const shape =
      shapeOf(parts, lists) +
      (isTagged ? 0.6 : 0) -
      (isOrdinary ? 1.5 : 0) -
      (isPlace ? (shapeOf(parts, lists) > 1.5 ? 0.6 : 2) : 0);
    return [
      {
        start,
        end,
        rule: 'katakana',
        shape,
        before: around.before(start),
        after: around.after(end, isTagged),
        reason: 'nameInKatakana',
      },
    ];
  });
}

/** 「シルバ・パウロカタカナです」: how the name is written is no part of it. */
const howWritten = /(?<=.)[・ ]?(?:カタカナ|フリガナ)$/;
const spokenDigits = /^(?:ゼロ|レイ|マル|イチ|ニー?|サン|ヨン|シー?|ゴー?|ロク|ナナ|シチ|ハチ|キュー|ク)+$/;
const firmEnd =
  /(?:モータース|モーター|オート|カーズ|ガレージ|サービス|ショップ|ストア|マート|ハウス|クリニック|ホーム|システム|センター|タクシー|レンタカー|ディーラー)$/;

function isNoName(part: string, never: ReadonlySet<string>): boolean {
  return never.has(part) || carWords.has(part) || firmWords.has(part) || rolesWithHonorific.has(part);
}

function shapeOf(parts: readonly string[], lists: NameLists): number {
  const isName = (part: string) => {
    const kana = toHiragana(part);
    return lists.katakanaNames.has(part) || lists.kanaSurnames.has(kana) || lists.kanaGivenNames.has(kana);
  };
  const words = parts.filter((part) => lists.katakanaWords.has(part)).length;
  const names = parts.filter(isName).length;
  if (parts.length > 1)
    return words === 0 || names > 0 ? 2.4 : words < parts.length ? 1.2 : parts.length > 2 ? -0.5 : -2;
  const [only = ''] = parts;
  if (only.length < 2) return -1;
  if (words > 0) return -1.6;
  if (names > 0) return 1.8;
  return only.length >= 10 || isCompound(only, lists)
    ? -1
    : only.length >= 8
      ? 0.6
      : only.length >= 6
        ? 1.1
        : 1.3;
}

/** スプリントレビュー: two words that everybody knows. */
function isCompound(word: string, lists: NameLists): boolean {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (lists.katakanaWords.has(word.slice(0, cut)) && lists.katakanaWords.has(word.slice(cut))) return true;
  }
  return false;
}
