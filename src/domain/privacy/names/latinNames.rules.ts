import type { Candidate, NameReading } from './candidate.ts';
import type { NameLists } from './nameLists.ts';
import { romajiToHiragana } from './romaji.rules.ts';

const latinRun =
  /(?<![\p{Script=Latin}\d_.-])(?<![\p{Script=Latin}\d_][@/])\p{Lu}[\p{Script=Latin}'’.]{0,19}(?:[ -](?:van|von|de|da|dos|di|bin|al|\p{Lu}[\p{Script=Latin}'’.]{0,19})|-\p{Ll}{2,12}){0,4}(?![\p{Script=Latin}\d_@]|\/[\p{Script=Latin}\d]|-(?!san|sama|kun|chan))/gu;
/** Small letters are a name where somebody is addressed: mariaさん. */
const smallLatin =
  /(?<![\p{Script=Latin}\d_@./-])\p{Ll}[\p{Script=Latin}'’]{1,14}(?=\s?(?:さん|さま|様|くん|君|ちゃん))/gu;

/** Words in Latin letters that are no names however they are written. */
const latinWords =
  /^(?:microsoft|azure|playground|general|ctrl|ctrl-c|shift|dns|http|https|tls|ssl|vpn|proxy|lan|wan|ip|os|ram|node|docker|github|postgresql|python|javascript|web|fax|faq|sms|line|teams|excel|word|pdf|url|ai|it|pc|tel|crm|ok|ng|id|vin|etc|jaf|atm|ct|mri|ptsd|diy|google|amazon|apple|windows|android|iphone|ipad|qr|jcb|visa|master|mastercard|outlook|zoom|chrome|edge|mr|ms|mrs|dr|due|my|re|fw|fwd|cc|bcc|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|the|this|that|it|is|i|we|you|he|she|they|please|dear|hello|hi|thank|thanks|yes|no|no\.|not|and|or|but|if|for|from|to|in|on|at|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|japan|tokyo|osaka|kyoto|english|japanese|premium|policy|claim|insurance|street|road|avenue|room|apt|suite|floor|building|court|heights|park|garden|plaza|tower|hotel|center|centre|station|co|ltd|inc|corp|company|service|support|sales|manager|team|app|online|mobile|desk|version|ver|vol|step|part|type|model|series|plan|plus|pro|lite|new|best|top|home|life|car|auto|drive|safe|smart|happy|good|free|max|mini|sos|ev|hv|suv|gps|led|usb|wifi|wi-fi|csv|xlsx|zip|jpg|png|html|css|sql|api|sdk|ui|ux|kpi|voc|ivr|acd|nps|esg|sdgs|bcp|iso|jis)$/i;

/** Among English words an unknown one with a capital is a word; beside Japanese it may well be somebody. */
const japanese = /[\u3000-\u30ff\u3400-\u9fff]/;

/** Names in Latin letters: foreign ones, and Japanese ones as cards and forms have them. */
export function latinCandidates({ text, lists, around, never }: NameReading): Candidate[] {
  const runs = [...text.matchAll(latinRun), ...text.matchAll(smallLatin)].flatMap((match) =>
    withoutOtherWords(match[0], match.index, lists, never),
  );
  return runs.flatMap(({ name, start }) => {
    const words = name.split(/[ -]/).filter(Boolean);
    const end = start + name.length;
    const isKnown = words.some((word) => isName(word, lists));
    if (!isKnown && around.before(start) < 1.5 && !japanese.test(text.slice(Math.max(0, start - 3), end + 4)))
      return [];
    return [
      {
        start,
        end,
        rule: 'latin',
        shape: shapeOf(words, lists),
        before: around.before(start),
        after: around.after(end, false),
        reason: 'nameInLetters',
      },
    ];
  });
}

/** 「is Priya Raman. My」: the stretches between the words that are no names. Among other names a May or a Lan is one. */
function withoutOtherWords(
  run: string,
  at: number,
  lists: NameLists,
  never: ReadonlySet<string>,
): { name: string; start: number }[] {
  const words = [...run.matchAll(/[^ -]+/g)];
  const isOther = (word: string) =>
    never.has(word) ||
    (latinWords.test(word.replace(/[.’']$/, '')) &&
      !(words.length > 1 && lists.latinNames.has(word.toLowerCase())));
  if (words.every(({ 0: word }) => isOther(word) || latinWords.test(word))) return [];
  const stretches: { name: string; start: number }[] = [];
  let isOpen = false;
  for (const { 0: word, index } of words) {
    const last = stretches.at(-1);
    if (isOther(word)) isOpen = false;
    else if (isOpen && last) last.name = run.slice(last.start - at, index + word.length);
    else {
      stretches.push({ name: word, start: at + index });
      isOpen = true;
    }
    // A full stop ends the name: 「Raman. My」; that of an initial does not.
    if (/[^.]{2,}\.$/.test(word)) isOpen = false;
  }
  return stretches.map(({ name, start }) => ({ name: name.replace(/(?<=..)\.$/, ''), start }));
}

/** A word that lists know says it; two that they do not know say it somewhat; SHOUTED ones are often codes. */
function shapeOf(words: readonly string[], lists: NameLists): number {
  const known = words.filter((word) => isName(word, lists)).length;
  if (words.length > 1)
    return known > 0 ? 2.4 : words.every((word) => word === word.toUpperCase()) ? 0.7 : 1.4;
  const [only = ''] = words;
  if (only.length < 3) return -1;
  if (known > 0) return 1.5;
  return only === only.toUpperCase() ? -1 : 0.3;
}

function isName(word: string, lists: NameLists): boolean {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  if (lists.latinNames.has(plain)) return true;
  const kana = romajiToHiragana(plain);
  return kana.length > 1 && (lists.kanaSurnames.has(kana) || lists.kanaGivenNames.has(kana));
}
