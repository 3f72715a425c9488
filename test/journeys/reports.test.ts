import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDiscussions, wrapUp } from '../../src/domain/discussions/index.ts';
import { closeEdition } from '../../src/domain/listening/index.ts';
import { refreshFigures } from '../../src/domain/reports/index.ts';
import type { DepartmentName, PersonName, VoiceName } from '../support/company.ts';
import { hear, openedEdition } from '../support/editions.ts';
import { counted } from '../support/reports.ts';
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

const months: [string, VoiceName, number][] = [
  ['2026-08', 'oneWord', 4],
  ['2026-09', 'fathersLicence', 9],
  ['2026-10', 'lunchBreak', 12],
  ['2026-11', 'fourthTime', 17],
  ['2026-12', 'firstWords', 14],
];

/** Five months: more hear it each time, and departments report. */
async function fiveMonths(t: TestApp): Promise<void> {
  const members = await t.ctx.db.person.findMany({
    where: { status: 'active', posts: { some: { main: true, department: { code: 'CL-AUTO1' } } } },
    orderBy: { employeeNo: 'asc' },
  });
  const leaders: [PersonName, DepartmentName][] = [
    ['enoki', 'motor'],
    ['shiomi', 'minato'],
    ['iino', 'injury'],
  ];
  for (const [month, voice, listeners] of months) {
    t.clock.set(`${month}-03T10:00:00+09:00`);
    const editionId = await openedEdition(t, {
      month,
      voices: [voice],
      opensAt: t.clock.now(),
      dueOn: `${month}-18`,
    });
    await prepareDiscussions(t.ctx, editionId);
    for (const member of members.slice(0, listeners)) await hear(t, member, voice);
    for (const who of ['shiomi', 'momose', 'misono', 'fujikura'] as const) await hear(t, who, voice);
    const reporting = leaders.slice(0, listeners % 3 === 0 ? 2 : 3);
    for (const [leader, department] of reporting) {
      const discussion = await t.ctx.db.discussion.findFirstOrThrow({
        where: { editionId, departmentId: t.departments[department].id },
      });
      await wrapUp(t.as(leader), {
        discussionId: discussion.id,
        understood: '次の連絡の日をお伝えすることが大切だと分かりました。',
        participants: 6,
        heldOn: `${month}-03`,
        actions: [],
      });
    }
    // Every card but one in ten arrived.
    await t.ctx.db.$executeRaw`UPDATE outgoing_message SET state = 'sent' WHERE seq % 10 <> 0`;
    await counted(t);
    if (month === '2026-12') break;
    t.clock.set(`${month}-19T00:05:00+09:00`);
    await closeEdition(t.ctx, editionId);
    await refreshFigures(t.ctx);
  }
}

describe('participation', () => {
  let browser: Browser;
  let t: TestApp;

  beforeAll(async () => {
    browser = await launchBrowser();
    const options = { mode: 'local', listening: true, pages: true, working: false } as const;
    const stop = await openSharedTestApp(
      (opened) => {
        t = opened;
      },
      { ...options, now: '2026-08-03T10:00:00+09:00' },
    );
    await fiveMonths(t);
    return stop;
  });

  afterAll(async () => {
    await browser?.close();
  });

  const table = (page: Page) => page.getByRole('treegrid', { name: '部署ごとの状況' });

  it.each(Object.entries(looks))('looks well and can be used: %s', async (name, look) => {
    await inWindow(browser, look, async (page) => {
      const check = async (state: string) => {
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await picture(page, `reports-${name}-${state}`, true);
      };
      await visitAs(page, '榎木', `${t.url}/`);
      await page.getByRole('link', { name: '参加状況を見る' }).click();
      await page.getByRole('heading', { name: '自動車保険金サービス第一課' }).waitFor();
      await page.getByText('表で見る').click();
      await check('1-leader');
      await page.getByRole('button', { name: '別の人になる' }).click();
      await visitAs(page, '汐見', `${t.url}/reports`);
      await page.getByRole('heading', { name: 'みなと支店' }).waitFor();
      await check('2-few-people');
      await page.getByRole('button', { name: '別の人になる' }).click();
      await visitAs(page, '浅葱', `${t.url}/reports`);
      await table(page).waitFor();
      await page.getByRole('button', { name: '保険金サービス部の配下を開く' }).click();
      await page.getByText('この部署だけ').first().waitFor();
      await check('3-company');
    });
  });

  it('is steered by the keyboard, opens the list behind a figure, and is saved', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '浅葱', `${t.url}/reports`);
      await table(page).waitFor();
      const row = (text: string) => page.getByRole('row').filter({ hasText: text }).first();
      await row('お客さまコールセンター').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await row('火災保険金サービス課').waitFor();
      expect(await row('保険金サービス部').getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement?.textContent')).toContain(
        '自動車保険金サービス第一課',
      );
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await row('火災保険金サービス課').waitFor({ state: 'detached' });
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: '保険金サービス部' }).waitFor();

      await page.getByRole('button', { name: '条件を戻す' }).click();
      await page.getByRole('heading', { level: 2, name: '全社' }).waitFor();
      await page
        .getByRole('listitem')
        .getByRole('button', { name: /^話し合い/ })
        .click();
      await page.getByRole('grid', { name: '部署ごとの状況' }).waitFor();
      await row('みなと支店').waitFor({ state: 'detached' });

      const saved = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ]);
        return download.suggestedFilename();
      };
      expect(await saved('CSVで保存')).toBe('kikidoki-2026-12.csv');
      expect(await saved('Excelで保存')).toBe('kikidoki-2026-12.xlsx');
      await page.getByRole('combobox', { name: '合計する期間' }).selectOption('3');
      await page.getByRole('combobox', { name: '絞り込み' }).selectOption({ label: 'すべて' });
      await page.getByRole('searchbox', { name: '部署名・コードで探す' }).fill('みなと');
      await row('みなと支店').waitFor();
      await picture(page, 'reports-list', true);
    });
  });

  it('is closed to whoever leads no department', async () => {
    await inWindow(browser, {}, async (page) => {
      await visitAs(page, '梶浦', `${t.url}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(`${t.url}/reports`);
      await page.getByRole('heading', { name: /品質管理部がご覧になれます/ }).waitFor();
      await page.goto(`${t.url}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('link', { name: '参加状況を見る' }).count()).toBe(0);
    });
  });
});
