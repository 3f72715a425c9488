import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggestProposal } from '../../src/domain/discussions/index.ts';
import { askProposer } from '../../src/domain/proposals/index.ts';
import { pageOf, revealedDiscussion } from '../support/discussions.ts';
import { jpeg } from '../support/pictures.ts';
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
import { visitAs } from './support/listeningPage.ts';

const change = '受付のお電話の終わりに、次に連絡する日をお客さまへ必ずお伝えする。';

describe('Proposing, from the listening page to the answered question', () => {
  let browser: Browser;
  let t: TestApp;
  let discussionId: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    const stop = await openSharedTestApp(
      (opened) => {
        t = opened;
      },
      { mode: 'local', listening: true, pages: true },
    );
    discussionId = await revealedDiscussion(t);
    const known = await sent(t.as('momose'));
    await moved(t.as('kitta'), known, 'checking', 'considering');
    await sent(t.as('kajiura'), {
      words: { title: 'お送りする書類を減らす', change: '同じ書類を二度お送りしません。' },
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
  const field = (page: Page) => page.getByRole('textbox', { name: 'どうなるとよいですか' });
  const send = (page: Page) => page.getByRole('button', { name: '送る', exact: true });

  it('listen, propose at 0:23, similar ones, receipt, a question, its answer', async () => {
    let address = '';
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '梶浦', `${t.url}/listen/${t.voices.noNews}?at=23`);
      await page.getByRole('button', { name: 'この場面をもとに提案する' }).click();
      const began = performance.now();
      await page.getByRole('heading', { level: 1, name: '改善提案をする' }).waitFor();
      await page.getByRole('link', { name: '0:23 の場面を聴く' }).waitFor();
      // Whoever comes writes at once.
      await page.keyboard.type(change);
      await page.getByRole('heading', { name: '似た提案が1件あります' }).waitFor();
      const title = page.getByRole('textbox', { name: '件名' });
      expect(await title.inputValue()).toBe(change.slice(0, -1));
      await check(page, 'similar');
      await send(page).click();
      await page.getByRole('heading', { name: 'ご提案をありがとうございます' }).waitFor();
      expect(performance.now() - began).toBeLessThan(30_000);
      await page.getByText(/^受付番号 K-2026-\d{5}$/).waitFor();
      await page.getByText(/までにお答えします。$/).waitFor();
      await check(page, 'receipt');
      await page.getByRole('link', { name: 'この提案のページを開く' }).click();
      await page.getByRole('region', { name: 'いまの状況' }).waitFor();
      await page.getByRole('link', { name: '0:23 の場面を聴く' }).waitFor();
      await check(page, 'story');
      address = page.url();
    });

    const proposalId = address.split('/').at(-1)?.split('?')[0] ?? '';
    await moved(t.as('kitta'), proposalId, 'checking');
    await askProposer(t.as('kitta'), { proposalId, words: 'どの窓口でのことでしょうか。' });
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '梶浦', `${t.url}/proposals`);
      await page.getByText('お尋ねがあります').waitFor();
      await check(page, 'own');
      await page.getByRole('link', { name: change.slice(0, -1) }).click();
      await page.getByText('どの窓口でのことでしょうか。').first().waitFor();
      await check(page, 'asked');
      await page.getByRole('textbox', { name: 'お答え' }).fill('事故の受付の電話です。');
      await page.getByRole('button', { name: '答えを送る' }).click();
      await page.getByText('品質管理部で内容を確認しています。').waitFor();
    });
  }, 120_000);

  it('personal data is asked about; what must go goes; anonymously, with a picture', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '瀬名', `${t.url}/propose`);
      await field(page).fill('折り返し先090-1234-5678へ、証券番号AB12345678の方に早くご連絡する');
      await page.getByRole('radio', { name: '匿名で送る' }).check();
      await page.getByText('本当に、だれにも分かりませんか').click();
      await page.getByText('もう少し書き足す(任意)').click();
      await page.getByText('匿名の提案には、共同提案者を添えられません', { exact: false }).waitFor();
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '画面.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
      await page.getByText('画面.jpg').waitFor();
      await check(page, 'anonymous');
      await send(page).click();
      await page.getByRole('heading', { name: '送る前に、ご確認ください' }).waitFor();
      await page.getByText('【証券番号】に置き換えて送ります', { exact: false }).waitFor();
      await page.getByRole('radio', { name: 'そのまま送る' }).check();
      await check(page, 'found');
      await page.getByRole('button', { name: 'この内容で送る' }).click();
      await page.getByRole('heading', { name: 'ご提案をありがとうございます' }).waitFor();
      await page.getByText('証券番号は、伏せ字に置き換えてお預かりしました。').waitFor();
      await page.getByRole('link', { name: 'この提案のページを開く' }).click();
      await page
        .getByText('折り返し先090-1234-5678へ、証券番号【証券番号】の方に早くご連絡する')
        .first()
        .waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '1.jpg を保存する' }).click();
      expect((await download).suggestedFilename()).toBe('1.jpg');
      await page.getByRole('button', { name: '内容を直す' }).click();
      await page.getByRole('textbox', { name: '件名' }).fill('折り返しを早くする');
      await field(page).fill('折り返しのお電話を、その日のうちにする');
      await page.getByRole('button', { name: '確かめて保存する' }).click();
      await page.getByRole('heading', { level: 1, name: '折り返しを早くする' }).waitFor();
      await page.getByRole('button', { name: '取り下げる' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '取り下げる' }).click();
      await page.getByText('この提案は取り下げられました。').waitFor();
    });
  }, 90_000);

  it('what was begun is there again, colleagues and departments are found, and a refused connection loses nothing', async () => {
    await inWindow(browser, { expected: /Failed to load|ERR_/ }, async (page) => {
      await visitAs(page, '時田', `${t.url}/propose#text=${encodeURIComponent('書類を一枚にまとめる')}`);
      expect(await field(page).inputValue()).toBe('書類を一枚にまとめる');
      expect(page.url()).not.toContain('text');
      await field(page).fill('お送りする書類を一枚にまとめる');
      await page.goto(`${t.url}/propose`);
      await page.getByText('前に書いていた続きです。').waitFor();
      expect(await field(page).inputValue()).toBe('お送りする書類を一枚にまとめる');
      await page.getByText('もう少し書き足す(任意)').click();
      await page.getByRole('combobox', { name: '主管部署' }).click();
      await page.keyboard.type('火災');
      await page.getByRole('option', { name: '火災保険金サービス課' }).click();
      await page.getByRole('combobox', { name: '共同提案者' }).click();
      await page.keyboard.type('梶浦');
      await page.getByRole('option', { name: /梶浦/ }).click();
      await page.getByRole('radio', { name: '代理店から聞いた提案' }).check();
      await page.getByRole('textbox', { name: '代理店の名前' }).fill('みなと代理店');
      await check(page, 'unfolded');
      await page.context().setOffline(true);
      await send(page).click();
      await page.getByText('書かれたものはこの画面に残っています', { exact: false }).waitFor();
      await page.context().setOffline(false);
      await send(page).click();
      await page.getByRole('heading', { name: 'ご提案をありがとうございます' }).waitFor();
      await page.getByRole('button', { name: 'もう一つ提案する' }).click();
      expect(await field(page).inputValue()).toBe('');
    });
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '梶浦', `${t.url}/proposals`);
      await page.getByRole('heading', { name: '一緒に提案したもの' }).waitFor();
    });
  }, 90_000);

  it('an answer that was lost makes no second proposal, and no name stays against it', async () => {
    const loseOneAnswer = (page: Page) =>
      page.route(
        '**/api/proposals',
        async (route) => {
          await route.fetch();
          await route.abort();
        },
        { times: 1 },
      );
    const sendLost = async (page: Page, words: string) => {
      await page.goto(`${t.url}/propose`);
      await field(page).fill(words);
      await loseOneAnswer(page);
      await send(page).click();
      await page.getByText('書かれたものはこの画面に残っています', { exact: false }).waitFor();
      // Also after the page was closed in between.
      await page.reload();
    };
    const arrived = () => page0.getByRole('heading', { name: 'ご提案をありがとうございます' }).waitFor();
    let page0: Page;
    await inWindow(browser, { expected: /Failed to load|ERR_/ }, async (page) => {
      page0 = page;
      await visitAs(page, '小峰', `${t.url}/propose`);
      await sendLost(page, '封筒の宛名を大きくする');
      await field(page).fill('封筒の宛名を大きく、読みやすくする');
      await send(page).click();
      await arrived();
      await sendLost(page, '受付の番号を短くする');
      await page.getByRole('radio', { name: '匿名で送る' }).check();
      await send(page).click();
      await arrived();
      await page.getByText('匿名でお預かりしました。', { exact: false }).waitFor();
    });
    const written = await t.ctx.db.proposal.findMany({
      where: {
        change: {
          in: ['封筒の宛名を大きく、読みやすくする', '受付の番号を短くする', '封筒の宛名を大きくする'],
        },
      },
      orderBy: { serial: 'asc' },
    });
    expect(written.map(({ change: words, state, anonymous }) => [words, state, anonymous])).toEqual([
      ['封筒の宛名を大きく、読みやすくする', 'received', false],
      ['受付の番号を短くする', 'withdrawn', false],
      ['受付の番号を短くする', 'received', true],
    ]);
  }, 90_000);

  it('a suggestion of the workplace becomes a proposal, and the discussion says which', async () => {
    const { shared } = await pageOf(t, 'enoki', discussionId);
    const insight = shared.groups.flatMap(({ insights }) => insights).find((one) => one.change !== '');
    const source = { source: 'insight', sourceId: insight?.id ?? '' } as const;
    await suggestProposal(t.as('enoki'), { discussionId, ...source, suggested: true });
    const discussion = await t.ctx.db.discussion.findUniqueOrThrow({ where: { id: discussionId } });
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '瀬名', `${t.url}/discuss/${discussion.editionId}`);
      await page.getByRole('link', { name: '改善提案にする' }).click();
      expect(await field(page).inputValue()).toBe('最初の電話で、次の連絡の日をお伝えします。');
      await check(page, 'suggested');
      await page
        .getByRole('button', { name: /^提案 K-2026-\d{5} に賛同する$/ })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'ひと言(任意)' }).fill('私たちの職場でも、そう思います。');
      await page.getByRole('button', { name: '賛同を届ける' }).click();
      await page.getByText('賛同をお届けしました。', { exact: false }).waitFor();
      await send(page).click();
      await page.getByRole('heading', { name: 'ご提案をありがとうございます' }).waitFor();
      await page.goto(`${t.url}/discuss/${discussion.editionId}`);
      await page.getByRole('link', { name: /^改善提案 K-2026-\d{5} になりました$/ }).waitFor();
      await check(page, 'discussion');
      await page.goto(`${t.url}/proposals`);
      await page.getByRole('heading', { name: '賛同した提案' }).waitFor();
    });
  }, 90_000);

  it.each(Object.entries(looks))(
    'looks well: %s',
    async (name, look) => {
      await inWindow(browser, look, async (page) => {
        await visitAs(page, '梶浦', t.url);
        await page.getByRole('region', { name: '改善提案' }).waitFor();
        await picture(page, `proposals-${name}-home`, true);
        await page.goto(`${t.url}/propose?voice=${t.voices.noNews}&at=23000`);
        await field(page).fill(change);
        await page.getByRole('heading', { name: /似た提案/ }).waitFor();
        await page.getByRole('radio', { name: '匿名で送る' }).check();
        await check(page, `${name}-form`);
        await page.goto(`${t.url}/proposals`);
        await page.getByRole('heading', { level: 1, name: 'わたしの提案' }).waitFor();
        await check(page, `${name}-own`);
        await page
          .getByRole('link', { name: change.slice(0, -1) })
          .first()
          .click();
        await page.getByRole('region', { name: 'これまでの動き' }).waitFor();
        await check(page, `${name}-story`);
      });
    },
    90_000,
  );
});
