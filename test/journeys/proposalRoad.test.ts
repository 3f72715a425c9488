import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeEdition } from '../../src/domain/listening/index.ts';
import { personal, postActivity, pressesAction, pressesButton } from '../support/activities.ts';
import { cardOf, inputsOf, visibleWords } from '../support/adaptiveCard.ts';
import type { PersonName } from '../support/company.ts';
import { openedEdition } from '../support/editions.ts';
import { moved, sent } from '../support/proposals.ts';
import { openSharedTestApp, publicUrl, type TestApp } from '../support/testApp.ts';
import { inWindow, launchBrowser, picture } from './support/browser.ts';
import { slider } from './support/listeningPage.ts';
import { servePublicly } from './support/teamsClient.ts';

const change = '受付のお電話の終わりに、次に連絡する日をお客さまへ必ずお伝えする。';
const exampleTitle = '次の連絡の日を、最初の電話でお伝えします';

let browser: Browser;
let t: TestApp;

beforeAll(async () => {
  browser = await launchBrowser();
  const stop = await openSharedTestApp(
    (opened) => {
      t = opened;
    },
    { listening: true, pages: true },
  );
  const known = await sent(t.as('momose'));
  await moved(t.as('kitta'), known, 'checking', 'considering');
  await openedEdition(t);
  await minuteLater();
  return stop;
});

afterAll(async () => {
  await browser?.close();
});

/** Teams takes few messages a second into one chat: time goes on, and everything that is due is out. */
async function minuteLater(): Promise<void> {
  await t.settled();
  t.clock.advance({ minutes: 1 });
  await t.settled();
}

/** Somebody presses a button of a card that opens a page: it opens, signed in as they. */
async function opens(
  who: PersonName,
  press: { verb: string; subjectId: string },
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { body } = await postActivity(t, personal(t, t.people[who], pressesButton({ v: 1, ...press })));
  const { url } = (body as { task: { value: { url: string } } }).task.value;
  await inWindow(browser, {}, async (page) => {
    await servePublicly(page, publicUrl, t.url);
    await page.goto(url.replace('in=teams&', ''));
    await act(page);
  });
  await minuteLater();
}

const words = (messages: TestApp['stub']['messages'], version: 'first' | 'now' = 'first') =>
  messages.map(({ activity, versions }) =>
    visibleWords(cardOf(version === 'now' ? activity : (versions[0] ?? activity))).join('\n'),
  );
const chatOf = (who: PersonName) => t.stub.messagesOf(t.people[who].entraObjectId ?? '');
/** What was written to somebody of a proposal, without receipts: the titles of the messages. */
const newsOf = (who: PersonName, number: string) =>
  words(chatOf(who))
    .map((text) => text.split('\n')[0] ?? '')
    .filter((title) => title.startsWith(`改善提案 ${number}: `))
    .map((title) => title.slice(`改善提案 ${number}: `.length));

it('the whole road: heard, proposed at 0:23, asked and answered in chat, done, told to everybody, on the next card', async () => {
  let proposalId = '';
  let number = '';
  await opens('kajiura', { verb: 'voice.listen', subjectId: t.voices.noNews }, async (page) => {
    await slider(page).fill('23000');
    await page.getByRole('button', { name: 'この場面をもとに提案する' }).click();
    await page.getByRole('link', { name: '0:23 の場面を聴く' }).waitFor();
    await page.getByRole('textbox', { name: 'どうなるとよいですか' }).fill(change);
    await page.getByRole('heading', { name: '似た提案が1件あります' }).waitFor();
    await page.getByRole('button', { name: '送る', exact: true }).click();
    number = (await page.getByText(/^受付番号 K-2026-\d{5}$/).innerText()).slice('受付番号 '.length);
    await picture(page, 'road-receipt');
    const link = page.getByRole('link', { name: 'この提案のページを開く' });
    proposalId = /proposals\/([0-9a-f-]{36})/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  });
  const itsPage = { verb: 'proposal.open', subjectId: proposalId };
  const [receipt] = words(chatOf('kajiura')).filter((text) => text.includes(`${number} を受け付けました`));
  expect(receipt).toMatch(/いまの状況: 受付[\s\S]*までにお答えします。/);

  await opens('sena', itsPage, async (page) => {
    await page.getByRole('button', { name: /賛同する$/ }).click();
    await page.getByRole('textbox', { name: 'ひと言(任意)' }).fill('私の窓口でも同じです。');
    await page.getByRole('button', { name: '賛同を届ける' }).click();
    await page.getByText('賛同をお届けしました。', { exact: false }).waitFor();
  });

  const press = async (page: Page, button: string, state: string) => {
    const panel = page.getByRole('region', { name: '品質管理部の作業' });
    await panel.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('ありがとうございます。');
    await dialog.getByRole('button', { name: /^(進めて知らせる|質問を送る)$/ }).click();
    await panel.locator('.fui-Badge').getByText(state, { exact: true }).waitFor();
    await minuteLater();
  };
  await opens('kitta', itsPage, async (page) => {
    await page.getByText('私の窓口でも同じです。').waitFor();
    await press(page, '確認を始める', '確認中');
    await press(page, '質問する', '質問中');
  });

  const asked = chatOf('kajiura')
    .map(({ activity }) => cardOf(activity))
    .find((card) => 'answer' in inputsOf(card));
  const question = await t.ctx.db.proposalQuestion.findFirstOrThrow({ where: { proposalId } });
  expect(visibleWords(asked).join()).toContain('もう少し詳しく教えてください。');
  const answer = { v: 1, verb: 'proposal.answer', subjectId: question.id, answer: '事故受付の電話です。' };
  const { body } = await postActivity(t, personal(t, t.people.kajiura, pressesAction(answer)));
  expect(visibleWords((body as { value: unknown }).value).join()).toContain('お答えをありがとうございます。');
  await minuteLater();

  await opens('kitta', itsPage, async (page) => {
    await page.getByText('事故受付の電話です。').waitFor();
    for (const [button, state] of [
      ['検討に進める', '検討中'],
      ['採用する', '採用'],
      ['対応を始める', '対応中'],
      ['対応済みにする', '対応済み'],
    ] as const)
      await press(page, button, state);
    await page.getByRole('textbox', { name: '題名' }).fill(exampleTitle);
    await page.getByRole('textbox', { name: 'これまで' }).fill('いつ連絡が来るのか分かりませんでした。');
    await page.getByRole('textbox', { name: 'これから' }).fill('受付の電話の終わりに、お伝えしています。');
    await page.getByRole('button', { name: '保存する' }).first().click();
    await page.getByText('保存しました。承認者の確認を待ちます。').waitFor();
  });
  await opens('kiryu', itsPage, async (page) => {
    await page.getByRole('button', { name: '社内公開を承認する' }).click();
    await page.locator('.fui-Badge').getByText('公表', { exact: true }).first().waitFor();
    await picture(page, 'road-published');
  });

  // Everybody was told, each of what concerns them, quietly; the receipt says where it is now.
  expect(newsOf('kajiura', number)).toEqual([
    '確認中',
    'お尋ねがあります',
    '検討中',
    '採用',
    '対応中',
    '対応済み',
    '改善事例になりました',
  ]);
  expect(newsOf('sena', number)).toEqual(['採用', '対応済み']);
  const channel = words(t.stub.messagesIn(t.departments.motor.teamsConversationId ?? ''));
  expect(
    channel.filter((text) => text.includes('この職場からの提案')).map((text) => text.slice(0, 25)),
  ).toEqual([expect.stringContaining(`${number}: 採用`), expect.stringContaining(`${number}: 対応済み`)]);
  const now = words(chatOf('kajiura'), 'now').find((text) => text.includes(`${number} を受け付けました`));
  expect(now).toContain('いまの状況: 公表');
  const sentRows = await t.ctx.db.outgoingMessage.findMany({
    where: { purpose: { startsWith: 'proposal.' }, act: 'send' },
  });
  expect(sentRows.filter(({ alert }) => alert)).toEqual([]);

  const december = await t.ctx.db.edition.findFirstOrThrow({ where: { month: '2026-12' } });
  await closeEdition(t.ctx, december.id);
  t.clock.set('2027-01-04T09:30:00+09:00');
  await openedEdition(t, { month: '2027-01', voices: ['oneWord', 'fathersLicence'] });
  await minuteLater();
  const card = words(chatOf('mizusawa')).find((text) => text.includes('1月の声'));
  expect(card).toContain(exampleTitle);
}, 180_000);
