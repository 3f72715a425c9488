import type { Browser, Page } from 'playwright-core';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openWindow,
  picture,
  type WindowOptions,
} from './browser.ts';
import { visitAs } from './listeningPage.ts';

/** Somebody at the page of their workplace's discussion, in a window of their own. */
export interface Seat {
  page: Page;
  /** The name of what their window looks like, for pictures. */
  look: string;
  troubles: string[];
  close(): Promise<void>;
}

export async function takeSeat(
  browser: Browser,
  { name, url, look, window }: { name: string; url: string; look: string; window: WindowOptions },
): Promise<Seat> {
  const { page, troubles, close } = await openWindow(browser, window);
  await visitAs(page, name, url);
  await page.getByRole('article', { name: '職場の話し合い' }).waitFor();
  return { page, look, troubles, close };
}

/** The page as it is now: fits, can be used by everybody, and a picture to look at. */
export async function inspect(seats: readonly Pick<Seat, 'page' | 'look'>[], state: string): Promise<void> {
  await Promise.all(
    seats.map(async ({ page, look }) => {
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, `discuss-${state}-${look}`, true);
    }),
  );
}

interface Words {
  why?: string;
  change?: string;
  feelings?: string[];
  anonymous?: boolean;
}

/** Writes an insight, sends it and waits until it arrived. */
export async function writeAlone(
  page: Page,
  { why, change, feelings = [], anonymous }: Words,
): Promise<void> {
  if (anonymous) await page.getByRole('radio', { name: '匿名にする' }).check();
  for (const feeling of feelings) await page.getByRole('checkbox', { name: feeling, exact: true }).check();
  if (why) await page.getByRole('textbox', { name: /なぜご連絡/ }).fill(why);
  if (change) await page.getByRole('textbox', { name: /明日から/ }).fill(change);
  await page.getByRole('button', { name: '書き終える' }).click();
  await page.getByRole('list', { name: 'わたしの気づき' }).waitFor();
}
