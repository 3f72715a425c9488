import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planEdition } from '../../../src/domain/listening/index.ts';
import { loadDetect } from '../../../src/domain/privacy/index.ts';
import ja from '../../../src/platform/i18n/ja.json' with { type: 'json' };
import { defaultSettings } from '../../../src/platform/settings.ts';
import { personal, postActivity, says } from '../../support/activities.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const detect = loadDetect(defaultSettings().privacy);

/** All words that left for Teams. */
function wordsSent(t: TestApp): string[] {
  return t.stub.messages.flatMap((message) => visibleWords(cardOf(message.activity)));
}

async function answerTo(t: TestApp, text: string): Promise<string> {
  const before = t.stub.messages.length;
  await postActivity(t, personal(t, t.people.mizusawa, says(text)));
  return t.stub.messages
    .slice(before)
    .flatMap((message) => visibleWords(cardOf(message.activity)))
    .join(' ');
}

describe('personal data', () => {
  it('is in no message of a month, and in no line of the log', async () => {
    const t = await openTestApp({ listening: true });
    await openedEdition(t, { audience: { departments: ['CL-AUTO1', 'SL-MINATO'] } });
    await t.settled();
    await hear(t, 'mizusawa', 'noNews');
    await answerTo(t, '今月の声');
    await t.settled();
    expect(wordsSent(t).length).toBeGreaterThan(20);
    expect(wordsSent(t).filter((words) => detect(words).findings.length > 0)).toEqual([]);
    const people = Object.values(t.people).map(({ name }) => name);
    expect(people.filter((name) => t.log.text().includes(name))).toEqual([]);
  });

  it('that somebody writes to the bot is pointed out kindly, and kept nowhere', async () => {
    const t = await openTestApp({ listening: true });
    await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
    await t.settled();
    const answer = await answerTo(t, '汐見花子さま、090-0000-1234 にお電話してください');
    expect(answer).toContain('個人情報と思われる記載がありました');
    expect(answer).not.toContain('汐見');
    expect(t.log.text()).not.toMatch(/汐見花子|0000-1234/);
    expect(await answerTo(t, '明日の天気を教えてください')).not.toContain('個人情報');
  });

  it('does not get into a prompt', async () => {
    const t = await openTestApp({ working: false });
    const plan = {
      month: '2026-12',
      voiceIds: [t.voices.noNews],
      prompts: [{ ja: '汐見花子さまは、なぜお電話をくださったのでしょうか。', en: 'Why did she call?' }],
    };
    await expect(planEdition(t.as('asagi'), plan)).rejects.toMatchObject({
      code: 'edition.promptPersonal',
      values: { types: 'name' },
    });
  });
});

it('has words for each reason that a rule gives, and no others', () => {
  const root = join(import.meta.dirname, '../../..');
  const sources = globSync('src/domain/{privacy,voices}/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const words = Object.keys(ja.privacy.reason);
  expect(words.filter((reason) => !sources.includes(`'${reason}'`))).toEqual([]);
  const given = [...sources.matchAll(/reason: '(\w+)'/g)].map((match) => match[1] ?? '');
  expect(given.filter((reason) => !words.includes(reason))).toEqual([]);
});
