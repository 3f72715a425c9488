// Draws manifest/color.png and manifest/outline.png from the SVG files beside them.
//
// You need this only after changing an SVG: the results are committed. It draws with Chromium:
//   node scripts/manifest-icons.mjs                     the system's /usr/bin/chromium
//   CHROMIUM=/path/to/chrome node scripts/manifest-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

const MANIFEST = fileURLToPath(new URL('../manifest/', import.meta.url));

/** A picture of the SVG at its own size, on nothing. */
async function draw(browser, name, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(`${MANIFEST}${name}.svg`, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const png = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  await page.close();
  return png;
}

/** Blending at soft edges leaves an off-white here and there; Teams accepts only white and alpha. */
function whiten(png) {
  for (let at = 0; at < png.data.length; at += 4) png.data.fill(255, at, at + 3);
  return png;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
try {
  writeFileSync(`${MANIFEST}color.png`, PNG.sync.write(await draw(browser, 'color', 192)));
  writeFileSync(`${MANIFEST}outline.png`, PNG.sync.write(whiten(await draw(browser, 'outline', 32))));
} finally {
  await browser.close();
}
