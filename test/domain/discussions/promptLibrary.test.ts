import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  defaultPrompts,
  longestGuideText,
  longestPrompt,
  suitedPrompts,
} from '../../../src/domain/discussions/guide.rules.ts';
import {
  guideWordsOf,
  libraryPrompts,
  promptThemes,
  talkParts,
} from '../../../src/domain/discussions/promptLibrary.ts';
import { type Detect, loadDetect } from '../../../src/domain/privacy/index.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

const kinds = Object.keys(defaultSettings().kinds);
const spoken = kinds.flatMap((kind) => Object.values(guideWordsOf(kind)));
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

describe('the library of prompts', () => {
  it('holds thirty, each of them once', () => {
    expect(libraryPrompts).toHaveLength(30);
    for (const of of [
      (prompt: (typeof libraryPrompts)[number]) => prompt.key,
      (prompt: (typeof libraryPrompts)[number]) => prompt.text.ja,
      (prompt: (typeof libraryPrompts)[number]) => prompt.text.en,
    ]) {
      expect(new Set(libraryPrompts.map(of)).size).toBe(30);
    }
  });

  it.each(kinds)('has at least five for %s, with each part of a talk', (kind) => {
    const suited = suitedPrompts(kind);
    expect(suited.length).toBeGreaterThanOrEqual(5);
    expect(new Set(suited.map(({ part }) => part))).toEqual(new Set(talkParts));
    expect(suited.every((prompt) => prompt.kinds.includes(kind))).toBe(true);
  });

  it('names only kinds of voice that there are, and uses every theme', () => {
    const named = new Set(libraryPrompts.flatMap((prompt) => prompt.kinds));
    expect([...named].sort()).toEqual([...kinds].sort());
    expect(new Set(libraryPrompts.flatMap(({ theme }) => theme ?? []))).toEqual(new Set(promptThemes));
  });

  it('is short enough to be read aloud in one breath', () => {
    for (const { text } of libraryPrompts) {
      expect(text.ja.length).toBeLessThanOrEqual(60);
      expect(text.en.length).toBeLessThanOrEqual(110);
    }
    expect(longestPrompt).toBeGreaterThan(110);
    for (const { ja, en } of spoken) {
      expect(ja.length).toBeLessThanOrEqual(120);
      expect(en.length).toBeLessThanOrEqual(longestGuideText);
    }
  });

  it('asks, in polite Japanese and in English, what cannot be answered by yes or no', () => {
    for (const { text } of libraryPrompts) {
      expect(text.ja).toMatch(/(か。|ください。|かまいません。)$/);
      expect(text.ja).toMatch(/何|ど|誰/);
      expect(text.ja).not.toMatch(/お客様|聞き|なぜ.*なかった/);
      expect(text.en).toMatch(/what|which|where|how|who|when/i);
    }
    for (const { ja } of spoken) expect(ja).not.toMatch(/お客様|取り組み|!|!/);
  });

  it('speaks of お客さま and thanks first', () => {
    for (const kind of kinds) {
      expect(guideWordsOf(kind).opening.ja).toMatch(/^お集まりいただき、ありがとうございます。/);
      expect(guideWordsOf(kind).opening.en).toMatch(/^Thank you/);
    }
  });

  it('lies beside the code as one file that can be read and added to', () => {
    const file = join(import.meta.dirname, '../../../src/domain/discussions/lists/promptLibrary.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(30);
  });
});

describe('the prompts of a voice for which nobody wrote any', () => {
  it.each(kinds)('are three for %s in every month: the customer, ourselves, tomorrow', (kind) => {
    for (const month of [...months, null]) {
      const prompts = defaultPrompts(kind, month);
      expect(prompts.map(({ part }) => part)).toEqual(talkParts);
      expect(prompts.every((prompt) => prompt.kinds.includes(kind))).toBe(true);
    }
  });

  it('are the same whenever one asks, and others next month', () => {
    const keys = (month: string) => defaultPrompts('complaint', month).map(({ key }) => key);
    expect(keys('2026-12')).toEqual(keys('2026-12'));
    expect(keys('2026-12')).not.toEqual(keys('2027-01'));
  });

  it('never speak of waiting or of a form, which the customer may not have spoken of', () => {
    const themes = kinds.flatMap((kind) =>
      months.flatMap((month) => defaultPrompts(kind, month).map(({ theme }) => theme)),
    );
    expect(new Set(themes)).toEqual(new Set([undefined, 'feelings', 'praise']));
  });

  it('fit a kind of voice that the company made itself', () => {
    expect(defaultPrompts('suggestion', '2026-12')).toEqual(defaultPrompts('inquiry', '2026-12'));
    expect(guideWordsOf('suggestion')).toEqual(guideWordsOf('inquiry'));
  });
});

describe("the library and the product's own detector", () => {
  let detect: Detect;
  beforeAll(async () => {
    detect = await loadDetect(defaultSettings().privacy);
  }, 60_000);

  it('agree that no text of it holds personal data: a curator can save what the library offers', () => {
    const texts = [...libraryPrompts.map(({ text }) => text), ...spoken].flatMap(({ ja, en }) => [ja, en]);
    const found = texts.filter((text) => detect(text).findings.some(({ confidence }) => confidence >= 0.6));
    expect(found).toEqual([]);
  });
});
