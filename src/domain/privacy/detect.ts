import { type Analyser, loadAnalyser, type Token } from '../../platform/words/analyser.ts';
import type { Finding, PersonalDataType } from './finding.ts';
import { findHealth, type HealthFinding } from './health.rules.ts';
import { loadNameLists, type NameLists } from './names/nameLists.ts';
import { findNames } from './names/names.rules.ts';
import { surroundingsIn } from './names/surroundings.rules.ts';
import { type NormalText, normalText, originalSpan } from './normalText.rules.ts';
import { numberPattern } from './numberPattern.rules.ts';
import { findNumbers } from './numbers.rules.ts';

/** What an administrator tells the detector (settings, `privacy`). */
export interface PrivacyLists {
  /** Own products and companies, and words never to flag: no part of them is a finding. */
  products: readonly string[];
  companies: readonly string[];
  neverFlag: readonly string[];
  /** Own telephone numbers and mailboxes. */
  ownNumbers: readonly string[];
  /** The company's own numbers, `#` for a digit, `@` for a letter: `HM##########`. */
  numberPatterns: readonly { type: PersonalDataType; pattern: string }[];
}

/** What the detector says of one text. It suggests; a person decides. */
export interface Detection {
  /** By place, without overlaps. */
  findings: Finding[];
  /** Where the text tells of somebody's health or another sensitive matter; empty = nothing. */
  health: HealthFinding[];
}

export type Detect = (text: string) => Detection;

/**
 * Loads the analyser and the lists (0.3 s, about 180 MB) and returns the detector: deterministic, no network.
 * The server keeps one in a worker (openDetector); commands and checks call it directly.
 */
export function loadDetect(own: PrivacyLists): Detect {
  const analyse = loadAnalyser();
  const lists = loadNameLists();
  const rules = ownRules(own);
  return (text) => detect(text, analyse, lists, rules);
}

interface OwnRules {
  never: ReadonlySet<string>;
  ownNumbers: readonly string[];
  patterns: readonly { type: PersonalDataType; pattern: RegExp }[];
}

function ownRules(own: PrivacyLists): OwnRules {
  const normal = (words: readonly string[]) => words.map((word) => normalText(word).text).filter(Boolean);
  return {
    never: new Set(normal([...own.products, ...own.companies, ...own.neverFlag])),
    ownNumbers: normal(own.ownNumbers),
    patterns: own.numberPatterns.map(({ type, pattern }) => ({ type, pattern: numberPattern(pattern) })),
  };
}

function detect(text: string, analyse: Analyser, lists: NameLists, own: OwnRules): Detection {
  const normal = normalText(text);
  const numbers = findNumbers(normal.text, own);
  const tokens: Token[] = analyse(normal.text);
  const names = findNames({
    text: normal.text,
    tokens,
    lists,
    around: surroundingsIn(normal.text),
    never: own.never,
  });
  const allowed = [...spansOf(normal.text, own.never), ...masksIn(normal.text)];
  const findings = [...numbers, ...names.flatMap((name) => restBeside(numbers, name))]
    .filter((one) => !allowed.some((span) => overlaps(one, span)))
    .sort((a, b) => a.start - b.start)
    .map((one) => located(normal, one));
  const health = findHealth(normal.text).filter((one) => !allowed.some((span) => overlaps(one, span)));
  return { findings, health: health.map((one) => located(normal, one)) };
}

/** What of a name no number covers: a number's edge must not hide half a name. */
function restBeside(numbers: readonly Finding[], name: Finding): Finding[] {
  const before = numbers.find((number) => number.start <= name.start && number.end > name.start);
  const start = before?.end ?? name.start;
  const after = numbers.find((number) => number.start > start && number.start < name.end);
  const end = after?.start ?? name.end;
  return end > start ? [{ ...name, start, end }] : [];
}

/** What is masked already: 【氏名】 names nobody, 【26-K0031】 is no mask. */
function masksIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(mask)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const mask =
  /【(?:氏名|名前|電話番号|郵便番号|住所|メールアドレス|マイナンバー|免許証番号|口座番号|カード番号|車両番号|証券番号|契約番号|事故番号|受付番号|お客さま番号|会員番号|番号|生年月日|年齢|日付|日時|時期|場所|地名|会社名|店名|学校名|病院名|リンク|傷病|伏せ字)[A-Z]{0,2}】/g;

function located<T extends { start: number; end: number }>(normal: NormalText, one: T): T {
  return { ...one, ...originalSpan(normal, one.start, one.end) };
}

/** Every place of the company's own words. */
function spansOf(text: string, words: ReadonlySet<string>): { start: number; end: number }[] {
  return [...words].flatMap((word) => {
    const spans: { start: number; end: number }[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      spans.push({ start: at, end: at + word.length });
    }
    return spans;
  });
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
