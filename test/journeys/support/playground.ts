import type { Locator, Page } from 'playwright-core';

/** The places of the sample company that the Playground shows. */
export const places = ['Personal Chat', 'General', 'みなと支店', '傷害・医療保険金サービス課'] as const;
export type Place = (typeof places)[number];

/** Cards of the month in the conversation that is shown. */
export function monthCards(page: Page): Locator {
  return page.locator('.ac-adaptiveCard').filter({ hasText: 'お客さまを知る時間 ─' });
}

/** Turns to a conversation. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole('treeitem', { name: place }).click();
}

/** Writes to the bot in the conversation that is shown, and returns its answer. */
export async function say(page: Page, text: string): Promise<Locator> {
  const cards = page.locator('.ac-adaptiveCard');
  const before = await cards.count();
  // Cards have text fields, too; the box where one writes is the editor.
  await page.locator('[role=textbox][contenteditable=true]').click();
  await page.keyboard.type(text);
  await page.getByRole('button', { name: 'Send Message' }).click();
  const answer = cards.nth(before);
  await answer.waitFor();
  return answer;
}

/** Loads the Playground's page, as people do. */
export async function openPlayground(page: Page, url: string): Promise<void> {
  await page.goto(url);
}
