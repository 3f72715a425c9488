import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { openSharedTestApp, type TestApp } from '../support/testApp.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  inWindow,
  launchBrowser,
  picture,
  type WindowOptions,
} from './support/browser.ts';
import { type OpenEditions, openEditions } from './support/editions.ts';
import { becomePerson, slider } from './support/listeningPage.ts';

interface Look extends WindowOptions {
  /** Colours and structure of its own: looked at for people who see or steer differently, which takes its time. */
  axe?: boolean;
  /** The reader's own text size, as a share of the usual one. */
  text?: number;
}

const looks: Record<string, Look> = {
  desktop: { axe: true },
  dark: { axe: true, colorScheme: 'dark' },
  forced: { axe: true, forcedColors: 'active', colorScheme: 'dark' },
  phone: { axe: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'phone-flat': { viewport: { width: 740, height: 360 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 } },
  'large-text': { text: 2 },
  'narrow-large-text': { viewport: { width: 320, height: 640 }, text: 2 },
};

describe('The pages look well and can be used', () => {
  let browser: Browser;
  let t: TestApp;
  let voices: OpenEditions;

  beforeAll(async () => {
    browser = await launchBrowser();
    const options = { mode: 'local', listening: true, pages: true, parts: { clock: systemClock } } as const;
    const stop = await openSharedTestApp((opened) => {
      t = opened;
    }, options);
    voices = await openEditions(t);
    return stop;
  });

  afterAll(async () => {
    await browser?.close();
  });

  it.each(Object.entries(looks))(
    '%s',
    async (name, { text = 1, axe = false, ...look }) => {
      await inWindow(browser, { ...look, expected: /status of 404/ }, async (page) => {
        const check = async (state: string, fullPage = false) => {
          await expectNoSidewaysScroll(page);
          if (axe) await expectAccessible(page);
          await picture(page, `look-${name}-${state}`, fullPage);
        };
        const goTo = async (path: string) => {
          await page.goto(`${t.url}${path}`);
          if (text !== 1) await enlarge(page, text);
        };

        await goTo('/');
        await page.getByRole('searchbox').waitFor();
        await check('1-sign-in');
        await becomePerson(page, '水沢 千尋');
        await page.getByRole('heading', { level: 1, name: /^\d+月の声$/ }).waitFor();
        await check('2-home', true);
        await goTo(`/listen/${voices.open[0]}`);
        await slider(page).waitFor();
        await page.locator('[data-sentence="3"]').click();
        await check('3-listen');
        await page.getByRole('button', { name: '読む' }).click();
        await check('4-read', true);
        await goTo(`/listen/${voices.open[1]}`);
        await slider(page).waitFor();
        await check('5-praise', true);
        await goTo(`/listen/${voices.past}`);
        await slider(page).waitFor();
        await check('6-past');
        await goTo('/records');
        await page.getByRole('heading', { level: 1 }).waitFor();
        await check('7-records', true);
        await goTo('/listen/01980000-0000-7000-8000-000000000000');
        await page.getByRole('heading', { name: 'この声は見つかりませんでした' }).waitFor();
        await check('8-missing');
        expect(await page.title()).not.toBe('');
      });
    },
    90_000,
  );
});

async function enlarge(page: Page, text: number): Promise<void> {
  await page.locator('html').evaluate(
    (root, size) => {
      root.style.fontSize = size;
    },
    `${text * 100}%`,
  );
}
