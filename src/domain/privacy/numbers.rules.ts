import { accounts } from './accounts.rules.ts';
import { addresses } from './addresses.rules.ts';
import { birthDates } from './birthDates.rules.ts';
import { branchNumbers } from './branchNumbers.rules.ts';
import { cards } from './cards.rules.ts';
import { codes } from './codes.rules.ts';
import { contractNumbers, loginNames, type NumberPattern, ownFormNumbers } from './contractNumbers.rules.ts';
import type { Finding } from './finding.ts';
import { joinedNumbers } from './joinedNumbers.rules.ts';
import { linksInText, linksWithId, machineSigns, spokenLinks } from './linksWithId.rules.ts';
import { mailAddresses } from './mailAddresses.rules.ts';
import { type NumberInText, numbersInText } from './numberContext.rules.ts';
import { officialNumbers } from './officialNumbers.rules.ts';
import { withoutOverlaps } from './overlaps.rules.ts';
import { phonePieces } from './phonePieces.rules.ts';
import { isHotline, phones } from './phones.rules.ts';
import { plates } from './plates.rules.ts';
import { postcodes } from './postcodes.rules.ts';
import { shortPieces } from './shortPieces.rules.ts';
import { spelledCodes } from './spelledLetters.rules.ts';
import { continuedNumbers, isModel, unnamedNumbers } from './unnamedNumbers.rules.ts';

export type { NumberPattern } from './contractNumbers.rules.ts';

/** What an administrator keeps about numbers. */
export interface NumberLists {
  /** The company's own phone numbers and mailboxes, in any writing: they are no personal data. */
  ownNumbers: readonly string[];
  patterns: readonly NumberPattern[];
}

/**
 * Everything in a text that has the form of a number or is named like one: phones, postcodes, cards, accounts,
 * My Number, licences, plates, contract numbers, birth dates, addresses, e-mail and links with an id.
 *
 * @param text in normal form, see `normalText`; of any length, the time grows with it and no faster
 * @returns findings in the order of the text, without overlaps, in offsets of `text`
 */
export function findNumbers(text: string, lists: NumberLists): Finding[] {
  const links = linksInText(text);
  const written = mailAddresses(text);
  const mail = written.filter((found) => !isOwnMail(text.slice(found.start, found.end), lists.ownNumbers));
  const numbers = outside(numbersInText(text), [...links, ...written, ...machineSigns(text)]).filter(
    (number) => !isHotline(number) && !isOwn(number, lists.ownNumbers),
  );
  const contracts = contractNumbers(text, numbers);
  const named = withoutOverlaps(text, [
    ...mail,
    ...linksWithId(links),
    ...spokenLinks(text),
    ...ownFormNumbers(text, lists.patterns),
    ...phones(text, numbers),
    ...phonePieces(text, numbers),
    ...postcodes(text, numbers),
    ...cards(text, numbers),
    ...accounts(text, numbers),
    ...officialNumbers(text, numbers),
    ...plates(text, numbers),
    ...contracts,
    ...branchNumbers(text, contracts, numbers),
    ...spelledCodes(text),
    ...codes(text, numbers),
    ...loginNames(text),
    ...birthDates(text, numbers),
    ...addresses(text),
    ...shortPieces(text),
  ]);
  const withPieces = withoutOverlaps(text, [...named, ...continuedNumbers(text, numbers, named)]);
  const unnamed = unnamedNumbers(
    text,
    numbers.filter((number) => !isModel(text, number)),
    withPieces,
  );
  const all = withoutOverlaps(text, [...withPieces, ...unnamed]);
  // Pieces may go on with a number that only now has been found.
  return joinedNumbers(text, withoutOverlaps(text, [...all, ...continuedNumbers(text, numbers, all)]));
}

function isOwn({ run }: NumberInText, ownNumbers: readonly string[]): boolean {
  return ownNumbers.some((own) => own.normalize('NFKC').replace(/[^0-9]/g, '') === run.digits);
}

function isOwnMail(address: string, ownNumbers: readonly string[]): boolean {
  return ownNumbers.some((own) => own.normalize('NFKC').toLowerCase() === address.toLowerCase());
}

/** The numbers that lie in none of the spans: digits of a web address are no phone number. */
function outside(
  numbers: readonly NumberInText[],
  spans: readonly { start: number; end: number }[],
): NumberInText[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let at = 0;
  return numbers.filter(({ run }) => {
    while ((sorted[at]?.end ?? Number.POSITIVE_INFINITY) <= run.start) at += 1;
    const span = sorted[at];
    return !span || span.start >= run.end;
  });
}
