import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveDiscussions } from '../../src/domain/discussions/index.ts';
import { addBusinessDays, dayOf } from '../../src/domain/people/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openSharedTestApp, type TestApp } from '../support/testApp.ts';
import { launchBrowser } from './support/browser.ts';
import { inspect, type Seat, takeSeat, writeAlone } from './support/discussionPage.ts';
import { openEditions } from './support/editions.ts';

const narrow = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true };

describe('A discussion that is not held at once', () => {
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

  const seat = (name: string) => takeSeat(browser, { name, url, look: '375', window: narrow });
  const close = async (...seats: Seat[]) => {
    for (const one of seats) {
      expect(one.troubles).toEqual([]);
      await one.close();
    }
  };

  it('waits for another week, or for a day, or is skipped with a reason and held after all', async () => {
    const [shiomi, momose] = await Promise.all([seat('汐見 佳代子'), seat('百瀬 陸')]);
    const leader = shiomi.page;
    await leader.getByRole('button', { name: '来週またお知らせください' }).tap();
    await leader.getByRole('button', { name: /^次のお知らせは.+以降です$/ }).waitFor();
    await inspect([shiomi], 'ways-1-snoozed');

    await leader.getByRole('button', { name: '行う日を決める' }).tap();
    const days = leader.getByRole('combobox', { name: 'いつ行いますか' });
    await days.selectOption({ index: 2 });
    const day = await days.locator('option:checked').innerText();
    await inspect([shiomi], 'ways-2-plan');
    await leader.getByRole('button', { name: 'この日に行います' }).tap();
    for (const { page } of [shiomi, momose]) await page.getByText(`${day}に行う予定`).waitFor();

    await leader.getByRole('button', { name: '今月は行わない' }).tap();
    await leader.getByRole('textbox', { name: '行わない理由' }).fill('棚卸しと重なるため');
    await inspect([shiomi], 'ways-3-skip');
    await leader.getByRole('button', { name: '今月は行わない' }).last().tap();
    const reason = '今月は話し合いをお休みします。理由:棚卸しと重なるため';
    for (const { page } of [shiomi, momose]) await page.getByText(reason).waitFor();
    expect(await momose.page.getByText('に行う予定').count()).toBe(0);
    await inspect([shiomi, momose], 'ways-4-skipped');

    await leader.getByRole('textbox', { name: '気づいたことを一行で' }).fill('やはり、話せてよかった。');
    await leader.getByRole('button', { name: '実施しました' }).tap();
    for (const { page } of [shiomi, momose])
      await page.getByRole('heading', { name: '話し合いました。ありがとうございます。' }).waitFor();
    await close(shiomi, momose);
  }, 60_000);

  it('is led by whom two members agree on, by whom a leader asks, and goes over days', async () => {
    const seats = await Promise.all(['榎木 達朗', '梶浦 拓真', '瀬名 みのり', '時田 航平'].map(seat));
    const [enoki, kajiura, sena, tokita] = seats as [Seat, Seat, Seat, Seat];
    for (const { page } of [kajiura, tokita]) await page.getByText('進行する方がいないとき').tap();
    await choose(kajiura.page, '瀬名 みのり');
    await kajiura.page.getByText('もうお一人の賛成をお待ちください。').waitFor();
    await inspect([kajiura, tokita], 'ways-5-proposed');
    await tokita.page.getByRole('button', { name: '瀬名 みのりさんにお願いする' }).tap();
    // She has what leaders have.
    await sena.page.getByRole('region', { name: 'ほかの進め方' }).waitFor();
    await tokita.page.getByText('進行役 瀬名 みのりさん').waitFor();
    await inspect([sena], 'ways-6-leads');

    await enoki.page.getByRole('button', { name: '今日の進行役を頼む' }).tap();
    await choose(enoki.page, '時田 航平');
    await kajiura.page.getByText('進行役 時田 航平さん').waitFor();
    await sena.page.getByRole('region', { name: 'ほかの進め方' }).waitFor({ state: 'detached' });

    const leader = tokita.page;
    await leader.getByRole('button', { name: 'じっくり話し合う' }).tap();
    await leader.getByRole('radio', { name: /数日かけて/ }).check();
    await inspect([tokita], 'ways-7-days');
    await leader.getByRole('button', { name: '始める' }).tap();
    const firstDay = dayOf(t.ctx.clock.now(), t.ctx.settings);
    await atStep(seats, 1, lastDayAfter(t, firstDay));
    expect(await leader.getByRole('button', { name: '+1分' }).count()).toBe(0);
    await writeAlone(sena.page, { why: '次の連絡がいつか、分からなかったからです。' });
    await inspect([tokita, sena], 'ways-8-alone-over-days');

    // Its days are over, and it goes on by itself: what was written shows, then the first question.
    for (const [n, words] of [
      [2, '次の連絡がいつか'],
      [3, null],
    ] as const) {
      const ends = (await t.ctx.db.discussion.findFirstOrThrow({ where: { isAsync: true } })).stepEndsAt;
      const then = new Date((ends?.getTime() ?? 0) + 1);
      await moveDiscussions({ ...t.ctx, clock: { now: () => then } });
      await atStep(seats, n, lastDayAfter(t, dayOf(then, t.ctx.settings)));
      if (words) await kajiura.page.getByText(words).waitFor();
    }
    await inspect([tokita, kajiura], 'ways-9-talking-over-days');

    await hideAndHandOver(leader, '次の連絡がいつか');
    await kajiura.page.getByText('次の連絡がいつか').waitFor({ state: 'detached' });
    await close(...seats);
  }, 90_000);
});

/** Chooses somebody who is to lead, and asks them. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '今日の進行役' }).selectOption({ label: name });
  await page.getByRole('button', { name: 'この方にお願いする' }).tap();
}

/** Hides an insight, and then hands it over to an office from where it is hidden. */
async function hideAndHandOver(leader: Page, words: string): Promise<void> {
  const card = leader.getByRole('listitem').filter({ hasText: words });
  await card.getByRole('button', { name: 'この気づきの操作' }).tap();
  await leader.getByRole('menuitem', { name: 'この気づきを隠す' }).tap();
  await leader.getByRole('dialog').getByRole('button', { name: 'この気づきを隠す' }).tap();
  await leader.getByText('隠した気づき').tap();
  await card.getByRole('button', { name: '窓口へ引き継ぐ' }).tap();
  await leader.getByRole('radio', { name: /苦情/ }).check();
  await leader.getByRole('dialog').getByRole('button', { name: '引き継ぐ' }).tap();
  await leader.getByText('隠した気づき').waitFor({ state: 'detached' });
}

/** The last day of a step that begins on this one, as pages say it: 12月3日. */
function lastDayAfter(t: TestApp, day: string): string {
  const last = addBusinessDays(day, t.ctx.settings.discussion.asyncStepDays, t.ctx.settings);
  const [, month, date] = last.split('-').map(Number);
  return `${month}月${date}日`;
}

/** Everybody's page is at this step, and says until which day. */
async function atStep(seats: readonly Seat[], n: number, until: string): Promise<void> {
  for (const { page } of seats) {
    const strip = page.getByRole('region', { name: '進行' });
    await strip.getByText(`ステップ ${n} / 6`).waitFor();
    await strip.getByText(`${until}`).waitFor();
  }
}
