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

const spokenAt = /アットマーク|あっとまーく|アット(?![ァ-ヴ])|@/g;
/** What a spoken address consists of, read from the 「アットマーク」 to the right … */
const piecesAfter =
  /(?:[ 、,・]{0,2}(?:[A-Za-z0-9._-]+|ドット|点|てん|どっと|ハイフン|アンダーバー|アンダースコア|えー+と?|はい|その後|[ァ-ヴー]{1,12}|[〇零一二三四五六七八九]+)){1,14}/y;
/** … and to the left, piece by piece. A particle (は, が) before it ends the address. */
const pieceBefore =
  /[A-Za-z0-9._%+-]+|ドット|点|てん|ハイフン|アンダーバー|アンダースコア|プラス|数字の?|[大小]文字の?|半角の?|全部|えー+と?|[ァ-ヴー]{1,12}|[〇零一二三四五六七八九]+|(?<=[ 、,・ト])[ぁ-ん]{2,8}(?=[ 、,・]|ドット|アンダ|ハイフ|$)/g;
const labelWords = /^.{0,90}(?:メールアドレス|アドレス|メアド|メール|ユーザー|アカウント)[ 、,:]{0,2}/;
const longestSpoken = 90;

/**
 * E-mail addresses, written or spelled out (アットマーク, ドット, アンダーバー). Mailboxes for everybody (info@) are left.
 *
 * @param text in normal form
 */
export function mailAddresses(text: string): Finding[] {
  return [...writtenAddresses(text), ...spokenAddresses(text)];
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

function spokenAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(spokenAt)) {
    const at = match.index;
    const from = Math.max(0, at - longestSpoken, found.at(-1)?.end ?? 0);
    const before = text.slice(from, at);
    const local = piecesUpTo(before)
      .replace(labelWords, '')
      .replace(/^[ 、,の・]+/, '');
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
