import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';
import type { NameLists } from './nameLists.ts';
import { carWords, everydayWords, firmWords, rolesWithHonorific } from './notNames.ts';
import type { Surroundings } from './surroundings.rules.ts';

/** Most words that the analyser makes of one name it does not know. */
const mostTokens = 5;
const longestName = 8;

/** Kanji, and the kana that stand inside names: 井ノ元, てる子, 一ノ瀬, 美ゆき. */
const nameScript = /^[\u3400-\u9fff々ヶヵノァ-ヶぁ-んー]+$/;
const hasKanji = /[\u3400-\u9fff々]/;

/** A shop or firm that people call さん. */
export const isFirm =
  /.(?:商会|商事|商工|農園|協会|連合|組合|薬局|病院|医院|保険|銀行|支店|本店|大学|高校|生命|損保|自動車|電機|電気|ガラス|店|屋|社|局|所|院|園|館|工業|建設|運送|商会|産業|組合|会|署|校|庁|課|部|係|員|者|人)$/;

/** Names written in kanji, wholly or in part. */
export function kanjiCandidates(reading: NameReading): Candidate[] {
  const { text, tokens, lists, around, never } = reading;
  const candidates: Candidate[] = uncutNames(reading);
  for (let first = 0; first < tokens.length; first += 1) {
    for (let last = first; last < Math.min(tokens.length, first + mostTokens); last += 1) {
      const token = tokens[last] as Token;
      if (last > first && token.start !== tokens[last - 1]?.end) break;
      if (!nameScript.test(token.surface) || cannotBePart(token)) break;
      if (last === first && token.detail[0] === '接尾') continue;
      // 様 and 氏 are said of a name and are no part of it.
      if (last > first && token.detail[0] === '接尾' && token.detail[1] === '人名') break;
      const start = tokens[first]?.start ?? 0;
      if (token.end - start > longestName) break;
      const name = text.slice(start, token.end);
      if (!hasKanji.test(name)) continue;
      // 松下課長 is somebody, 松下の電器 is not.
      const isCalledSo = called.has(around.after(token.end, true)) && firmWords.has(name);
      if (isKnownWord(name, never) && !(isCalledSo && !never.has(name))) continue;
      const own = everydayWords.has(name) ? 0.1 : shapeScore(name, tokens.slice(first, last + 1), lists);
      const shape = own <= 0 && mayBeNewName(text, start, token.end, around) ? 0.5 : own;
      const isPerson = first === last && token.detail[1] === '人名';
      if (shape <= 0 || (shape < 2 && isFirm.test(name) && !isPerson && !isListed(name, lists))) continue;
      const after = around.after(token.end, isPerson);
      // 三田村です is somebody, 石田町の is a place.
      const isTown = last > first && token.detail[0] === '接尾' && token.detail[1] === '地域';
      if (isTown && !(isListed(name, lists) && after >= 1)) continue;
      // から, に and の after a place lead on from it: 豊田から岡崎へ.
      const leadsOn =
        first === last && token.detail[1] === '地域' && placeGoesOn.test(text.slice(token.end, token.end + 3))
          ? 1.2
          : 0;
      const before = around.before(start);
      const isEveryday = everydayWords.has(name);
      if (shape < 0.2 && after < (isEveryday ? 1.3 : 1) && before < (isEveryday ? 1.6 : 1)) continue;
      candidates.push({
        start,
        end: token.end,
        rule: 'kanji',
        shape: shape - leadsOn,
        before,
        after,
        reason: after >= 2 ? 'nameByTitle' : 'nameByLists',
      });
    }
  }
  return candidates;
}

/** What is said of people alone: a title, 〜と申します, 〜が承りました. */
const called: ReadonlySet<number> = new Set([2.8, 2.6, 2]);

const placeGoesOn =
  /^(?:から(?!お?電話|ご?連絡)|まで(?!ご|お|連)|へ|に(?!代|替|電|連|聞|頼|任)|で(?![、。すし])|の(?!家内|妻|夫|母|父|娘|息子|携帯|自宅|件|番号|契約|車))/;

/** 湊斗, 志賀内: names that no list has. A run of two or three kanji is one where the words beside it call it so. */
function mayBeNewName(text: string, start: number, end: number, around: Surroundings): boolean {
  const length = end - start;
  if (length < 2 || length > 3 || kanjiSign.test(text.charAt(start - 1))) return false;
  if (goesOnInKanji.test(text.slice(end, end + 2)) || !onlyKanji.test(text.slice(start, end))) return false;
  return around.after(end, false) >= 2.6 || (around.before(start) >= 1.6 && around.after(end, false) >= 0.4);
}

/** Runs of kanji that are a known name where the analyser cuts elsewhere: 航|平が. */
function uncutNames({ text, tokens, lists, around, never }: NameReading): Candidate[] {
  const ends = new Set(tokens.map((token) => token.end));
  const starts = new Set(tokens.map((token) => token.start));
  const runs = [...text.matchAll(kanjiRun)].map((match) => ({ name: match[0], start: match.index }));
  return [...runs, ...addressedNames(text)].flatMap(({ name, start }) => {
    const end = start + name.length;
    if ((ends.has(end) && starts.has(start)) || isKnownWord(name, never) || !isListed(name, lists)) return [];
    const sides = { before: around.before(start), after: around.after(end, false) };
    return [{ start, end, rule: 'kanji', shape: 1.2, ...sides, reason: 'nameByLists' }];
  });
}

/** 紗和様, 仲程先生, 大河内方: where the analyser takes what is said of a name for its end. */
const addressed = /(?<=[\u3400-\u9fff々])(?:様|氏|殿|君|先生|方(?=$|[、。 ァ-ヴA-Z宛に]))/g;
const kanjiBefore = /(?:^|[^\u3400-\u9fff々〇])([\u3400-\u9fff々]{1,4})$/;
const behindNumber = /[一二三四五六七八九十]([\u3400-\u9fff々]{2,3})$/;

function addressedNames(text: string): { name: string; start: number }[] {
  return [...text.matchAll(addressed)].flatMap(({ index }) => {
    const before = text.slice(Math.max(0, index - 5), index);
    return [kanjiBefore, behindNumber].flatMap((pattern) => {
      const name = pattern.exec(before)?.[1];
      return name ? [{ name, start: index - name.length }] : [];
    });
  });
}

const kanjiRun = /[\u3400-\u9fff々ヶ]{2,4}(?![\u3400-\u9fff々ヶ])/g;

function isListed(name: string, lists: NameLists): boolean {
  return lists.surnames.has(name) || lists.givenNames.has(name);
}

function isKnownWord(name: string, never: ReadonlySet<string>): boolean {
  return never.has(name) || carWords.has(name) || firmWords.has(name) || rolesWithHonorific.has(name);
}

/** Words that no name goes across. */
function cannotBePart({ pos, detail, surface }: Token): boolean {
  if (pos === '助詞' || pos === '助動詞' || pos === '記号' || pos === 'フィラー')
    return !'ノヶ之'.includes(surface);
  if (pos === '名詞' && detail[0] === '代名詞') return true;
  return pos === '接続詞' || pos === '連体詞';
}

/** What the characters alone say: 3 for a surname with a given name, 0 for an ordinary word. */
function shapeScore(name: string, tokens: readonly Token[], lists: NameLists): number {
  const single = tokens.length === 1 ? tokens[0] : undefined;
  const listed = isListed(name, lists);
  const isWord = lists.surnamesThatAreWords.has(name) || lists.givenNamesThatAreWords.has(name);
  if (
    tokens.every(
      (token) => token.detail[1] === '人名' && token.pos === '名詞' && token.detail[0] === '固有名詞',
    )
  ) {
    return isWord && !single ? 1.5 : 2.3;
  }
  if (tokens.some((token) => token.detail[0] === '数' || token.detail[1] === '助数詞')) {
    if (!listed || onlyNumerals.test(name) || endsLikeACount.test(name))
      return listed && name.length >= 3 ? 0.8 : listed || isWord ? 0.2 : 0;
    return 1.6;
  }
  if (single) return singleScore(single, listed, isWord);
  const full = fullNameScore(name, tokens, lists);
  if (full > 0) return full;
  if (!listed)
    return isWord ? 0.8 : tokens.some((token) => token.pos === 'UNK') && onlyKanji.test(name) ? 0.8 : 0;
  const isBuilt = tokens.some(
    (token) => ['接尾', '接頭詞', '副詞可能', '非自立'].includes(token.detail[0]) || token.pos === '接頭詞',
  );
  if (isBuilt) return 1;
  const holdsAName = tokens.some((token) => token.detail[1] === '人名');
  return tokens.every((token) => token.surface.length === 1) ? 1.9 : holdsAName ? 1.6 : 1;
}

const kanjiSign = /[\u3400-\u9fff々]/;
/** What is said of a name may follow in kanji: 様, 課長; anything else makes a longer word of it. */
const goesOnInKanji = /^(?![様氏君殿先課部係主所店社院教弁医会専常看司税])[\u3400-\u9fff々]/;
const onlyKanji = /^[\u3400-\u9fff々]{1,3}$/;
const onlyNumerals = /^[〇一二三四五六七八九十百千万]+$/;
const endsLikeACount =
  /[次部号目番日月年時分秒回件台階度倍割円人個本枚冊通匹頭歳才名社店つ位級種類点週泊杯着字文]$/;

function singleScore(token: Token, listed: boolean, isWord: boolean): number {
  const [kind, field] = token.detail;
  if (token.pos === 'UNK') return listed ? 2.2 : 1;
  // 清 alone is no adjective: that would be 清い.
  if (token.pos === '形容詞') return listed ? 0.3 : -1;
  if (token.pos === '動詞' || token.pos === '副詞' || token.pos === '感動詞') return -1;
  if (kind === '固有名詞' && field === '組織') return listed ? 1.2 : 0;
  if (kind === '固有名詞') return listed ? 1.5 : 0.3;
  if (isWord) return token.surface.length > 1 ? 0.1 : 0.3;
  if (kind === 'サ変接続' || kind === '副詞可能' || kind === '接尾') return listed ? 0.3 : -0.5;
  return listed ? (token.surface.length > 1 ? 1.4 : 0.9) : 0;
}

/** A surname followed by a given name, each of them known, cut where the analyser cuts. */
function fullNameScore(name: string, tokens: readonly Token[], lists: NameLists): number {
  if (name.length < 3) return 0;
  const start = tokens[0]?.start ?? 0;
  for (const token of tokens.slice(1)) {
    const surname = name.slice(0, token.start - start);
    const given = name.slice(token.start - start);
    const isSurname = lists.surnames.has(surname);
    const isGiven = lists.givenNames.has(given);
    if (isSurname && isGiven) return 2.8;
    const either = isSurname || isGiven;
    const knowsSurname = isSurname || lists.surnamesThatAreWords.has(surname);
    const knowsGiven = isGiven || lists.givenNamesThatAreWords.has(given);
    if (either && knowsSurname && knowsGiven) return 1.8;
  }
  return 0;
}
