import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from './processes.ts';

/** Signs in as one of the sample people, by the list. */
export async function becomePerson(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: '氏名・部署・役割で探す' }).fill(name);
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('searchbox').waitFor({ state: 'detached' });
}

/** Opens an address and signs in. */
export async function visitAs(page: Page, name: string, url: string): Promise<void> {
  await page.goto(url);
  await becomePerson(page, name);
}

/** The listening page, once its player is there. */
export async function openVoice(page: Page, name: string, url: string): Promise<void> {
  await visitAs(page, name, url);
  await slider(page).waitFor();
}

export function slider(page: Page): Locator {
  return page.getByRole('slider', { name: /再生位置|Position/ });
}

/** Where the player is, in ms. */
export async function placeOf(page: Page): Promise<number> {
  return Number(await slider(page).inputValue());
}

export async function lengthOf(page: Page): Promise<number> {
  return Number(await slider(page).getAttribute('max'));
}

/** Waits until the player is at a place, give or take. */
export async function expectPlace(page: Page, ms: number, toleranceMs = 700): Promise<void> {
  let place = Number.NaN;
  await until(
    `the place ${ms}`,
    async () => {
      place = await placeOf(page);
      return Math.abs(place - ms) <= toleranceMs;
    },
    20_000,
  ).catch(() => expect(place, 'the place of the player').toBeCloseTo(ms, -3));
}

export const playButton = (page: Page): Locator => page.getByRole('button', { name: '再生', exact: true });
export const pauseButton = (page: Page): Locator =>
  page.getByRole('button', { name: '一時停止', exact: true });
export const heardMark = (page: Page): Locator =>
  page.getByRole('article', { name: 'お客さまの声' }).getByText('聴きました', { exact: true });
