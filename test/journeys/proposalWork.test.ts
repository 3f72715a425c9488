import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerQuestion,
  noteOnProposal,
  requestDepartment,
  supportProposal,
} from '../../src/domain/proposals/index.ts';
import { moved, sent } from '../support/proposals.ts';
import { openSharedTestApp, type TestApp } from '../support/testApp.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  inWindow,
  launchBrowser,
  looks,
  picture,
} from './support/browser.ts';
import { becomePerson, visitAs } from './support/listeningPage.ts';

const photo = {
  title: '写真の送り方を、受付のお返事でご案内する',
  today: '火災の受付のあと、写真をどう送ればよいか分からず、お電話をいただいています。',
  change: '受付のお返事に、写真の送り方を添えます。',
  effect: 'お電話をいただかずにすみます。',
};

describe('working on proposals', () => {
  let browser: Browser;
  let t: TestApp;
  let first: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    const options = { mode: 'local', listening: true, pages: true, working: false } as const;
    const stop = await openSharedTestApp((opened) => {
      t = opened;
    }, options);
    const waiting = await sent(t.as('momose'), { words: photo, facts: { lineOfBusiness: 'fire' } });
    await supportProposal(t.as('sena'), { proposalId: waiting, comment: '私の窓口でも同じです。' });
    await sent(t.as('tokita'), { anonymous: true });
    t.clock.set('2026-12-08T10:00:00+09:00');
    first = await sent(t.as('kajiura'), { facts: { lineOfBusiness: 'auto' } });
    const other = await sent(t.as('hanh'), { words: { title: '証券の字を大きくする' } });
    await moved(t.as('kitta'), other, 'checking', 'considering', 'adopted');
    await noteOnProposal(t.as('kitta'), { proposalId: other, words: '証券発行センターと相談中' });
    await requestDepartment(t.as('kitta'), {
      proposalId: other,
      requestId: randomUUID(),
      departmentId: t.departments.minato.id,
      words: '窓口でのお客さまのご様子をお聞かせください。',
      dueOn: '2026-12-09',
    });
    return stop;
  });

  afterAll(async () => {
    await browser?.close();
  });

  const check = async (page: Page, name: string) => {
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `proposals-${name}`, true);
  };
  const panel = (page: Page) => page.getByRole('region', { name: '品質管理部の作業' });
  const dialog = (page: Page) => page.getByRole('dialog');
  const press = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true }).click();
  const stateIs = (page: Page, state: string) =>
    panel(page).locator('.fui-Badge').getByText(state, { exact: true }).waitFor();
  const change = async (page: Page, name: string) => {
    await page.getByRole('button', { name: '別の人になる' }).click();
    await becomePerson(page, name);
  };

  it('from the board to an example that everybody reads', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '橘田 結衣', t.url);
      const desk = page.getByRole('navigation', { name: '品質管理のページ' });
      await desk.getByRole('link', { name: '改善提案のボード' }).click();
      await page.getByRole('link', { name: photo.title }).waitFor();
      await check(page, 'board');
      await page
        .getByRole('region', { name: '受付' })
        .getByRole('link', { name: /次に連絡する日/ })
        .last()
        .click();
      await press(page, '確認を始める');
      await dialog(page).getByRole('button', { name: '進めて知らせる' }).click();
      await stateIs(page, '確認中');

      await press(page, '質問する');
      await dialog(page)
        .getByRole('textbox', { name: 'お尋ねしたいこと' })
        .fill('どの窓口でのことでしょうか。');
      await expectAccessible(page);
      await picture(page, 'proposals-ask');
      await dialog(page).getByRole('button', { name: '質問を送る' }).click();
      await stateIs(page, '質問中');
      await answerQuestion(t.as('kajiura'), { proposalId: first, words: '事故受付の電話です。' });
      await page.reload();
      await page.getByText('事故受付の電話です。').waitFor();

      await press(page, '検討を依頼する');
      await dialog(page).getByRole('combobox', { name: '依頼する部署' }).click();
      await page.keyboard.type('自動車');
      await page.getByRole('option', { name: '自動車保険金サービス第一課' }).click();
      await dialog(page)
        .getByRole('textbox', { name: 'お願いしたいこと' })
        .fill('台本を変えられるでしょうか。');
      await dialog(page).getByRole('button', { name: '依頼を送る' }).click();
      await panel(page).getByRole('heading', { name: '検討依頼' }).waitFor();

      await change(page, '榎木 達朗');
      await page.getByRole('textbox', { name: '貴部署のお考え' }).fill('1月から変えられます。');
      await check(page, 'request');
      await page.getByRole('button', { name: '回答する' }).click();
      await page.getByRole('textbox', { name: '貴部署のお考え' }).waitFor({ state: 'detached' });

      await change(page, '橘田 結衣');
      await panel(page).getByText('1月から変えられます。').waitFor();
      await panel(page)
        .getByRole('textbox', { name: '原因分析' })
        .fill('次の連絡の日を、誰も決めていませんでした。');
      await panel(page).getByRole('button', { name: '保存する' }).click();
      await panel(page).getByText('保存しました。ありがとうございます。').waitFor();
      for (const [button, state] of [
        ['検討に進める', '検討中'],
        ['採用する', '採用'],
        ['対応を始める', '対応中'],
        ['対応済みにする', '対応済み'],
      ] as const) {
        await press(page, button);
        await dialog(page).getByRole('textbox').fill('ありがとうございます。進めています。');
        await dialog(page).getByRole('button', { name: '進めて知らせる' }).click();
        await stateIs(page, state);
      }
      await panel(page)
        .getByRole('textbox', { name: '題名' })
        .fill('次の連絡の日を、最初の電話でお伝えします');
      await panel(page)
        .getByRole('textbox', { name: 'これから' })
        .fill('受付の電話の終わりに、日をお伝えしています。');
      await panel(page).getByRole('button', { name: '保存する' }).first().click();
      await panel(page).getByText('保存しました。承認者の確認を待ちます。').waitFor();
      await check(page, 'work');

      await change(page, '桐生 雅臣');
      await press(page, '社内公開を承認する');
      await stateIs(page, '公表');
      await change(page, '梶浦 拓真');
      await page.getByRole('switch', { name: 'お名前を載せてよい' }).click();
      await page.getByRole('switch', { name: 'お名前を載せてよい', checked: true }).waitFor();
      await page.goto(`${t.url}/examples`);
      await change(page, '百瀬 陸');
      await page.getByText('提案・賛同をありがとうございます: 梶浦 拓真さん').waitFor();
      await check(page, 'examples');
      expect(await page.getByRole('region', { name: '社外公表の一覧' }).count()).toBe(0);
      // For the public it is approved by itself.
      await page.goto(`${t.url}/proposals/${first}`);
      await change(page, '桐生 雅臣');
      await press(page, '社外公表を承認する');
      await panel(page).getByText('に社外公表を承認', { exact: false }).waitFor();
      await page.goto(`${t.url}/examples`);
      await change(page, '桐生 雅臣');
      const file = page.getByRole('region', { name: '社外公表の一覧' });
      const saving = page.waitForEvent('download');
      await file.getByRole('button', { name: 'Excel' }).click();
      expect((await saving).suggestedFilename()).toBe('kikidoki-examples.xlsx');
      await check(page, 'examples-file');
    });
  }, 180_000);

  it('by the keyboard, several at once', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '橘田 結衣', `${t.url}/board`);
      const received = page.getByRole('region', { name: '受付' });
      const link = received.getByRole('link').first();
      await link.focus();
      await page.keyboard.press('x');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('x');
      const bar = page.getByRole('region', { name: '選んだ提案' });
      await bar.getByText('2件を選んでいます').waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate('document.activeElement?.textContent')).toContain('証券');
      await bar.getByRole('button', { name: 'まとめて進める' }).click();
      await page.getByRole('menuitem', { name: '確認を始める' }).click();
      await dialog(page).getByRole('button', { name: '進めて知らせる' }).click();
      await page.getByRole('region', { name: '確認中' }).getByText('2件').waitFor();
      await bar.waitFor({ state: 'detached' });
      await page.getByRole('region', { name: '確認中' }).getByRole('link').first().focus();
      await page.keyboard.press('Enter');
      await panel(page).waitFor();
      // Merged, and parted again.
      await press(page, '統合する');
      await dialog(page).getByRole('textbox', { name: '相手の受付番号' }).fill('k-2026-4');
      await dialog(page).getByText('K-2026-00004 証券の字を大きくする(採用)').waitFor();
      await expectAccessible(page);
      await dialog(page).getByRole('button', { name: '統合する' }).click();
      await stateIs(page, '重複(統合)');
      await press(page, '統合を元に戻す');
      await stateIs(page, '確認中');
    });
  }, 120_000);

  it('what waits for a department is seen by it and by the triager; the list by the keyboard', async () => {
    t.clock.set('2026-12-10T10:00:00+09:00');
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '汐見', `${t.url}/proposals`);
      await page.getByRole('heading', { name: 'ご検討のお願い(貴部署のお考えをお待ちしています)' }).waitFor();
      await page.getByText('12月9日(水)までのお願いでした。', { exact: false }).waitFor();
      await check(page, 'requested');
      await page.getByRole('link', { name: '証券の字を大きくする' }).click();
      await page.getByRole('textbox', { name: '貴部署のお考え' }).waitFor();
      expect(await page.getByRole('link', { name: 'ボードへ戻る' }).count()).toBe(0);
    });
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '橘田 結衣', `${t.url}/board?view=list`);
      await page.getByRole('combobox', { name: '主管部署' }).selectOption({ label: 'みなと支店' });
      await page.getByText('1件の提案').waitFor();
      await page.getByText('検討依頼の回答期限を過ぎています').waitFor();
      await check(page, 'owner');
      await page.getByRole('link', { name: '証券の字を大きくする' }).click();
      await panel(page)
        .getByText('12月9日(水)までとお願いした日を過ぎています。', { exact: false })
        .waitFor();
      await page.getByRole('link', { name: 'ボードへ戻る' }).click();
      // The board as it was left.
      await page.getByText('1件の提案').waitFor();
      await page.getByRole('button', { name: '絞り込みをやめる' }).click();
      await page.getByText('証券の字を大きくする').waitFor();
      const links = page.getByRole('main').getByRole('listitem').getByRole('link');
      await expect.poll(() => links.count()).toBeGreaterThan(2);
      await links.first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('x');
      await page.getByText('1件を選んでいます').waitFor();
      const second = await links.nth(1).getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === second?.split('?')[0]);
    });
  }, 60_000);

  it('the ledger balances before the eyes, and the list is saved', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '浅葱 由紀', `${t.url}/board`);
      expect(await page.getByRole('checkbox').count()).toBe(0);
      await page.getByRole('link', { name: '提案の受付簿' }).click();
      await page.getByRole('combobox', { name: '分け方' }).selectOption('line');
      await page.getByRole('rowheader', { name: '火災保険' }).first().waitFor();
      const cells = await page.getByRole('row').nth(1).getByRole('cell').allTextContents();
      const [opening = 0, received = 0, reopened = 0, closed = 0, closing = 0] = cells.map(Number);
      expect(opening + received + reopened - closed).toBe(closing);
      await check(page, 'ledger');
      await page.goto(`${t.url}/board?view=list&words=${encodeURIComponent('写真')}`);
      await page.getByText('1件の提案').waitFor();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Excel' }).click();
      expect((await saving).suggestedFilename()).toBe('kikidoki-proposals.xlsx');
    });
  }, 60_000);

  it('is not open to others', async () => {
    await inWindow(browser, { expected: /status of 403/ }, async (page) => {
      await visitAs(page, '榎木 達朗', `${t.url}/board`);
      await page.getByRole('heading', { name: 'このページはご覧いただけません' }).waitFor();
    });
  }, 60_000);

  it.each(Object.entries(looks))(
    'looks well: %s',
    async (name, look) => {
      await inWindow(browser, look, async (page) => {
        await visitAs(page, '橘田 結衣', `${t.url}/board?view=board`);
        await page.getByRole('region', { name: '確認中' }).waitFor();
        await check(page, `${name}-board`);
        await page.goto(`${t.url}/board?view=list`);
        await page.getByText(photo.title).waitFor();
        await check(page, `${name}-list`);
        await page.getByRole('link', { name: photo.title }).click();
        await panel(page).waitFor();
        await check(page, `${name}-work`);
      });
    },
    90_000,
  );
});
