import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, inWindow, launchBrowser, picture, type WindowOptions } from './support/browser.ts';
import {
  becomePerson,
  expectPlace,
  heardMark,
  lengthOf,
  openVoice,
  pauseButton,
  placeOf,
  playButton,
  slider,
  visitAs,
} from './support/listeningPage.ts';
import { until } from './support/processes.ts';
import { type Installation, install } from './support/product.ts';
import { cuesOf } from './support/sampleVoices.ts';

const noNews = cuesOf('complaint-auto-no-news');
const phone: WindowOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Each test is another person of the sample company, so that nobody finds another one's traces. */
describe('The listening page', () => {
  let browser: Browser;
  let installation: Installation;
  /** Page addresses by reference. */
  let voices: Record<'noNews' | 'firstWords' | 'past', string>;

  beforeAll(async () => {
    browser = await launchBrowser();
    installation = await install({ KIKIDOKI_PLAYGROUND: 'off' });
    await installation.start();
    const list = await installation.command<{ voices: { id: string; reference: string }[] }>('voice', 'list');
    const addressOf = (reference: string) => {
      const voice = list.voices.find((one) => one.reference === reference);
      return `${installation.url}/listen/${voice?.id}`;
    };
    voices = {
      noNews: addressOf('S-2026-01'),
      firstWords: addressOf('S-2026-02'),
      past: addressOf('S-2026-04'),
    };
  });

  afterAll(async () => {
    await browser?.close();
    await installation?.remove();
  });

  const focused = (page: Page) => page.locator(':focus');
  const sentence = (page: Page, n: number) => page.locator(`[data-sentence="${n}"]`);

  describe.concurrent('counts', () => {
    it('as heard what was played to 90 %, and shows it everywhere', async () => {
      await inWindow(browser, {}, async (page) => {
        await openVoice(page, '瀬名 みのり', voices.noNews);
        await page.getByRole('combobox', { name: '再生速度' }).selectOption('2');
        await playButton(page).click();
        await until('half of it', async () => (await placeOf(page)) > 25_000, 40_000);
        expect(await heardMark(page).isVisible()).toBe(false);
        await picture(page, 'playing');
        await heardMark(page).waitFor({ timeout: 40_000 });
        const share = (await placeOf(page)) / (await lengthOf(page));
        expect(share).toBeGreaterThan(0.88);
        expect(await page.getByText(/^ありがとうございます。\d+月\d+日\(.\)までに/).isVisible()).toBe(true);
        await expectAccessible(page);
        await picture(page, 'heard');

        await page.getByRole('banner').getByRole('link').click();
        await page.getByRole('heading', { level: 1, name: /^\d+月の声$/ }).waitFor();
        const [first, second] = await page.getByRole('main').getByRole('listitem').all();
        expect(await first?.getByText('聴きました').count()).toBe(1);
        expect(await second?.getByText('聴きました').count()).toBe(0);
        await picture(page, 'home-heard');
      });
    }, 120_000);

    it('as heard what was read to the end, at the pace at which it could have been played', async () => {
      await inWindow(browser, phone, async (page) => {
        await openVoice(page, '榎木 達朗', `${voices.noNews}?mode=read`);
        const opened = performance.now();
        await page.getByRole('button', { name: '最後まで読みました' }).click();
        await page.getByText(/読んでくださった記録を残しています。あと\d+秒ほど/).waitFor();
        await picture(page, 'read-counting');
        await heardMark(page).waitFor({ timeout: 60_000 });
        const length = await lengthOf(page);
        expect(performance.now() - opened).toBeGreaterThan((length * 0.9) / 2 - 3_000);
        await expectAccessible(page);
        await picture(page, 'read-heard', true);
      });
    }, 120_000);
  });

  it('goes to a sentence that is pressed, and marks the one that is spoken', async () => {
    await inWindow(browser, {}, async (page) => {
      await openVoice(page, '時田 航平', voices.noNews);
      await sentence(page, 5).click();
      await expectPlace(page, noNews[5]?.startMs ?? 0, 50);
      await expect.poll(() => sentence(page, 5).getAttribute('aria-current')).toBe('true');
      await playButton(page).click();
      await expect
        .poll(() => sentence(page, 6).getAttribute('aria-current'), { timeout: 12_000 })
        .toBe('true');
      expect(await page.locator('[aria-current="true"]').count()).toBe(1);
      await sentence(page, 2).click();
      await expectPlace(page, noNews[2]?.startMs ?? 0, 1_500);
      expect(await pauseButton(page).isVisible()).toBe(true);
    });
  });

  it('says what is masked, in words and in the bar', async () => {
    await inWindow(browser, {}, async (page) => {
      await openVoice(page, '鳥羽 奈津実', voices.noNews);
      const masked = page.getByRole('region', { name: '書き起こし' }).getByRole('button', {
        name: /氏名\(伏せています\)/,
      });
      expect(await masked.count()).toBeGreaterThan(0);
      expect(await masked.first().innerText()).toContain('【氏名】');
    });
  });

  it('can be played by keyboard alone', async () => {
    await inWindow(browser, {}, async (page) => {
      await openVoice(page, '笹本 隼', voices.noNews);
      const speed = page.getByRole('combobox', { name: '再生速度' });
      await page.keyboard.press('Space');
      await pauseButton(page).waitFor();
      await page.keyboard.press('k');
      await playButton(page).waitFor();
      await page.keyboard.press('Home');
      await expectPlace(page, 0, 50);
      await page.keyboard.press('l');
      await expectPlace(page, 10_000, 50);
      await page.keyboard.press('ArrowRight');
      await expectPlace(page, 20_000, 50);
      await page.keyboard.press('j');
      await expectPlace(page, 10_000, 50);
      await page.keyboard.press('ArrowLeft');
      await expectPlace(page, 0, 50);
      await page.keyboard.press('Shift+>');
      await expect.poll(() => speed.inputValue()).toBe('1.25');
      await page.keyboard.press('Shift+<');
      await page.keyboard.press('Shift+<');
      await expect.poll(() => speed.inputValue()).toBe('0.75');
      await page.keyboard.press('End');
      await expectPlace(page, await lengthOf(page), 50);

      // On the bar the arrows are the bar's: a second each.
      await slider(page).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await expectPlace(page, 1_000, 50);
      expect(await slider(page).getAttribute('aria-valuetext')).toBe('0分01秒 / 0分58秒');

      await page.keyboard.press('Shift+?');
      const help = page.getByRole('dialog', { name: 'キーボードでの操作' });
      await help.waitFor();
      await expectAccessible(page);
      await picture(page, 'keys');
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'hidden' });
      expect(await focused(page).getAttribute('aria-label')).toBe('再生位置');
    });
  });

  it('can be reached by Tab alone, from the skip link to the last sentence', async () => {
    await inWindow(browser, {}, async (page) => {
      await openVoice(page, '真鍋 すみれ', voices.noNews);
      // From the top: after signing in, the keyboard goes on where the name was.
      await page.reload();
      await slider(page).waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page).innerText()).toBe('本文へ進む');
      await picture(page, 'skip-link');
      await page.keyboard.press('Enter');
      const names: string[] = [];
      const last = noNews.at(-1)?.text ?? '';
      while (names.length < 60 && names.at(-1) !== last) {
        await page.keyboard.press('Tab');
        names.push(await focused(page).evaluate((one) => one.ariaLabel ?? one.textContent ?? ''));
      }
      const order = [
        '聴く',
        '読む',
        'キーボード操作',
        '再生位置',
        '再生速度',
        '10秒戻る',
        '再生',
        '10秒進む',
      ];
      expect(names.filter((name) => order.includes(name))).toEqual(order);
      expect(names.at(-1)).toBe(last);
    });
  });

  it('goes on where one left off, on another device too', async () => {
    let left = 0;
    await inWindow(browser, {}, async (page) => {
      await openVoice(page, '久住 誠一郎', voices.noNews);
      await sentence(page, 6).click();
      await playButton(page).click();
      await until('two seconds', async () => (await placeOf(page)) > (noNews[6]?.startMs ?? 0) + 2_000);
      const reported = page.waitForResponse(/\/listening$/);
      await pauseButton(page).click();
      await reported;
      left = await placeOf(page);
    });
    await inWindow(browser, phone, async (page) => {
      await openVoice(page, '久住 誠一郎', voices.noNews);
      await expectPlace(page, left, 1_000);
      await page.getByText(/^前回の続き\(0分\d\d秒\)から$/).waitFor();
      await expectAccessible(page);
      await picture(page, 'resumed-phone');
      await page.getByRole('button', { name: 'はじめから' }).click();
      await expectPlace(page, 0, 50);
    });
  });

  it('plays a past month’s voice and keeps nothing of it', async () => {
    await inWindow(browser, {}, async (page) => {
      await openVoice(page, '穂積 亜弥', voices.past);
      await sentence(page, 4).click();
      await playButton(page).click();
      const from = await placeOf(page);
      await until('two seconds', async () => (await placeOf(page)) > from + 2_000);
      const reported = page.waitForResponse(/\/listening$/);
      await pauseButton(page).click();
      const state = (await (await reported).json()) as { coverage: unknown[] };
      expect(state.coverage).toEqual([]);
      await picture(page, 'past');
      await page.reload();
      await slider(page).waitFor();
      expect(await placeOf(page)).toBe(0);
      expect(await page.getByText('前回の続き').count()).toBe(0);
    });
  });

  it('speaks English to those who read English, and to whoever asks', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, 'グエン・ティ・ハイン', voices.noNews);
      await page.getByRole('article', { name: 'Customer’s voice' }).waitFor();
      await slider(page).waitFor();
      expect(await page.getByRole('button', { name: 'Play', exact: true }).isVisible()).toBe(true);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      // The customer's words stay what they are, and say so to a screen reader.
      expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('ja');
      await expectAccessible(page);
      await picture(page, 'english', true);
      await page.getByRole('button', { name: '日本語' }).click();
      await page.getByRole('article', { name: 'お客さまの声' }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('banner').getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: /^Voices of / }).waitFor();
      await picture(page, 'english-home');
    });
  });

  it('keeps what was heard while the network is away, and says so', async () => {
    await inWindow(browser, { expected: /ERR_INTERNET_DISCONNECTED/ }, async (page) => {
      await openVoice(page, '若槻 理央', voices.noNews);
      await playButton(page).click();
      await until('two seconds', async () => (await placeOf(page)) > 2_000);
      await page.context().setOffline(true);
      await page
        .getByText(/^通信が切れています。/)
        .first()
        .waitFor();
      await expectAccessible(page);
      await picture(page, 'offline');
      await pauseButton(page).click();
      const left = await placeOf(page);
      await page.context().setOffline(false);
      await page.getByText('通信が戻りました。').first().waitFor();
      const reported = page.waitForResponse(/\/listening$/);
      const { coverage } = (await (await reported).json()) as { coverage: { endMs: number }[] };
      expect(coverage.at(-1)?.endMs).toBeGreaterThan(left - 700);
    });
  });

  it('falls silent and loses its words within 5 s of a withdrawal', async () => {
    const gone = /status of 410/;
    await inWindow(browser, { expected: gone }, async (listening) => {
      await inWindow(browser, { ...phone, expected: gone }, async (reading) => {
        await openVoice(listening, '丹下 昌彦', voices.firstWords);
        await openVoice(reading, '柚木 沙耶', `${voices.firstWords}?mode=read`);
        await playButton(listening).click();
        await until('the sound', async () => (await placeOf(listening)) > 1_000);
        const sound = new URL((await listening.locator('audio').getAttribute('src')) ?? '', installation.url);
        const words = '心細かったですね';
        expect(await listening.getByText(words).count()).toBeGreaterThan(0);

        await installation.command('voice', 'withdraw', 'S-2026-02', '--reason', '試験');
        const notice = (page: Page) =>
          page.getByRole('alert').getByRole('heading', { name: 'この声は公開を停止しました' });
        await Promise.all([listening, reading].map((page) => notice(page).waitFor({ timeout: 30_000 })));
        for (const page of [listening, reading]) {
          expect(await page.locator('audio').count()).toBe(0);
          expect(await page.getByText(words).count()).toBe(0);
          await expectAccessible(page);
        }
        expect((await fetch(sound)).status).toBe(410);
        expect((await fetch(voices.firstWords)).status).toBe(410);
        await picture(listening, 'withdrawn');
        await picture(reading, 'withdrawn-phone');
        await listening.getByRole('link', { name: '今月の声へ' }).click();
        await listening.getByRole('main').getByText('この声は公開を停止しました').waitFor();
        expect(await listening.getByText(words).count()).toBe(0);
        await picture(listening, 'withdrawn-home');
      });
    });
  });

  it('lets one be somebody else, and stay oneself over a reload', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '相庭 健吾', installation.url);
      await page.getByText('相庭 健吾').waitFor();
      await page.reload();
      await page.getByText('相庭 健吾').waitFor();
      await page.getByRole('button', { name: '別の人になる' }).click();
      await becomePerson(page, '乾 晴樹');
      await page.getByText('乾 晴樹').waitFor();
    });
  });
});
