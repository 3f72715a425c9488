import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { openSharedTestApp, type TestApp } from '../support/testApp.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  inWindow,
  launchBrowser,
  looks,
  picture,
  type WindowOptions,
} from './support/browser.ts';
import { type OpenEditions, openEditions } from './support/editions.ts';
import { becomePerson, visitAs } from './support/listeningPage.ts';

const allLooks: Record<string, WindowOptions> = {
  ...looks,
  narrow: { viewport: { width: 320, height: 640 } },
};

const place = (page: Page, number: number) =>
  page.getByRole('group', { name: `問い ${number}`, exact: true });
const japanese = (page: Page, number: number) => place(page, number).getByLabel('日本語');
const save = (page: Page) => page.getByRole('button', { name: '保存する' });

describe('Curators write the guide of a voice', () => {
  let browser: Browser;
  let t: TestApp;
  let voices: OpenEditions;

  beforeAll(async () => {
    browser = await launchBrowser();
    const options = { mode: 'local', listening: true, pages: true, parts: { clock: systemClock } } as const;
    const stop = await openSharedTestApp((opened) => {
      t = opened;
    }, options);
    voices = await openEditions(t);
    return stop;
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('from the home page: takes a suggestion, writes one anew, saves; the workplace is asked it', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '浅葱', t.url);
      await page.getByRole('link', { name: '進行ガイドを書く' }).click();
      await page.getByRole('heading', { level: 1, name: '進行ガイド' }).waitFor();
      await page.getByRole('link', { name: /忘れられてしまったのかな/ }).click();
      await page.getByRole('heading', { level: 1, name: /忘れられてしまったのかな/ }).waitFor();
      expect(await save(page).getAttribute('aria-disabled')).toBe('true');

      await page.getByRole('button', { name: '問い 2', exact: true }).click();
      await page.getByRole('button', { name: /お待ちいただいている間/ }).click();
      expect(await japanese(page, 2).inputValue()).toMatch(/^お待ちいただいている間/);
      await japanese(page, 3).fill('返事をお待たせしているのは、どなたでしょうか。');
      await place(page, 3).getByLabel('英語').fill('');
      await save(page).click();
      await page.getByText('まだ書かれていない欄があります').waitFor();
      await expectAccessible(page);
      await place(page, 3).getByLabel('英語').fill('Who is waiting for an answer from us?');
      await save(page).click();
      await page.getByText('保存しました').waitFor();
      await picture(page, 'guide-saved', true);

      await page.goto(`${t.url}/listen/${voices.open[0]}`);
      await page.getByText('返事をお待たせしているのは、どなたでしょうか。').waitFor();
    });
  });

  it('keeps what was written and not saved, and takes a suggestion back', async () => {
    await inWindow(browser, {}, async (page) => {
      page.on('dialog', (dialog) => void dialog.accept());
      await visitAs(page, '新名', `${t.url}/guides/${voices.open[1]}`);
      const before = await japanese(page, 1).inputValue();
      await page.getByRole('button', { name: '問い 1', exact: true }).click();
      const suggestion = page.getByRole('button', { name: /まだ使われていません/ }).first();
      const offered = (await suggestion.innerText()).split('\n')[0] ?? '';
      await suggestion.click();
      expect(await japanese(page, 1).inputValue()).toBe(offered.trim());
      expect(offered).not.toBe(before);
      await page.getByRole('button', { name: '元に戻す' }).click();
      expect(await japanese(page, 1).inputValue()).toBe(before);
      await japanese(page, 1).fill('書きかけの問いです。');
      await page.getByRole('link', { name: '進行ガイドの一覧へ' }).click();
      await page.getByRole('heading', { level: 1, name: '進行ガイド' }).waitFor();
      await page.goBack();
      await page.getByText('前回の書きかけを表示しています').waitFor();
      expect(await japanese(page, 1).inputValue()).toBe('書きかけの問いです。');
      await page.getByRole('button', { name: '書きかけを取り消す' }).click();
      expect(await japanese(page, 1).inputValue()).toBe(before);
    });
  });

  it('says who saved first, and lets one decide', async () => {
    await inWindow(browser, { expected: /status of 409/ }, async (page) => {
      const address = `${t.url}/guides/${voices.past}`;
      await visitAs(page, '浅葱', address);
      await japanese(page, 1).fill('先に開いた方の問いです。');
      await inWindow(browser, {}, async (other) => {
        await visitAs(other, '新名', address);
        await japanese(other, 1).fill('先に保存した方の問いです。');
        await save(other).click();
        await other.getByText('保存しました').waitFor();
      });
      await save(page).click();
      await page.getByText(/新名.*さんが先に保存しました/).waitFor();
      await page.getByRole('button', { name: '保存された内容にする' }).click();
      expect(await japanese(page, 1).inputValue()).toBe('先に保存した方の問いです。');
    });
  });

  it('refuses personal data in words', async () => {
    await inWindow(browser, { expected: /status of 400/ }, async (page) => {
      await visitAs(page, '浅葱', `${t.url}/guides/${t.voices.oneWord}`);
      await japanese(page, 1).fill('090-0000-1234 におかけになったのは、なぜでしょうか。');
      await save(page).click();
      await page.getByText('個人情報と思われる記載があります(電話番号)').waitFor();
      expect(await japanese(page, 1).inputValue()).toContain('090');
    });
  });

  it('is not for others: no link, and a friendly word', async () => {
    await inWindow(browser, { expected: /status of 403/ }, async (page) => {
      await visitAs(page, '水沢 千尋', t.url);
      await page.getByRole('heading', { level: 1, name: /^\d+月の声$/ }).waitFor();
      expect(await page.getByRole('link', { name: '進行ガイドを書く' }).count()).toBe(0);
      await page.goto(`${t.url}/guides`);
      await page.getByRole('heading', { name: 'このページは、声の担当者のためのものです' }).waitFor();
      await expectAccessible(page);
    });
  });

  it.each(Object.entries(allLooks))(
    'looks well: %s',
    async (name, look) => {
      await inWindow(browser, look, async (page) => {
        const check = async (state: string) => {
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
          await picture(page, `guides-${name}-${state}`, true);
        };
        await page.goto(`${t.url}/guides`);
        await becomePerson(page, '浅葱');
        await page.getByRole('heading', { level: 1, name: '進行ガイド' }).waitFor();
        await check('1-list');
        await page.goto(`${t.url}/guides/${t.voices.fourthTime}`);
        await japanese(page, 1).waitFor();
        await japanese(page, 3).fill('');
        await save(page).click();
        await page.getByText('まだ書かれていない欄があります').waitFor();
        await check('2-editor');
        await picture(page, `guides-${name}-3-top`);
      });
    },
    90_000,
  );
});
