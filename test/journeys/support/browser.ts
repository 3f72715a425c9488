import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const screenshots = join(root, 'test/screenshots');

/** Starts the Chromium that scripts/chromium.mjs found. Sound plays without a press. */
export async function launchBrowser(): Promise<Browser> {
  const stamp = join(root, 'node_modules/.kikidoki/chromium');
  if (!existsSync(stamp)) throw new Error('no Chromium is known: run `node scripts/chromium.mjs` first');
  return chromium.launch({
    executablePath: readFileSync(stamp, 'utf8').trim(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--mute-audio',
    ],
  });
}

/** A window of one person in which nothing of another one is known. */
export interface Window {
  page: Page;
  /** Errors on the console, uncaught errors, violations of the content security policy. */
  troubles: string[];
  close(): Promise<void>;
}

/** What a window looks like, and what may go wrong in it. */
export interface WindowOptions extends BrowserContextOptions {
  /** Errors that belong to what is tested, such as the browser's note about an answer of 410. */
  expected?: RegExp;
}

/** The looks in which each page is checked: light, dark, forced colours, a phone. */
export const looks = {
  desktop: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active', colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const satisfies Record<string, WindowOptions>;

export async function openWindow(browser: Browser, options: WindowOptions = {}): Promise<Window> {
  const { expected, ...look } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...look,
  });
  context.setDefaultTimeout(45_000);
  const troubles: string[] = [];
  const note = (text: string) => {
    if (!expected?.test(text)) troubles.push(text);
  };
  // Violations of the policy are errors on the console too.
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(String(error.error())));
  const close = async () => {
    // What is still being loaded is of no interest any more.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  };
  return { page: await context.newPage(), troubles, close };
}

/** Does something in a window of its own, in which nothing may go wrong. */
export async function inWindow(
  browser: Browser,
  options: WindowOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, troubles, close } = await openWindow(browser, options);
  try {
    await act(page);
    expect(troubles).toEqual([]);
  } finally {
    await close();
  }
}

/** Keeps a picture of the page in test/screenshots, for people to look at. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `journey-${name}.png`), fullPage, animations: 'disabled' });
}

/** Nothing serious for people with a screen reader, a keyboard, or weak eyes. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  // What passes is not listed: with it every page would take twice as long.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const said = grave.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
  expect(said).toEqual([]);
}

/** Nothing has to be pushed sideways to be read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.locator('html').evaluate((root) => {
    if (root.scrollWidth <= root.clientWidth) return [];
    const all = [...root.querySelectorAll('body *')];
    return all
      .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
      .map((one) => `${one.tagName.toLowerCase()} 「${(one.textContent ?? '').slice(0, 20)}」`);
  });
  expect(tooWide).toEqual([]);
}

/** Half of a change of colours would be measured as too little contrast: every motion that ends has ended. */
async function settled(page: Page): Promise<void> {
  // In words, as the server's types know no document.
  await page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter((motion) => Number.isFinite(motion.effect?.getComputedTiming().endTime))
      .map((motion) => motion.finished),
  ).then(() => undefined)`);
}
