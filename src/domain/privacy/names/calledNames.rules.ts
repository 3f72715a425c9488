import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';
import { isFirm } from './kanjiNames.rules.ts';
import { carWords, firmWords, rolesWithHonorific } from './notNames.ts';

/** Who is addressed, has a title, or gives a name: what stands before it is called so, known or not. */
const behind =
  /さん|さま|様|氏(?![名族])|くん|君|ちゃん|殿|先生|先輩|課長|部長|係長|主任|次長|店長|所長|支店長|社長|専務|会長|組長|先生|と(?:申し|もうし)|と[い言](?:います|う(?:者|もの|方|人|若|名))|っていう(?:者|人|方|子)|って(?:人|方|子)|いうん|と名乗|が(?:承|うけたまわ|担当|対応|伺|受け)|でございます|と読み|と書い|って書|じゃなく|名義|本人|宛|くんち|さんち/g;
/** Kin, offices and parts in a case, with the particle that leads on to whose they are. */
const ahead =
  /(?:主人|夫|旦那|妻|家内|嫁|女房|父|母|親父|祖父|祖母|じいちゃん|ばあちゃん|息子|せがれ|娘|長男|次男|二男|三男|長女|次女|二女|三女|末っ子|兄|弟|姉|妹|孫|甥|姪|叔父|伯父|叔母|伯母|いとこ|従兄|従弟|彼氏|彼女|友達|友人|知人|子ども|子供|婿|部下|同僚|後輩|新人|担当者?|担当の|オペレーター|部長|課長|係長|主任|所長|店長|社長|支店長|次長|工場長|組合長|会長|医師|弁護士|看護師|鑑定人?|相手方?|先方|加害者|被害者|運転者|同乗者|契約者|名義人?|受取人|被保険者|代理人|保証人|立会人|記録者|報告者|作成者|発信者|差出人|申出人|原告|被告|喪主|施主|代表|世話人|事務局|受付|私|わたし|わたくし|僕|俺|名前|お名前|氏名|敬具|草々|故|亡)(?:さん|様)?(?:の(?!ほう|方|者|人|件|こと)|は|が|[、。 　:→・「]|で、|、名前は|だった|している){0,2}/g;

const kanji = '[\u3400-\u9fff々ヶ]';
const kanjiRun = new RegExp(`${kanji}{1,5}$`);
const kanaRun = /[ぁ-んーゝ]{2,9}$/;
const particle = /[はがのをにもとでや]/;
/** たかP, ゆっきー: what colleagues call one another. */
const nicknameRun = /(?<![ぁ-んァ-ヴーA-Za-z])[ぁ-んァ-ヴー]{2,4}[A-Z]$/;
/** 龍之, 美ゆ, 井ノ: kanji with the kana of a name. */
const mixedRun =
  /(?<![\u3400-\u9fff々])[\u3400-\u9fff々]{1,2}(?:[ノ之ヶゆりみかえこなよ]|[ぁ-ん]子)[\u3400-\u9fff々]{0,2}$/;
/** What may stand behind a name that somebody's part in the case led on to. */
const goesOn =
  /^(?:[はがのをにもとでや、。 」)(/→:]|です|でし|って|から|だ|さん|さま|様|氏|くん|君|ちゃん|先生|殿|宛|ほか|名義|本人|\n|$)/;
const wordsOfTalk =
  /^(?:です|ます|でした|ました|した|して|から|まで|けど|ので|のに|もう|まだ|いま|これ|それ|あれ|どれ|ここ|そこ|こと|もの|とき|ため|よう|そう|こう|ああ|はい|いや|うん|ええ|なん|なに|だれ|どこ|いつ|ある|いる|ない|なく|する|なる|ほう|かた|ひと|みな|みんな|ほか|うち|また|ただ|まあ|では|には|とは|にも|でも|って|とか|など|だけ|ほど|くらい|ぐらい|ずっと|すぐ|よく|とても|ちょっと|いつも|たぶん|あと|さき|まえ|なか|うえ|した|そば|となり|おっしゃ|ございま|いただ|くださ|いたし|おり|おります)/;

/** うつみしんぺい, わかなです: kana alone between two pauses, which talk seldom leaves so. */
const alone =
  /(?<![ぁ-んァ-ヴー一-龠々A-Za-z0-9])(?:(?<=^|[、。「『( 　\n:@・])|(?<=はい、))([ぁ-ん]{3,8})(?=です(?:[、。」]|$|が|け)|でした|でござ|だ[。、]|と(?:申|い|言)|[、。」』)\n 　]|$|さん|ちゃん)/g;
const longestKana = 6;

/**
 * The last resort: what is called like a person or led on to like one, and that no list and no word of the analyser
 * makes a candidate. The learned weights decide.
 *
 * @param known candidates of the other rules; none of their stretches comes back
 */
export function calledNames(
  { text, tokens, around, never }: NameReading,
  known: readonly Candidate[],
): Candidate[] {
  const byStart = new Map(tokens.map((token, index) => [token.start, index]));
  const taken = new Set(known.map(({ start, end }) => placeOf(start, end)));
  const found: Candidate[] = [];
  const add = (start: number, end: number) => {
    const name = text.slice(start, end);
    if (end - start < 1 || taken.has(placeOf(start, end)) || never.has(name)) return;
    if (
      /(?:さん|さま|くん|ちゃん|様|氏|君)$/.test(name) ||
      isFirm.test(name) ||
      firmWords.has(name) ||
      carWords.has(name)
    )
      return;
    if (rolesWithHonorific.has(name) || (/^[ぁ-んー]+$/.test(name) && wordsOfTalk.test(name))) return;
    if (isMadeOfWords(tokens, byStart, start, end)) return;
    taken.add(placeOf(start, end));
    found.push({
      start,
      end,
      rule: 'called',
      shape: 0.2,
      before: around.before(start),
      after: around.after(end, false),
      reason: 'nameByTitle',
    });
  };
  for (const { index } of text.matchAll(behind))
    addBehind(text.slice(Math.max(0, index - 10), index), index, add, (at) => byStart.has(at));
  for (const match of text.matchAll(alone)) {
    const name = match[1] ?? '';
    add(match.index, match.index + name.length);
  }
  for (const match of text.matchAll(ahead)) addAhead(text, match.index + match[0].length, add);
  return found;
}

type Add = (start: number, end: number) => void;

function addBehind(before: string, end: number, add: Add, isStart: (at: number) => boolean): void {
  const ofKanji = kanjiRun.exec(before)?.[0] ?? '';
  if (ofKanji && !isFirm.test(ofKanji))
    for (let length = Math.min(4, ofKanji.length); length > 0; length -= 1) {
      // Of a long run the last two or three may be the name: 弊社仲宗根様.
      const isCut = length < ofKanji.length;
      if (!isCut || (ofKanji.length > 3 && length >= 2 && isStart(end - length))) add(end - length, end);
    }
  const ofKana = kanaRun.exec(before)?.[0] ?? '';
  for (let length = Math.min(longestKana, ofKana.length); length >= 2; length -= 1) {
    if (length === ofKana.length || particle.test(ofKana.charAt(ofKana.length - length - 1)))
      add(end - length, end);
  }
  for (const pattern of [mixedRun, nicknameRun]) {
    const name = pattern.exec(before)?.[0] ?? '';
    if (name) add(end - name.length, end);
  }
}

function addAhead(text: string, start: number, add: Add): void {
  const rest = text.slice(start, start + 12);
  const ofKanji = /^[\u3400-\u9fff々ヶ]{1,5}/.exec(rest)?.[0] ?? '';
  if (ofKanji && goesOn.test(rest.slice(ofKanji.length))) add(start, start + ofKanji.length);
  const ofKana = /^[ぁ-んーゝ]{2,8}/.exec(rest)?.[0] ?? '';
  for (let length = 2; length <= Math.min(longestKana, ofKana.length); length += 1) {
    if (goesOn.test(rest.slice(length))) add(start, start + length);
  }
}

const grammar = /^(?:助詞|助動詞|接続詞|連体詞|感動詞|フィラー|記号)$/;
const wordKinds = /^(?:一般|サ変接続|形容動詞語幹|副詞可能|ナイ形容詞語幹|代名詞|数|接尾|非自立)$/;

/**
 * Whether the analyser makes of it what talk is made of: 健康診断, の総代, ですか. A name that it does not know comes
 * out in single characters, in words of the wrong kind, or cut in the middle.
 */
function isMadeOfWords(
  tokens: readonly Token[],
  byStart: ReadonlyMap<number, number>,
  start: number,
  end: number,
): boolean {
  const first = byStart.get(start);
  if (first === undefined) return false;
  const parts: Token[] = [];
  for (let index = first; (tokens[index]?.end ?? Number.POSITIVE_INFINITY) <= end; index += 1)
    parts.push(tokens[index] as Token);
  const [head] = parts;
  const last = parts.at(-1);
  if (!head || !last) return false;
  if (grammar.test(head.pos) || (last.end === end && /^(?:助詞|助動詞)$/.test(last.pos))) return true;
  if (last.end !== end) return false;
  const isWord = ({ pos, detail, surface }: Token) =>
    (pos === '名詞' && wordKinds.test(detail[0]) && (surface.length > 1 || parts.length === 1)) ||
    grammar.test(pos) ||
    pos === '副詞';
  if (parts.every(isWord)) return true;
  const kinds = parts.filter(({ pos }) => pos === '動詞' || pos === '形容詞' || grammar.test(pos));
  return kinds.length === parts.length && parts.length > 0 && parts.some(({ surface }) => surface.length > 1);
}

function placeOf(start: number, end: number): number {
  return start * 64 + (end - start);
}
