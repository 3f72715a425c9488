import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { personal, postActivity, pressesButton } from '../support/activities.ts';
import { openTestApp, publicUrl, type TestApp } from '../support/testApp.ts';
import { expectAccessible, inWindow, launchBrowser, picture } from './support/browser.ts';
import { openEditions } from './support/editions.ts';
import { openInTeams, servePublicly, type TeamsLook } from './support/teamsClient.ts';

/** Presses 聴く on the card; returns the address that Teams shows in its dialog. */
async function pressListen(t: TestApp, voiceId: string): Promise<string> {
  const button = pressesButton({ verb: 'voice.listen', subjectId: voiceId, v: 1 });
  const { body } = await postActivity(t, personal(t, t.people.mizusawa, button));
  const { url } = (body as { task: { value: { url: string } } }).task.value;
  expect(url).toMatch(/#link=[\w-]{20,}$/);
  expect(url.startsWith(`${publicUrl}/listen/${voiceId}?`)).toBe(true);
  return url;
}

describe('The dialog in Teams', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const openedApp = async () => {
    const t = await openTestApp({ listening: true, pages: true, parts: { clock: systemClock } });
    return { t, voices: (await openEditions(t)).open };
  };
  const player = (page: Page | FrameLocator) => page.getByRole('slider', { name: '再生位置' });

  it('opens by its link once, as the person who pressed; then the page asks kindly for another press', async () => {
    const { t, voices } = await openedApp();
    const url = await pressListen(t, voices[0]);
    await inWindow(browser, {}, async (page) => {
      await servePublicly(page, publicUrl, t.url);
      await page.goto(url.replace('in=teams&', ''));
      await player(page).waitFor();
      expect(page.url()).not.toContain('link');
      await page.getByText('水沢 千尋').waitFor();
      expect(await page.getByRole('button', { name: '別の人になる' }).count()).toBe(0);
    });
    await inWindow(browser, { expected: /status of 40\d/ }, async (page) => {
      await servePublicly(page, publicUrl, t.url);
      await page.goto(url.replace('in=teams&', ''));
      await page
        .getByRole('heading', { level: 1, name: 'もう一度、Teamsのカードから開いてください' })
        .waitFor();
      await page.getByText(/^このリンクは一度だけ使えるものです。/).waitFor();
      expect(await page.getByRole('searchbox').count()).toBe(0);
      await expectAccessible(page);
      await picture(page, 'link-used');
    });
    // And again by a new press.
    const next = await pressListen(t, voices[0]);
    await inWindow(browser, {}, async (page) => {
      await servePublicly(page, publicUrl, t.url);
      await page.goto(next.replace('in=teams&', ''));
      await player(page).waitFor();
    });
  });

  it.each<[TeamsLook, string]>([
    ['default', 'rgb(250, 250, 250)'],
    ['dark', 'rgb(36, 36, 36)'],
    ['contrast', 'rgb(0, 0, 0)'],
  ])('looks as Teams does: %s', async (theme, background) => {
    const { t, voices } = await openedApp();
    const url = await pressListen(t, voices[1]);
    await inWindow(browser, {}, async (page) => {
      await servePublicly(page, publicUrl, t.url);
      const frame = await openInTeams(page, url, theme);
      await player(frame).waitFor();
      const shell = frame.locator('#main').locator('..');
      const colour = () =>
        shell.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).backgroundColor);
      await expect.poll(colour).toBe(background);
      await expectAccessible(page);
      await picture(page, `teams-${theme}`);
    });
  });
});
