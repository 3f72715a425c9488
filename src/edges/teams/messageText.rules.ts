/** What a mark of HTML stands for. Source: HTML Living Standard, "Named character references". */
const namedCharacters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  yen: '¥',
  copy: '©',
};

/** More than a message of Teams holds (28 KB); reading takes longer than the text does. */
const longestRead = 32_000;

/**
 * The words of a message of Teams, without its looks. Left out is what is not the message's own: the message that it
 * answers, with its author's name, and attachments.
 *
 * @param html `messagePayload.body.content`. Source: Microsoft Learn, "Define message extension action commands"
 */
export function plainText(html: string): string {
  const words = html
    .slice(0, longestRead)
    .replace(/<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>/giu, '')
    .replace(/<blockquote\b[^>]*schema\.skype\.com\/Reply[^>]*>[\s\S]*?<\/blockquote>/giu, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/[\r\n\t ]+/gu, ' ')
    .replace(/<(?:img|emoji)\b[^>]*\balt="([^"]{0,16})"[^>]*>/giu, '$1')
    .replace(/<li\b[^>]*>/giu, '\n・')
    .replace(/<br\b[^>]*>|<\/(?:p|div|h\d|tr|ul|ol|blockquote|pre|codeblock)>/giu, '\n')
    .replace(/<\/t[dh]>/giu, ' ')
    .replace(/<[^>]*>/gu, '');
  return decoded(words)
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Once, after the marks are gone: what stands for a mark is not one. */
function decoded(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (all, decimal, hex, name) => {
    if (name) return namedCharacters[String(name).toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
