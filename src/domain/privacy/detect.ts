import { type Analyser, loadAnalyser } from '../../platform/words/analyser.ts';
import type { Finding, PersonalDataType } from './finding.ts';
import { findHealth, type HealthFinding } from './health.rules.ts';
import { loadNameLists, type NameLists } from './names/nameLists.ts';
import { findNames } from './names/names.rules.ts';
import { surroundingsIn } from './names/surroundings.rules.ts';
import { type NormalText, normalText, originalSpan } from './normalText.rules.ts';
import { numberPattern } from './numberPattern.rules.ts';
import { findNumbers } from './numbers.rules.ts';
import { widened } from './widened.rules.ts';

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
  const normal = (words: readonly string[]) =>
    words.map((word) => normalText(word).text.trim()).filter(Boolean);
  return {
    never: new Set(normal([...own.products, ...own.companies, ...own.neverFlag])),
    ownNumbers: normal(own.ownNumbers),
    patterns: own.numberPatterns.map(({ type, pattern }) => ({ type, pattern: numberPattern(pattern) })),
  };
}

/** Longest stretch that is read at once: memory and time stay in proportion, however long a text is. */
const longestPiece = 4_000;

/** Whole lines or sentences, as many as fit; a sentence longer than that is cut. */
function piecesOf(text: string): { piece: string; at: number }[] {
  const pieces: { piece: string; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const limit = Math.min(text.length, at + longestPiece);
    const lastEnd = Math.max(text.lastIndexOf('\n', limit - 1), text.lastIndexOf('。', limit - 1)) + 1;
    const end = limit === text.length || lastEnd <= at ? limit : lastEnd;
    pieces.push({ piece: text.slice(at, end), at });
    at = end;
  }
  return pieces;
}

function detect(text: string, analyse: Analyser, lists: NameLists, own: OwnRules): Detection {
  const found = piecesOf(text).map(({ piece, at }) => {
    const { findings, health } = detectInPiece(piece, analyse, lists, own);
    return {
      findings: findings.map((one) => movedBy(at, one)),
      health: health.map((one) => movedBy(at, one)),
    };
  });
  return {
    findings: found.flatMap(({ findings }) => findings),
    health: found.flatMap(({ health }) => health),
  };
}

function movedBy<T extends { start: number; end: number }>(by: number, one: T): T {
  return { ...one, start: one.start + by, end: one.end + by };
}

function detectInPiece(text: string, analyse: Analyser, lists: NameLists, own: OwnRules): Detection {
  const normal = normalText(text);
  const numbers = findNumbers(normal.text, own);
  const around = surroundingsIn(normal.text);
  const names = findNames({
    text: normal.text,
    tokens: analyse(normal.text),
    lists,
    around,
    never: own.never,
  });
  const ownWords = spansOf(normal.text, own.never);
  const masks = masksIn(normal.text);
  const whole = [...numbers, ...uncovered(names, numbers)].sort((a, b) => a.start - b.start);
  const findings = widened(normal.text, whole).filter((one) => !isWithin(one, ownWords));
  const health = findHealth(normal.text).filter((one) => !isWithin(one, masks));
  return {
    findings: uncovered(findings, masks).map((one) => located(normal, one)),
    health: health.map((one) => located(normal, one)),
  };
}

/** What the covers leave of each finding: a number's edge, or a mask, must not hide the rest of it. */
function uncovered(findings: readonly Finding[], covers: readonly Span[]): Finding[] {
  if (covers.length === 0) return [...findings];
  const covered = new Set(covers.flatMap(({ start, end }) => range(start, end)));
  return findings.flatMap((finding) => {
    const rest: Finding[] = [];
    for (const at of range(finding.start, finding.end)) {
      if (covered.has(at)) continue;
      const last = rest.at(-1);
      if (last?.end === at) last.end = at + 1;
      else rest.push({ ...finding, start: at, end: at + 1 });
    }
    return rest;
  });
}

/** The company's own words are no finding; a longer finding that holds one stays whole. */
function isWithin(one: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= one.start && one.end <= span.end);
}

interface Span {
  start: number;
  end: number;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** What is masked already: 【氏名】 names nobody, 【26-K0031】 is no mask. */
function masksIn(text: string): Span[] {
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
function spansOf(text: string, words: ReadonlySet<string>): Span[] {
  return [...words].flatMap((word) => {
    const spans: Span[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      spans.push({ start: at, end: at + word.length });
    }
    return spans;
  });
}
