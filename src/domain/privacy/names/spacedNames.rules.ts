import type { Candidate, NameReading } from './candidate.ts';
import { toHiragana } from './kanaNames.rules.ts';
import type { NameLists } from './nameLists.ts';
import { usualKanaNames } from './notNames.ts';

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

const unspaced =
  /(?<![\u3400-\u9fff々ァ-ヶー](?<!者|人|主|義|名|男|女|妻|夫|父|母|当|社|部|課|亡))([\u3400-\u9fff々ヶノ]{1,3})([ァ-ヶー]{2,6}|[ぁ-んー]{2,5})/g;

/** A surname in kanji and a given name in kana right behind it: 安念みどり, 鵜飼ハツ. */
function unspacedNames({ text, tokens, lists, around }: NameReading): Candidate[] {
  const ends = new Set(tokens.map((token) => token.end));
  return [...text.matchAll(unspaced)].flatMap((match) => {
    const [, surname = '', rest = ''] = match;
    if (!lists.surnames.has(surname)) return [];
    const given = longestGivenName(rest, lists);
    if (given.length < 2) return [];
    const start = match.index;
    const end = start + surname.length + given.length;
    const sides = { before: around.before(start), after: around.after(end, true) };
    // 続き|から, 見る|こと: kana behind a kanji are the end of a word oftener than a name.
    const isWord =
      !ends.has(end) || (given.length === 2 && /^[ぁ-ん]/.test(given) && !usualKanaNames.has(given));
    const isCalled = sides.after >= 2.6 || (ends.has(end) && sides.before >= 1.6);
    if (isWord && !isCalled) return [];
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
