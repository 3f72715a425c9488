import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';
import type { NameLists } from './nameLists.ts';
import { kanaNamesThatAreWords, rolesWithHonorific, usualKanaNames } from './notNames.ts';

/** カタカナ → ひらがな; everything else stays. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

const hiraganaRun = /[ぁ-んーゝゞ]{2,}/g;
const longestName = 9;

/** Ends of words and sentences that lists of readings happen to hold. */
const endings =
  /^(?:さん|さま|ちゃん).+$|^(?:さん|さま|くん|ちゃん|なん|ほな|です|ます|でし|まし|した|して|いる|ある|ない|から|まで|より|けど|とこ|こと|もの|ため|よう|そう|みたい|わし|うち|いま|いう|わたし|あたし|したい|したん|たち|がた|わたしたち|かなと|のかなと|のかな|かなって|ひとり|ふたり|みんな|わたくし|ほんとう|るの|ああ|ここま|なし|いない|ひい|ひらが|ひらがな|させ|たん|てた|のに|だけ|とき|へや|となり|ひら|かみ|おかみ|からと|普通の|どうか|どうぞ|しいの|える|ほい|まま|にし|らん|くれる|ことない|さんとこ|さんから|しおり|ところ|ほう|もう|さら|かた|かたがた|あいだ|しょう|てん|けが|けん|ゆうた|いえ|すね|ここ|そこ|あそこ|これ|それ|あれ|どれ|はい|ええ|ほんま|ありがとう)$|(?:さん|さま|ません|ました|ですが|いん|ないん|そう|たら|とのこと|さまの|のかた|のこと|ます)$/;

/** Names in hiragana. They look like any other word: without a list or the analyser's word nothing is one. */
export function kanaCandidates({ text, tokens, lists, around, never }: NameReading): Candidate[] {
  const starts = new Map(tokens.map((token, index) => [token.start, index]));
  const candidates: Candidate[] = [];
  for (const run of text.matchAll(hiraganaRun)) {
    const runEnd = run.index + run[0].length;
    const isAddressed = addressed.test(run[0]);
    for (let start = run.index; start < runEnd - 1; start += 1) {
      const first = starts.get(start);
      // 「ご本人にはたかなしさまと」: behind a particle a name begins wherever the analyser cuts.
      const isHidden = first === undefined && start !== run.index;
      if (isHidden && !particle.test(text.charAt(start - 1))) continue;
      const before = around.before(start);
      const goesOn = first !== undefined && goesOnFrom(tokens[first - 1], start) && before < 1.8;
      const isPerson = first !== undefined && tokens[first]?.detail[1] === '人名';
      for (let end = start + 2; end <= Math.min(runEnd, start + longestName); end += 1) {
        const said = around.after(end, isPerson);
        const name = text.slice(start, end);
        const isKnown = (isHidden || said < 2.6) && standsAlone(name, text, end, lists);
        if (isHidden && !(said >= 2.6 && isAddressed) && !isKnown) continue;
        const cutsAWord = end < runEnd && !starts.has(end);
        if (
          cutsAWord &&
          said < 1 &&
          !(before >= 1.6 && particle.test(text.charAt(end))) &&
          !isUsual(name, text, end) &&
          !(isKnown && name.length >= 4)
        )
          continue;
        const covering = coveringTokens(tokens, first, end);
        if (!mayBeName(name, covering, lists, Math.max(said, before))) continue;
        if (never.has(name) || rolesWithHonorific.has(name) || endings.test(name)) continue;
        const shape = shapeOf(name, covering, lists, Math.max(said, before));
        if (shape <= 0) continue;
        const opensWithGrammar =
          first !== undefined && grammar.test(tokens[first]?.pos ?? '') && before < 1.5;
        // Particles and commas follow every word: among hiragana they say nothing.
        const after = said < 1 ? Math.min(said, 0.3) : said;
        candidates.push({
          start,
          end,
          rule: 'kana',
          shape: shape - (opensWithGrammar ? 1 : 0) - (goesOn && said < 2.5 ? 0.8 : 0),
          before,
          after,
          reason: 'nameInHiragana',
        });
      }
    }
  }
  return [...candidates, ...readings(text, around)];
}

/** 「読みはみいで」, 「おおにしじゃなくておにしです」: how a name is read, and be it in no list. */
const reading =
  /(?:(?:読み(?:方|がな)?|よみ|ふりがな|フリガナ欄?|名前|苗字|名字|姓)(?:[はがも]|欄は)[、「 ]?|(?:じゃなくて?|ではなく|(?:って|と|で)書いて|ひらがなで)[、「 ]?)([ぁ-ん]{2,7}(?: [ぁ-ん]{2,5})?|[ァ-ヴー]{2,8})(?=です|でし|でござ|って|と(?:読|よ|言|申|い[うい]|お)|[、。」]|$)/g;
const noReading =
  /^(?:ひらがな|カタカナ|ローマ字|フリガナ|こちら|そちら|どちら|いつも|ふつう|ほんとう|わたし|それ|これ|なん)|です|ます|ない|した|から|ので|けど/;

function readings(text: string, around: NameReading['around']): Candidate[] {
  return [...text.matchAll(reading)].flatMap((match): Candidate[] => {
    const name = match[1] ?? '';
    if (noReading.test(name)) return [];
    const end = match.index + match[0].length;
    const start = end - name.length;
    const rule = /^[ァ-ヴ]/.test(name) ? 'katakana' : 'kana';
    return [
      {
        start,
        end,
        rule,
        shape: 0.7,
        before: around.before(start),
        after: around.after(end, false),
        reason: 'nameInHiragana',
      },
    ];
  });
}

/** A run with somebody who is called さん, or who gives his name. */
const addressed = /さん|さま|くん|ちゃん|と(?:もう|いい|いう)/;
const particle = /[はがのをにもと、で]/;

/** のりこのとこ: names that everybody knows, also where the analyser cuts elsewhere. */
function isUsual(name: string, text: string, end: number): boolean {
  return (
    name.length >= 3 &&
    usualKanaNames.has(name) &&
    !kanaNamesThatAreWords.has(name) &&
    /[^ぁ-ん]|[はがのをにもとでや]/.test(text.charAt(end))
  );
}

/** 隣のがしゅんぺい: a name of some length that lists know, with a pause or a particle behind it. */
function standsAlone(name: string, text: string, end: number, lists: NameLists): boolean {
  return (
    name.length >= 3 &&
    (lists.kanaGivenNames.has(name) || lists.kanaSurnames.has(name)) &&
    edge.test(text.slice(end, end + 2))
  );
}

const edge = /^(?:$|[はがのをにもとでや、。」』)\s]|です|だ|って|から|さん|ちゃん|くん)/;

/** Whether a word is only the end of what stands before it: 外れかけてる, お電話. */
function goesOnFrom(previous: Token | undefined, start: number): boolean {
  if (previous?.end !== start) return false;
  return (
    !/^(?:助詞|助動詞|記号|接続詞|感動詞|フィラー|連体詞|副詞|UNK)$/.test(previous.pos) &&
    /[ぁ-ん\u3400-\u9fff]$/.test(previous.surface)
  );
}

/** The analyser's words from the one at `first` to `end`; empty when it cuts across them. */
function coveringTokens(tokens: readonly Token[], first: number | undefined, end: number): Token[] {
  if (first === undefined) return [];
  const covering: Token[] = [];
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.end > end) return [];
    covering.push(token);
    if (token.end === end) return covering;
  }
  return [];
}

function shapeOf(name: string, tokens: readonly Token[], lists: NameLists, called: number): number {
  const isCalled = called >= 1.2;
  const [only] = tokens;
  const isListed = lists.kanaGivenNames.has(name) || lists.kanaSurnames.has(name);
  const common = usualKanaNames.has(name) ? (kanaNamesThatAreWords.has(name) ? 0.2 : 0.8) : 0;
  if (tokens.at(-1)?.pos === '助詞' && common === 0 && !isCalled) return isListed ? 0.2 : 0;
  if (tokens.length === 1 && only) {
    if (only.detail[0] === '固有名詞') return isListed || only.detail[1] === '人名' ? 1.7 + common / 2 : 0.6;
    if (only.pos === 'UNK') return isListed ? 1.5 + common : 0.5;
    if (only.pos === '名詞' && only.detail[0] === '一般') return isListed ? 0.5 + common : 0;
    return isListed && (only.pos === '名詞' || called >= 1.2) ? 0.2 + common : common;
  }
  if (readsAs(called < 1.8 ? sentence : grammar, tokens)) return isListed ? 0.2 + common : 0;
  if (isListed) return 1 + common;
  if (isCalled && lists.rareKanaNames.has(name)) return 0.6;
  if (called < 1.8 && tokens.some(({ pos }) => pos === '助詞' || pos === '助動詞')) return 0;
  return isCalled && isFullName(name, lists) ? 1.2 : 0;
}

/** Words that make up sentences: what consists of them alone reads as part of one. */
const sentence = /^(?:助詞|助動詞|接続詞|フィラー|感動詞|連体詞|動詞|副詞|形容詞)$/;
const grammar = /^(?:助詞|助動詞|接続詞|フィラー|感動詞|連体詞)$/;

/** A cheap look that rules most of a sentence out: lists, the analyser's word, or two names in one. */
function mayBeName(name: string, covering: readonly Token[], lists: NameLists, called: number): boolean {
  if (covering.length === 1 && covering[0]?.pos !== '助詞' && covering[0]?.pos !== '助動詞') return true;
  if (lists.kanaGivenNames.has(name) || lists.kanaSurnames.has(name)) return true;
  if (called < 1.2) return false;
  return lists.rareKanaNames.has(name) || (name.length >= 4 && isFullName(name, lists));
}

function readsAs(kinds: RegExp, tokens: readonly Token[]): boolean {
  return tokens.length > 0 && tokens.every(({ pos, detail }) => kinds.test(pos) || detail[0] === '非自立');
}

function isFullName(name: string, lists: NameLists): boolean {
  for (let cut = 2; cut <= name.length - 2; cut += 1) {
    if (lists.kanaSurnames.has(name.slice(0, cut)) && lists.kanaGivenNames.has(name.slice(cut))) return true;
  }
  return false;
}
