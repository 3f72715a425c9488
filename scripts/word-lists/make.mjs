// Makes src/domain/privacy/lists/*.txt.br from ENAMDICT and EDICT, the dictionaries of the Electronic Dictionary
// Research and Development Group (Debian packages `enamdict` and `edict`; licence: lists/LICENCE.md).
//
//   node scripts/word-lists/make.mjs /usr/share/edict
//
// One line for each first character: the character, then what follows it in each entry, brotli-compressed. So the
// product splits only the lines that it needs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const source = process.argv[2];
if (!source) {
  console.error('usage: node scripts/word-lists/make.mjs FOLDER   (with the files enamdict and edict)');
  process.exit(2);
}
const folder = join(import.meta.dirname, '../../src/domain/privacy/lists');

const kanji = /^[\u3400-\u9fff々ヶヵノ之]{1,5}$/;
const kanjiWithKana = /^(?=.*[\u3400-\u9fff])[\u3400-\u9fff々ヶぁ-んァ-ヶー]{2,5}$/;
const hiragana = /^[ぁ-んー]{2,6}$/;
const katakana = /^[ァ-ヶー・]{2,24}$/;

const words = new Set();
const usualWords = new Set();
const katakanaWords = new Set();
for (const { written, tags } of entries('edict')) {
  words.add(written);
  if (tags.has('P')) usualWords.add(written);
  if (katakana.test(written)) katakanaWords.add(written);
}

/** Written → how often it is listed as a name: 早苗 six times, 肋骨 once. */
const surnames = new Map();
const givenNames = new Map();
const kanaGivenNames = new Map();
const kanaSurnames = new Map();
const katakanaNames = new Set();
const latinNames = new Set();
for (const { written, reading, tags, meaning } of entries('enamdict')) {
  const isSurname = tags.has('s');
  const isGiven = tags.has('m') || tags.has('f') || tags.has('g');
  if (isSurname && kanji.test(written)) count(surnames, written, 1);
  if (isGiven && (kanji.test(written) || kanjiWithKana.test(written))) count(givenNames, written, 1);
  const spoken = reading ?? written;
  if (hiragana.test(spoken)) {
    if (isGiven) count(kanaGivenNames, spoken, reading ? 1 : 5);
    if (isSurname) count(kanaSurnames, spoken, reading ? 1 : 5);
  }
  if (!katakana.test(written)) continue;
  if (isGiven || isSurname) {
    katakanaNames.add(written);
    for (const [, word] of meaning.matchAll(/(?:^|\/|\) )(\p{Lu}[\p{L}'-]{2,14})(?=\/|$)/gu))
      latinNames.add(word.toLowerCase());
  }
  // Companies and products look like a foreigner's name and are none. Places give their name to people.
  else if (['c', 'pr', 'o'].some((tag) => tags.has(tag))) katakanaWords.add(written);
}

// As names, words need more around them than the rest: those that everybody uses (EDICT's mark P), and longer ones
// that hardly anybody is called by.
const times = (name) => (surnames.get(name) ?? 0) + (givenNames.get(name) ?? 0);
const isWord = (name) => {
  if (name.length === 1) return usualWords.has(name);
  if (usualWords.has(name)) return times(name) < 4;
  return words.has(name) && !surnames.has(name) && times(name) <= 2;
};
const isAName = (name) => name.length === 1 || times(name) > 1;
for (const [list, names] of Object.entries({ surnames, givenNames })) {
  write(
    list,
    [...names.keys()].filter((name) => !isWord(name)),
  );
  // A word that one entry alone calls a name is a word.
  write(
    `${list}ThatAreWords`,
    [...names.keys()].filter((name) => isWord(name) && isAName(name)),
  );
}
// A reading that many ways of writing share is a name that people know; rare ones are noise in running text.
write('kanaGivenNames', frequent(kanaGivenNames));
write('kanaSurnames', frequent(kanaSurnames));
write('rareKanaNames', rare(kanaGivenNames, kanaSurnames));
write('katakanaNames', [...katakanaNames]);
write('latinNames', [...latinNames]);
write(
  'katakanaWords',
  [...katakanaWords].filter((word) => !katakanaNames.has(word)),
);

function* entries(file) {
  const lines = new TextDecoder('euc-jp').decode(readFileSync(join(source, file))).split('\n');
  for (const line of lines) {
    const match = /^(\S+?)(?:\(\S*\))?(?: \[([^\]]+)\])? \/(.*)\/\s*$/.exec(line);
    if (!match) continue;
    const [, written, reading, meaning] = match;
    const tags = new Set([...meaning.matchAll(/\(([a-zP,]+)\)/g)].flatMap(([, list]) => list.split(',')));
    for (const form of written.split(';'))
      yield { written: form.replace(/\(.*\)$/, ''), reading, tags, meaning };
  }
}

function count(map, key, by) {
  map.set(key, (map.get(key) ?? 0) + by);
}

function frequent(map) {
  return [...map].filter(([, times]) => times >= 2).map(([name]) => name);
}

function rare(...maps) {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].filter((name) =>
    maps.every((map) => (map.get(name) ?? 0) < 2),
  );
}

function write(name, list) {
  const byFirst = Map.groupBy(list.filter((word) => word.codePointAt(0) < 0x10000).sort(), (word) => word[0]);
  const text = [...byFirst]
    .map(([first, all]) => [first, ...all.map((word) => word.slice(first.length))].join(' '))
    .join('\n');
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  writeFileSync(join(folder, `${name}.txt.br`), packed);
  console.log(`${name}: ${list.length} entries, ${packed.length} bytes`);
}
