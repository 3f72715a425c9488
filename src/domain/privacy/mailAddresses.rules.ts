import type { Finding } from './finding.ts';

/** Mailboxes that belong to nobody: what they are called says what they are for. */
const mailboxNames = new Set(
  'info support contact inquiry noreply no-reply customer customers help helpdesk webmaster postmaster soudan toiawase press'.split(
    ' ',
  ),
);
const localSign = /[A-Za-z0-9._%+-]/;
const domainSign = /[A-Za-z0-9.-]/;
/** RFC 5321 §4.5.3.1: at most so many characters before and after the @. */
const longestLocal = 64;
const longestDomain = 255;

const spokenAt = /アットマーク|あっとまーく|アット(?![ァ-ヴ])|あっと(?=[、 A-Za-z])|@/g;
const sign =
  'ドット|どっと|点|てん|テン|ハイフン|はいふん|アンダーバー|あんだーばー|アンダースコア|アンダーライン|ピリオド|プラス|(?:全部|ぜんぶ|全て)?、?(?:ローマ字|アルファベット|英語|英字|数字|[大小]文字|半角|カタカナ|漢字)(?:で|の|が)?|全部|それに|それから|あとは?|続けて|次に|えー+っ?と?|えっと|はい|その後';
/** What a spoken address consists of, read from the 「アットマーク」 to the right … */
const piecesAfter = new RegExp(
  `(?:[ 、,・]{0,2}(?:[A-Za-z0-9._-]+|${sign}|[ァ-ヴー]{1,12}|[〇零一二三四五六七八九]+|[ぁ-んー]{1,10}(?=[ 、,・]{0,2}(?:どっと|ドット|点|てん))|(?<=(?:どっと|ドット|点|てん|てん、|どっと、|ドット、))(?:こむ|ねっと|じぇい?ーぴー|じぇいぴー|しーおー|えぬいー|おーあーる|えーしー))){1,16}`,
  'y',
);
/** … and to the left, piece by piece. A particle (は, が) before it ends the address. */
const pieceBefore = new RegExp(
  `[A-Za-z0-9._%+-]+|${sign}|[ァ-ヴー]{1,12}|[〇零一二三四五六七八九]+|(?<=[ 、,・ト]|えっと|^)[ぁ-んー]{1,8}(?=[ 、,・]|ドット|どっと|アンダ|あんだ|ハイフ|はいふ|$)|(?:(?<=[ァ-ヴー])|(?<=(?:は|が)[、 ]?))[ぁ-んー]{2,14}?(?=ドット|どっと|アンダ|あんだ|ハイフ|はいふ|$)|(?<=[はが])[ぁ-ん]{1,4}(?=、)|(?:まる|ぜろ|いち|さん|よん|ろく|なな|はち|きゅう){1,6}`,
  'g',
);
const labelWords =
  /^.{0,90}(?:メールアドレス|アドレス|メアド|メール|ユーザー|アカウント)(?:は|が)?[ 、,:]{0,2}/;
const longestSpoken = 90;

/**
 * E-mail addresses, written or spelled out (アットマーク, ドット, アンダーバー). Mailboxes for everybody (info@) are left.
 *
 * @param text in normal form
 */
export function mailAddresses(text: string): Finding[] {
  return [
    ...writtenAddresses(text),
    ...spokenAddresses(text),
    ...disguisedAddresses(text),
    ...localParts(text),
  ];
}

function writtenAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < longestLocal && localSign.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= longestDomain && domainSign.test(text.charAt(end))) end += 1;
    while (end > at && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    const isAddress = start < at && /\.[A-Za-z]{2,}$/.test(text.slice(at, end));
    if (!isAddress || mailboxNames.has(text.slice(start, at).toLowerCase())) continue;
    found.push({ type: 'email', start, end, reason: 'mailAddress', confidence: 0.98 });
  }
  return found;
}

/** priya(at)example(dot)org, taro[at]example.com: written so that no machine should find it. */
const disguised =
  /[A-Za-z0-9._%+-]{1,64} ?[([{<] ?(?:at|AT|アット(?:マーク)?|あっと(?:まーく)?|@)[)\]}>] ?[A-Za-z0-9-]{1,63}(?: ?(?:[([{<](?:dot|DOT|ドット|\.)[)\]}>]|\.) ?[A-Za-z]{2,20}){1,5}/g;

function disguisedAddresses(text: string): Finding[] {
  return [...text.matchAll(disguised)].map((match) => ({
    type: 'email',
    start: match.index,
    end: match.index + match[0].length,
    reason: 'mailAddress',
    confidence: 0.95,
  }));
}

/** 「アットマークの前はhana.0412です」: the part that tells whose mailbox it is. */
const localPart =
  /(?:アットマーク|アット|@)(?:マーク)?(?:より|の)?(?:手前|前)(?:の?(?:ほう|部分))?(?:[はが:]|まで)[ 、「]{0,2}([A-Za-z][A-Za-z0-9._+-]{2,40}|(?:[ァ-ヴー]{2,8}[、 ]?){2,12}(?:[〇零一二三四五六七八九]+)?)/g;

function localParts(text: string): Finding[] {
  return [...text.matchAll(localPart)].map((match) => {
    const end = match.index + match[0].length;
    return {
      type: 'email',
      start: end - (match[1]?.length ?? 0),
      end,
      reason: 'mailAddressSpoken',
      confidence: 0.7,
    };
  });
}

function spokenAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(spokenAt)) {
    const at = match.index;
    const from = Math.max(0, at - longestSpoken, found.at(-1)?.end ?? 0);
    const before = text.slice(from, at);
    const pieces = piecesUpTo(before)
      .replace(labelWords, '')
      .replace(/^[ 、,の・]+/, '');
    const named = behindLabel(before);
    const local = named.length > pieces.length ? named : pieces;
    piecesAfter.lastIndex = at + match[0].length;
    const right = piecesAfter.exec(text.slice(0, piecesAfter.lastIndex + longestSpoken))?.[0] ?? '';
    // An @ between signs is written, and judged above; spoken it has pauses around it or a ドット behind it.
    const isWritten =
      match[0] === '@' && !/^[ 、]|ドット|どっと|点|てん/.test(right) && !/[ 、]$/.test(local);
    const isSpoken = /ドット|どっと|点|てん|テン|\./.test(right) || (local !== '' && right !== '');
    if (isWritten || !isSpoken) continue;
    found.push({
      type: 'email',
      start: at - local.length,
      end: at + match[0].length + right.trimEnd().length,
      reason: 'mailAddressSpoken',
      confidence: 0.9,
    });
  }
  return found;
}

const label =
  /(?:メールアドレス|アドレス|メアド|メール|mail)(?:のほう)?(?:[はがで]|です(?:ね|が)?|なんですけど|ですけど|[、 :「]){1,4}/g;
/** What is said of letters, and no letter itself. */
const ofLetters =
  /ローマ字[ので]?|[大小]文字[ので]?|アルファベット[ので]?|英語[ので]?|数字[ので]?|半角[ので]?|全部|その後|次[がに]?|[カか]っ?[コこ]/g;
const spokenLocal = /^[A-Za-z0-9ァ-ヴーぁ-ん〇零一二三四五六七八九._%+、,・ ()-]+$/;
const sentenceWord = /です|ます|から|けど|って|ので|した|まで/;

/** Everything from the word for it on, if it can all be spelled: 「アドレスは、ゆきゆき1212」. */
function behindLabel(before: string): string {
  const last = [...before.matchAll(label)].at(-1);
  if (!last) return '';
  const words = before.slice(last.index + last[0].length);
  const bare = words.replace(ofLetters, '');
  return spokenLocal.test(bare) && !sentenceWord.test(bare) ? words : '';
}

/** The pieces that stand together at the end of `before`. */
function piecesUpTo(before: string): string {
  const pieces = [...before.matchAll(pieceBefore)];
  let begin = before.length;
  for (const piece of pieces.reverse()) {
    const end = piece.index + piece[0].length;
    if (!/^[ 、,の・]{0,2}$/.test(before.slice(end, begin))) break;
    begin = piece.index;
  }
  return before.slice(begin);
}
