import type { Candidate, NameReading } from './candidate.ts';
import { toHiragana } from './kanaNames.rules.ts';
import type { NameLists } from './nameLists.ts';

const spaced =
  /(?<![\u3400-\u9fff々ァ-ヶー])([\u3400-\u9fff々ヶノ之]{1,4}|[ァ-ヶー]{2,6}|[ぁ-んー]{2,6}) (?=([\u3400-\u9fff々ぁ-んァ-ヶー]{1,5}))/g;

/** A surname, a space and a given name, as forms and letters have them: 月島 小夜子, 金子 ハル, オオヌキ マサ. */
export function spacedNames(reading: NameReading): Candidate[] {
  const { text, lists, around } = reading;
  const apart: Candidate[] = [...text.matchAll(spaced)].flatMap((match) => {
    const [, surname = '', rest = ''] = match;
    if (!isSurname(surname, lists)) return [];
    const given = longestGivenName(rest, lists);
    if (!given) return [];
    const start = match.index;
    const end = start + surname.length + 1 + given.length;
    return [
      {
        start,
        end,
        rule: 'spaced',
        shape: 2.4,
        before: around.before(start),
        after: around.after(end, true),
        reason: 'nameByLists',
      },
    ];
  });
  return [...apart, ...unspacedNames(reading)];
}

const unspaced = /(?<![\u3400-\u9fff々ァ-ヶー])([\u3400-\u9fff々ヶノ]{1,3})([ァ-ヶー]{2,6}|[ぁ-んー]{2,5})/g;

/** A surname in kanji and a given name in kana right behind it: 安念みどり, 鵜飼ハツ. */
function unspacedNames({ text, lists, around }: NameReading): Candidate[] {
  return [...text.matchAll(unspaced)].flatMap((match) => {
    const [, surname = '', rest = ''] = match;
    if (!lists.surnames.has(surname)) return [];
    const given = longestGivenName(rest, lists);
    if (given.length < 2) return [];
    const start = match.index;
    const end = start + surname.length + given.length;
    const sides = { before: around.before(start), after: around.after(end, true) };
    return [{ start, end, rule: 'spaced', shape: 1.6, ...sides, reason: 'nameByLists' }];
  });
}

function isSurname(name: string, lists: NameLists): boolean {
  return (
    lists.surnames.has(name) ||
    lists.surnamesThatAreWords.has(name) ||
    lists.kanaSurnames.has(toHiragana(name))
  );
}

/** What follows the name may stand right behind it: 小夜子様. */
function longestGivenName(rest: string, lists: NameLists): string {
  for (let length = rest.length; length > 0; length -= 1) {
    const name = rest.slice(0, length);
    const isGiven =
      lists.givenNames.has(name) ||
      lists.givenNamesThatAreWords.has(name) ||
      lists.kanaGivenNames.has(toHiragana(name));
    if (isGiven) return name;
  }
  return '';
}
