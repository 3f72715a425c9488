import type { Finding } from './finding.ts';

/** Words of Latin letters and numbers that stand together; bounded, so that a long text is read once. */
const latinRun = /[A-Za-z0-9#][A-Za-z0-9#.'/-]{0,24}(?:,? [A-Za-z0-9#][A-Za-z0-9#.'/-]{0,24}){1,15}/g;
/** Minato-ku, Yokohama-shi: how Japanese addresses are written in Latin letters. */
const japanesePart = /-(?:ku|shi|cho|machi|ken|fu|gun|mura|son|chome|dori)\.?,?$/i;
const streetPart =
  /^(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Blvd|Boulevard|Loop|Court|Ct|Terrace|Crescent|Highway|Hwy|Parkway|Square|Close|Gardens?|Way|Place|Pl|Quay)\.?,?$/;
const flatPart = /^(?:Room|Rm|Apt|Apartment|Unit|Suite|Flat|House|Bldg|Building|Tower|Block|Blk)\.?,?$/i;
/** Words that begin a sentence with a capital and no address. */
const talkPart = /^(?:I|My|The|Address|New|Current|Home|We|Our|Is|At|To|Please|He|She|Live|Move|Moved)$/i;

/**
 * Addresses in Latin letters: of Japan (3-12-8 Sakuradai, Aoba-ku) and abroad (1450 Vale Street, Apt 7C). Needs a
 * house number and a word that only addresses have.
 *
 * @param text in normal form
 */
export function latinAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(latinRun)) {
    const words = [...match[0].matchAll(/[^ ]+/g)].map(({ 0: word, index }) => ({
      word,
      start: match.index + index,
    }));
    const isMarked = words.some(({ word }) => japanesePart.test(word) || streetPart.test(word));
    if (!isMarked || !words.some(({ word }) => /^#?[0-9]/.test(word))) continue;
    const isPart = words.map(({ word }) => /^#?[0-9]|^[A-Z]/.test(word) && !talkPart.test(word));
    const numberAt = words.findIndex(({ word }) => /^#?[0-9]/.test(word) || flatPart.test(word));
    let first = numberAt;
    while (first > 0 && isPart[first - 1]) first -= 1;
    let last = words.length - 1;
    while (last > first && !isPart[last]) last -= 1;
    const begin = words[first];
    const final = words[last];
    if (!begin || !final || last - first < 2) continue;
    const end = final.start + final.word.replace(/[.,]+$/, '').length;
    found.push({ type: 'address', start: begin.start, end, reason: 'address', confidence: 0.8 });
  }
  return found;
}
