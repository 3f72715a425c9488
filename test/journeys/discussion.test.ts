import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openListeningPage, reportListening } from '../../src/domain/listening/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { PersonName } from '../support/company.ts';
import { openSharedTestApp, type TestApp } from '../support/testApp.ts';
import { inWindow, launchBrowser, type WindowOptions } from './support/browser.ts';
import { inspect, type Seat, takeSeat, writeAlone } from './support/discussionPage.ts';
import { openEditions } from './support/editions.ts';
import { expectPlace, placeOf, visitAs } from './support/listeningPage.ts';

const looks = {
  desktop: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active', colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 } },
} satisfies Record<string, WindowOptions>;

describe('A workplace discussion', () => {
  let browser: Browser;
  let t: TestApp;
  let url: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    const options = { mode: 'local', listening: true, pages: true, parts: { clock: systemClock } } as const;
    const stop = await openSharedTestApp((opened) => {
      t = opened;
    }, options);
    url = `${t.url}/discuss/${(await openEditions(t)).editionId}`;
    return stop;
  });

  afterAll(async () => {
    await browser?.close();
  });

  const seat = (name: string, look: keyof typeof looks) =>
    takeSeat(browser, { name, url, look, window: looks[look] });

  it('goes from writing alone to what the workplace will do, for a leader and three members', async () => {
    const seats = await Promise.all([
      seat('榎木 達朗', 'desktop'),
      seat('水沢 千尋', 'forced'),
      seat('梶浦 拓真', 'dark'),
      seat('瀬名 みのり', 'phone'),
      seat('時田 航平', 'narrow'),
    ]);
    const [enoki, mizusawa, kajiura, sena, tokita] = seats as [Seat, Seat, Seat, Seat, Seat];
    const leader = enoki.page;
    await inspect([enoki, sena], '1-waiting');

    await leader.getByRole('button', { name: 'じっくり話し合う' }).click();
    await inspect([enoki], '2-start');
    await leader.getByRole('button', { name: '始める' }).click();
    await Promise.all(seats.map(({ page }) => step(page, 1).waitFor()));
    await Promise.all([
      writeAlone(kajiura.page, {
        why: 'いつ支払われるのか、連絡がなくて不安だったのだと思います。',
        feelings: ['不安', '待ちくたびれ'],
        anonymous: true,
      }),
      writeAlone(sena.page, {
        why: '支払いの時期について、こちらから連絡がなかったからです。',
        feelings: ['不安'],
        anonymous: true,
      }),
      writeAlone(tokita.page, {
        change: '最初のお電話で、次にご連絡する日をお伝えします。',
        feelings: ['心細さ'],
        anonymous: true,
      }),
      writeAlone(mizusawa.page, {
        why: '同じ説明を何度もしなければならず、お疲れだったと思います。',
        change: '担当が替わるとき、書面で引き継ぎます。',
        feelings: ['がっかり'],
      }),
    ]);
    // Nobody reads what another one wrote, and nobody is counted.
    await expect(leader.getByText('心細さ', { exact: true }).count()).resolves.toBe(1);
    await inspect([kajiura, sena, tokita], '3-alone');

    await leader.getByRole('button', { name: '気づきを公開する' }).click();
    await leader.getByRole('button', { name: '公開する', exact: true }).click();
    await Promise.all(seats.map(({ page }) => shown(page, '次にご連絡する日').waitFor()));
    expect(await leader.getByText('匿名', { exact: true }).count()).toBe(3);
    await inspect([enoki, mizusawa, sena], '4-revealed');

    await moveByKeyboard(leader);
    await moveByDragging(leader);
    await leader.getByRole('button', { name: '「ご連絡の時期」の名前を変える' }).click();
    await leader.getByRole('textbox', { name: 'まとまりの名前' }).fill('次の連絡の約束');
    await leader.getByRole('button', { name: 'この名前にする' }).click();
    await kajiura.page.getByRole('heading', { name: '次の連絡の約束' }).waitFor();

    const more = kajiura.page.getByRole('button', { name: '「次の連絡の約束」に1票入れる' });
    for (const votes of [1, 2, 3]) {
      await more.click();
      await kajiura.page.getByText(`残り ${5 - votes} / 5票`).waitFor();
    }
    await expect(more.getAttribute('aria-disabled')).resolves.toBe('true');
    await sena.page.getByRole('button', { name: '「次の連絡の約束」に1票入れる' }).tap();
    await leader.getByText('4票', { exact: true }).waitFor();

    // Two leaders press at once: one step.
    await Promise.all(
      [enoki, mizusawa].map(({ page }) => page.getByRole('button', { name: '次へ' }).click()),
    );
    await Promise.all(seats.map(({ page }) => step(page, 3).waitFor()));
    await leader.getByRole('button', { name: 'タイマーを休止する' }).click();
    await tokita.page.getByText('休止中').waitFor();
    await leader.getByRole('button', { name: '+1分' }).click();
    await leader.getByRole('button', { name: 'タイマーを再開する' }).click();
    await inspect([mizusawa, kajiura, tokita], '6-talking');

    for (const n of [4, 5, 6]) {
      await leader.getByRole('button', { name: '次へ' }).click();
      await step(leader, n).waitFor();
    }
    await kajiura.page.getByText('まとめています').waitFor();
    await leader
      .getByRole('textbox', { name: 'わかったこと' })
      .fill('次の連絡の日をお約束すると、安心していただける。');
    await leader.getByRole('button', { name: '取組みを書く' }).click();
    await leader
      .getByRole('textbox', { name: '何をしますか' })
      .fill('最初のお電話で、次の連絡日をお伝えする');
    await leader.getByRole('combobox', { name: '担当' }).selectOption({ label: '瀬名 みのり' });
    await inspect([enoki], '7-closing');
    await leader.getByRole('button', { name: 'まとめて報告する' }).click();
    await Promise.all(
      seats.map(({ page }) =>
        page.getByRole('heading', { name: '話し合いました。ありがとうございます。' }).waitFor(),
      ),
    );
    await sena.page.getByText('担当 瀬名 みのりさん').waitFor();
    await sena.page.getByRole('button', { name: /を完了にする$/ }).tap();
    await leader.getByText(/に完了$/).waitFor();
    await leader.getByRole('button', { name: '提案の候補にする', exact: true }).click();
    await tokita.page.getByText('提案の候補', { exact: true }).waitFor();
    await inspect([enoki, kajiura, tokita], '8-summary');

    for (const one of seats) {
      expect(one.troubles).toEqual([]);
      await one.close();
    }
  }, 150_000);

  it('takes five presses where there are five minutes', async () => {
    const shiomi = await seat('汐見 佳代子', 'phone');
    const { page } = shiomi;
    await page
      .getByRole('button', { name: /ここで聴く/ })
      .first()
      .tap();
    await page.getByRole('textbox', { name: '気づいたことを一行で' }).tap();
    await page.keyboard.insertText('待つ時間の長さは、知らされないほど長くなる。');
    await page.getByRole('button', { name: '1名減らす' }).tap();
    await inspect([shiomi], '9-five-minutes');
    await page.getByRole('button', { name: '実施しました' }).tap();
    await page.getByRole('heading', { name: '話し合いました。ありがとうございます。' }).waitFor();
    await page.getByText('5名が参加').waitFor();
    await inspect([shiomi], '10-held');
    expect(shiomi.troubles).toEqual([]);
    await shiomi.close();
  }, 60_000);

  it('begins on the listening page: what is written after hearing is kept, and goes to the workplace', async () => {
    await hear(t, 'iino', t.voices.noNews);
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '飯野 志保', `${t.url}/listen/${t.voices.noNews}?at=12`);
      const questions = page.getByRole('region', { name: '気づきを書く' });
      await questions.getByText('話し合いに届きます').waitFor();
      expect(await placeOf(page)).toBe(12_000);
      await questions.getByRole('button', { name: 'いまの場面を添える' }).click();
      await questions.getByRole('textbox', { name: /なぜご連絡/ }).fill('三週間、待っていてくださった。');
      // Closed before it was sent: the tab keeps it.
      await page.reload();
      const kept = page.getByRole('textbox', { name: /なぜご連絡/ });
      await kept.waitFor();
      expect(await kept.inputValue()).toBe('三週間、待っていてくださった。');
      await inspect([{ page, look: 'desktop' }], '11-after-hearing');
      await page.getByRole('button', { name: '書き終える' }).click();
      await page.getByText('お書きくださり、ありがとうございます').waitFor();

      await page.getByRole('link', { name: '職場の話し合いのページへ' }).click();
      await page.getByText('三週間、待っていてくださった。').waitFor();
      await page.getByRole('link', { name: '0:12 の場面を聴く' }).click();
      await expectPlace(page, 12_000);
    });
  }, 60_000);
});

const step = (page: Page, n: number) =>
  page.getByRole('region', { name: '進行' }).getByText(`ステップ ${n} / 6`);

/** What everybody reads, in the groups. */
const shown = (page: Page, words: string) =>
  page.getByRole('region', { name: '皆さんの気づき' }).getByText(words);

/** The leader makes a group of the first insight and puts another one into it, without a mouse. */
async function moveByKeyboard(page: Page): Promise<void> {
  const card = page.getByRole('listitem').filter({ hasText: '次にご連絡する日' });
  await card.getByRole('button', { name: '別のまとまりへ移す' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '新しいまとまりを作る' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'まとまりの名前' }).fill('ご連絡の時期');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'ご連絡の時期' }).waitFor();
}

/** … and drags a third one there. */
async function moveByDragging(page: Page): Promise<void> {
  const group = page.getByRole('region', { name: 'ご連絡の時期' });
  const card = page.getByRole('listitem').filter({ hasText: '連絡がなくて不安' });
  await group.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const from = await card.getByRole('button', { name: '別のまとまりへ移す' }).boundingBox();
  const to = await group.boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 8 });
  await page.mouse.up();
  await group.getByText('連絡がなくて不安').waitFor();
}

/** Somebody heard a voice a while ago. */
async function hear(t: TestApp, who: PersonName, voiceId: string): Promise<void> {
  const { voice } = await openListeningPage(t.as(who), voiceId);
  const later = { now: () => new Date(Date.now() + 2 * voice.durationMs) };
  await reportListening(
    { ...t.as(who), clock: later },
    { voiceId, intervals: [{ startMs: 0, endMs: voice.durationMs }], positionMs: voice.durationMs },
  );
}
