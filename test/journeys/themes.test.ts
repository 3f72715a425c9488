import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedTestApp, type TestApp } from '../support/testApp.ts';
import { monthOfInsights, written } from '../support/themes.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  inWindow,
  launchBrowser,
  looks,
  picture,
} from './support/browser.ts';
import { becomePerson, visitAs } from './support/listeningPage.ts';

describe('All insights, themes and hand-overs', () => {
  let browser: Browser;
  let t: TestApp;

  beforeAll(async () => {
    browser = await launchBrowser();
    const stop = await openSharedTestApp(
      (opened) => {
        t = opened;
      },
      { mode: 'local', listening: true, pages: true },
    );
    await monthOfInsights(t);
    return stop;
  });

  afterAll(async () => {
    await browser?.close();
  });

  const check = async (page: Page, name: string) => {
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `themes-${name}`, true);
  };
  /** Topics show their first three. */
  const showAll = async (page: Page) => {
    const more = page.getByRole('button', { name: /のあと\d+件を見る$/ });
    while ((await more.count()) > 0) {
      const button = more.first();
      const name = (await button.getAttribute('aria-label')) ?? '';
      await button.click();
      await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
    }
  };
  const makeTheme = async (page: Page, title: string, words: string) => {
    await page.getByRole('checkbox', { name: `選ぶ:${words.slice(0, 20)}` }).check();
    await page
      .getByRole('region', { name: '選んだ気づき' })
      .getByRole('button', { name: '課題にする' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '課題の名前' }).fill(title);
    return dialog;
  };

  it('from many insights to a theme that departments are told', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '浅葱 由紀', t.url);
      await page
        .getByRole('navigation', { name: '品質管理のページ' })
        .getByRole('link', { name: '全社の気づき' })
        .click();
      await page.getByRole('heading', { level: 1, name: '12月の気づき' }).waitFor();
      await showAll(page);
      await page.getByText(written.tokita).waitFor();
      await page.getByRole('searchbox', { name: 'ことばで探す' }).fill('支払');
      await page.getByRole('button', { name: '探す' }).click();
      await page.getByText('2件の気づき').waitFor();
      expect(await page.getByText(written.sena).count()).toBe(0);

      const dialog = await makeTheme(page, 'お支払いまでの見通し', written.mizusawa);
      await picture(page, 'themes-make');
      await expectAccessible(page);
      await dialog.getByRole('button', { name: '課題をつくる' }).click();
      await page.getByRole('heading', { level: 1, name: 'お支払いまでの見通し' }).waitFor();

      await page.getByRole('combobox', { name: '主管部署' }).click();
      await page.keyboard.type('火災');
      await page.getByRole('option', { name: '火災保険金サービス課' }).click();
      await page
        .getByRole('textbox', { name: '回答・取組み' })
        .fill('最初のお電話で、次にご連絡する日をお伝えします。');
      await page.getByRole('button', { name: '保存する' }).click();
      await page.getByText('保存しました。ありがとうございます。').waitFor();
      await page.getByRole('button', { name: '知らせる', exact: true }).click();
      const preview = page.getByRole('dialog').getByRole('region', { name: '届く内容' });
      await preview.getByText('最初のお電話で、次にご連絡する日をお伝えします。').waitFor();
      await expectAccessible(page);
      await picture(page, 'themes-preview');
      await page.getByRole('dialog').getByRole('button', { name: '知らせる' }).click();
      await page.getByText('知らせ済み').waitFor();
      await page.getByText('今の内容は、すべての部署に知らせてあります。').waitFor();
      await check(page, 'told');
    });
    await t.settled();
    expect(JSON.stringify(t.stub.messagesIn('kikidoki-team'))).toContain('お支払いまでの見通し');
  }, 120_000);

  it('what is no insight goes to its office, which alone reads it', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '浅葱 由紀', `${t.url}/insights`);
      await page.getByRole('heading', { level: 1, name: '12月の気づき' }).waitFor();
      await showAll(page);
      await page.getByRole('button', { name: `窓口へ引き継ぐ:${written.tokita.slice(0, 20)}…` }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('radio', { name: /公益通報/ }).isDisabled()).toBe(true);
      await expectAccessible(page);
      await picture(page, 'themes-no-reader');
      await dialog.getByRole('radio', { name: /苦情/ }).check();
      await dialog.getByRole('button', { name: '引き継ぐ' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.getByText(written.tokita).count()).toBe(0);

      await page.getByRole('button', { name: '別の人になる' }).click();
      await page.goto(`${t.url}/`);
      await becomePerson(page, '橘田 結衣');
      await page.getByRole('link', { name: '引継ぎ(1件)' }).click();
      await page.getByRole('button', { name: /の引継ぎを読む$/ }).click();
      await page.getByText(written.tokita).waitFor();
      await check(page, 'referral');
      await page.getByRole('button', { name: '受け取りました' }).click();
      await page.getByText('橘田 結衣さんが受け取りました').waitFor();
    });
  }, 120_000);

  it('is not open to others', async () => {
    await inWindow(browser, { expected: /status of 403/ }, async (page) => {
      await visitAs(page, '榎木 達朗', t.url);
      await page.getByRole('heading', { level: 1, name: '12月の声' }).waitFor();
      expect(await page.getByRole('navigation', { name: '品質管理のページ' }).count()).toBe(0);
      for (const path of ['/insights', '/referrals']) {
        await page.goto(`${t.url}${path}`);
        await page.getByRole('heading', { name: 'このページはご覧いただけません' }).waitFor();
      }
      await check(page, 'refused');
    });
  }, 60_000);

  it.each(Object.entries(looks))(
    'looks well: %s',
    async (name, look) => {
      await inWindow(browser, look, async (page) => {
        await visitAs(page, '浅葱 由紀', t.url);
        await page.getByRole('navigation', { name: '品質管理のページ' }).waitFor();
        await picture(page, `themes-${name}-home`);
        await page.goto(`${t.url}/insights`);
        await page.getByRole('heading', { level: 1, name: '12月の気づき' }).waitFor();
        await page.getByRole('checkbox').first().check();
        await check(page, `${name}-insights`);
        await page.goto(`${t.url}/themes`);
        await page.getByRole('heading', { level: 1, name: '課題' }).waitFor();
        await check(page, `${name}-list`);
        await page.getByRole('link', { name: 'お支払いまでの見通し' }).click();
        await page.getByRole('textbox', { name: '回答・取組み' }).waitFor();
        await check(page, `${name}-theme`);
      });
    },
    90_000,
  );
});
