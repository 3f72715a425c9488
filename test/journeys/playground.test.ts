import { networkInterfaces } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow, picture } from './support/browser.ts';
import { becomePerson, heardMark, playButton, slider } from './support/listeningPage.ts';
import { goTo, monthCards, openPlayground, type Place, places, say } from './support/playground.ts';
import { descendantsOf, isAlive, isListening, until } from './support/processes.ts';
import { type Installation, install, type Running } from './support/product.ts';
import { cuesOf } from './support/sampleVoices.ts';

const quotes = [
  '「忘れられてしまったのかなと、毎日、電話ばかり気にしていました。」',
  '『手続きのお話より先に、「心細かったですね」と言ってくださって、それでやっと息ができたんです。』',
];
const leads: Record<Place, string> = {
  'Personal Chat': 'お聴きください。',
  General: '職場で話し合ってみてください。',
  みなと支店: '職場で話し合ってみてください。',
  '傷害・医療保険金サービス課': '職場で話し合ってみてください。',
};

/** One story, in its order: the first start, a day with the Playground, and the starts after it. */
describe('The Playground', () => {
  let browser: Browser;
  let installation: Installation;
  let running: Running;
  let playground: Page;
  const listening: Page[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    installation = await install();
    running = await installation.start();
    console.info(`first start: ${(running.readyMs / 1000).toFixed(1)} s`);
    ({ page: playground } = await openWindow(browser));
    await openPlayground(playground, installation.playgroundUrl);
  });

  afterAll(async () => {
    await browser?.close();
    await installation?.remove();
  });

  const expectOneCardEverywhere = async () => {
    for (const place of places) {
      await goTo(playground, place);
      await monthCards(playground).first().waitFor();
      await expect.poll(() => monthCards(playground).innerText()).toContain(leads[place]);
      expect(await monthCards(playground).count(), place).toBe(1);
    }
  };

  /** Presses a button of the month's card, which opens a tab. */
  const press = async (name: string, place: number): Promise<Page> => {
    const button = monthCards(playground).first().getByRole('link', { name }).nth(place);
    const [page] = await Promise.all([playground.context().waitForEvent('page'), button.click()]);
    return page;
  };

  it('answers on this machine alone', async () => {
    // Linux answers to all of 127.0.0.0/8 where somebody listens on every interface.
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address),
    );
    for (const port of [installation.port, installation.playgroundPort]) {
      expect(await isListening(port)).toBe(true);
      for (const host of ['127.0.0.2', ...others]) expect(await isListening(port, host), host).toBe(false);
    }
  });

  it.each(places)('shows the month’s card once in %s, though nobody wrote', async (place) => {
    await goTo(playground, place);
    const card = monthCards(playground);
    await card.waitFor();
    await expect.poll(() => card.innerText()).toContain(leads[place]);
    const words = await card.innerText();
    expect(words).toMatch(/お客さまを知る時間 ─ \d+月の声/);
    expect(words).toMatch(/期限 \d+月\d+日\([月火水木金]\)/);
    for (const quote of quotes) expect(words).toContain(quote);
    expect(words).toContain('苦情 ・ 自動車保険 ・ 58秒');
    expect(words).toContain('お褒め・感謝 ・ 旅行保険 ・ 55秒');
    const buttons = card.getByRole('link').filter({ hasText: /聴く|読む/ });
    expect(await buttons.allInnerTexts()).toEqual(['▶ 聴く', '読む', '▶ 聴く', '読む']);
    await picture(playground, `playground-${places.indexOf(place) + 1}`);
  });

  it('has no other word of the customers in the card', async () => {
    await goTo(playground, 'Personal Chat');
    const words = await monthCards(playground).innerText();
    const said = ['complaint-auto-no-news', 'praise-travel-first-words'].flatMap(cuesOf);
    const unapproved = said.map(({ text }) => text).filter((text) => !quotes.join().includes(text));
    expect(unapproved.length).toBeGreaterThan(10);
    expect(unapproved.filter((text) => words.includes(text))).toEqual([]);
  });

  it('opens the listening page in a tab of its own, where one chooses who one is', async () => {
    for (const place of [0, 1]) {
      const page = await press('聴く', place);
      expect(page.url()).toMatch(new RegExp(`^${installation.url}/listen/[0-9a-f-]{36}$`));
      await becomePerson(page, '水沢 千尋');
      await slider(page).waitFor();
      await page.getByRole('combobox', { name: '再生速度' }).selectOption('2');
      await playButton(page).click();
      listening.push(page);
    }
  });

  it('opens the same page, words first, from the other button', async () => {
    const reading = await press('読む', 0);
    expect(reading.url()).toMatch(/\/listen\/[0-9a-f-]{36}\?mode=read$/);
    await becomePerson(reading, '榎木 達朗');
    await reading.getByRole('button', { name: '最後まで読みました' }).waitFor();
    await reading.close();
  });

  it.each([
    ['今月の声', 'お客さまを知る時間 ─'],
    ['ヘルプ', '聴きどきです。お声がけをありがとうございます。'],
    ['What is recorded', 'What this records'],
    ['今月の声を聴きたいです。', 'お客さまを知る時間 ─'],
    ['あsdf;lkj', 'ご用件を読み取れませんでした。'],
  ])('answers 「%s」', async (text, answer) => {
    await goTo(playground, 'Personal Chat');
    const card = await say(playground, text);
    expect(await card.innerText()).toContain(answer);
    await card.scrollIntoViewIfNeeded();
    await picture(playground, `playground-answer-${text === 'あsdf;lkj' ? 'nonsense' : text}`);
  });

  it('does what a button asks, in the card itself', async () => {
    await goTo(playground, 'Personal Chat');
    const card = await say(playground, 'リマインド');
    await card.getByRole('button', { name: 'リマインドを受け取らない' }).click();
    await playground.getByText('リマインドをお送りしない設定です').waitFor();
    await picture(playground, 'playground-reminders-off');
    await playground.getByRole('button', { name: 'リマインドを受け取る' }).click();
    await expect.poll(() => playground.getByText('リマインドをお送りしない設定です').count()).toBe(0);
    const actions = await say(playground, '担当している取組み');
    expect(await actions.innerText()).toContain('担当している取組みはありません');
  });

  it('takes a proposal in chat: a form, a question about personal data, a receipt', async () => {
    await goTo(playground, 'Personal Chat');
    const form = await say(playground, '提案');
    await form
      .getByLabel('どうなるとよいですか')
      .fill('次に連絡する日を必ずお伝えする。連絡先は 090-1234-5678');
    await picture(playground, 'playground-proposal-form');
    await form.getByRole('button', { name: '送信する' }).click();
    await playground.getByText('【電話番号】に置き換えて送信します。よろしいですか。').waitFor();
    await picture(playground, 'playground-proposal-masked');
    await playground.getByRole('button', { name: '置き換えて送信する' }).click();
    await playground.getByText(/受付番号は K-\d{4}-\d{5} です。/).waitFor();
    await playground.getByText(/改善提案 K-\d{4}-\d{5} を受け付けました/).waitFor();
    await picture(playground, 'playground-proposal-receipt');
    const own = await say(playground, 'わたしの提案');
    expect(await own.innerText()).toContain('次に連絡する日を必ずお伝えする');
  });

  it('shows what is asked about it on its card, and that the answer came', async () => {
    const { page: desk, close } = await openWindow(browser);
    const title = '次に連絡する日を必ずお伝えする';
    await desk.goto(`${installation.url}/board?view=list&words=${encodeURIComponent(title)}`);
    await becomePerson(desk, '橘田 結衣');
    await desk.getByRole('link', { name: title }).first().click();
    for (const [button, words, send] of [
      ['確認を始める', 'ありがとうございます。', '進めて知らせる'],
      ['質問する', 'どの窓口でのことでしょうか。', '質問を送る'],
    ] as const) {
      await desk.getByRole('button', { name: button, exact: true }).click();
      await desk.getByRole('dialog').getByRole('textbox').first().fill(words);
      await desk.getByRole('dialog').getByRole('button', { name: send }).click();
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await close();
    // The message itself comes in working hours; the receipt says it at any time.
    await playground.getByText('いまの状況: 質問中').first().waitFor();
    await playground.getByText('どの窓口でのことでしょうか。').first().waitFor();
    await picture(playground, 'playground-proposal-asked');
    const [page] = await Promise.all([
      playground.context().waitForEvent('page'),
      playground.getByRole('link', { name: 'お答えする' }).first().click(),
    ]);
    await becomePerson(page, '水沢 千尋');
    await page.getByRole('textbox', { name: 'お答え' }).fill('事故受付の電話です。');
    await page.getByRole('button', { name: '答えを送る' }).click();
    await page.getByText('品質管理部で内容を確認しています。').waitFor();
    await page.close();
    await playground.getByText('いまの状況: 確認中').first().waitFor();
  }, 90_000);

  it('marks in place what was heard: the person’s card at once, the channel’s with the department', async () => {
    for (const page of listening) await heardMark(page).waitFor({ timeout: 60_000 });
    await goTo(playground, 'Personal Chat');
    await expect.poll(() => monthCards(playground).first().getByText('✓ 聴きました').count()).toBe(2);
    await goTo(playground, 'General');
    await monthCards(playground)
      .getByText('この職場では、23人のうち1人の方が、今月の声をすべて聴きました。')
      .waitFor();
    expect(await monthCards(playground).count()).toBe(1);
    await picture(playground, 'playground-heard');
    for (const page of listening) await page.close();
  }, 90_000);

  it('shows the card again, once, after its page was loaded anew', async () => {
    await playground.reload();
    await expectOneCardEverywhere();
  });

  it('leaves nothing behind after Ctrl-C', async () => {
    const started = descendantsOf(running.pid);
    const postgres = installation.postgresPid();
    expect(started.length).toBeGreaterThan(0);
    expect(postgres).toBeTypeOf('number');
    expect(await running.interrupt()).toBe(0);
    await until('the end of everything', () => ![...started, postgres ?? 0].some(isAlive), 30_000);
    expect(installation.postgresPid()).toBeUndefined();
    expect(await isListening(installation.port)).toBe(false);
    expect(await isListening(installation.playgroundPort)).toBe(false);
  });

  it('has the card again, once, after a second start', async () => {
    running = await installation.start();
    console.info(`second start with the Playground: ${(running.readyMs / 1000).toFixed(1)} s (aim: 3 s)`);
    await openPlayground(playground, installation.playgroundUrl);
    await expectOneCardEverywhere();
  });

  it('takes over what a kill -9 left, and has the card again, once', async () => {
    const started = descendantsOf(running.pid);
    const postgres = installation.postgresPid();
    await running.kill();
    await until('the end of the Playground', () => !started.some(isAlive), 30_000);
    await until('the end of its port', async () => !(await isListening(installation.playgroundPort)), 30_000);
    expect(installation.postgresPid()).toBe(postgres);

    running = await installation.start();
    expect(installation.postgresPid()).toBe(postgres);
    await openPlayground(playground, installation.playgroundUrl);
    await expectOneCardEverywhere();
    expect(await running.interrupt()).toBe(0);
    expect(installation.postgresPid()).toBeUndefined();
  });
});
