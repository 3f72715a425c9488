/** Longest title that is made of somebody's words, in characters. */
const longest = 40;

/** A title for what was written: its first sentence, cut where it is long. */
export function titleOf(words: string): string {
  const [line = ''] = words.trim().split(/\s*\n/, 1);
  const sentence = /^.+?(?:[。!?！？](?!$)|\.(?=\s))/u.exec(line)?.[0] ?? line;
  const title = sentence.replace(/[。.]$/u, '').trim() || line;
  const characters = Array.from(title);
  if (characters.length <= longest) return title;
  return `${characters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`;
}
