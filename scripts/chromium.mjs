// Makes sure that there is a Chromium for the journeys (test/journeys) and writes down where it is. Runs before
// `npm test`, after scripts/setup.mjs: the one on the system, else playwright's own, else Debian's.
// Plain JavaScript for whatever Node (20 or newer) the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
process.chdir(root);

const stamp = 'node_modules/.kikidoki/chromium';
const playwright = 'node_modules/playwright-core/cli.js';

const chosen = process.env.KIKIDOKI_CHROMIUM;
if (chosen) {
  if (!existsSync(chosen)) {
    giveUp(
      `KIKIDOKI_CHROMIUM の場所にファイルがありません: ${chosen}`,
      `There is no file where KIKIDOKI_CHROMIUM points: ${chosen}`,
    );
  }
  remember(chosen);
}

const known = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
if (!existsSync(known)) {
  const found =
    onTheSystem() ?? (await playwrightsOwn()) ?? downloaded(await playwrightsPlace()) ?? fromApt();
  if (!found) {
    giveUp(
      'テスト用の Chromium を用意できませんでした。Chromium か Google Chrome を入れるか、その場所を KIKIDOKI_CHROMIUM で指定して、もう一度お試しください。',
      'There is no Chromium for the tests. Install Chromium or Google Chrome, or say where it is by KIKIDOKI_CHROMIUM, and try again.',
    );
  }
  remember(found);
}

function remember(path) {
  mkdirSync('node_modules/.kikidoki', { recursive: true });
  writeFileSync(stamp, path);
}

/** The browsers that people have, at their usual places. */
function onTheSystem() {
  return usualPlaces().find(runs);
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].flatMap((path) => programs.map((folder) => join(folder, path)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Some distributions have a program of that name that only says how to install it. */
function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows it would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function playwrightsPlace() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

async function playwrightsOwn() {
  const path = await playwrightsPlace();
  return runs(path) ? path : undefined;
}

function downloaded(path) {
  console.error('テスト用の Chromium を取得しています… / Fetching a Chromium for the tests…');
  spawnSync(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return runs(path) ? path : undefined;
}

/** Debian and its kin, as root. */
function fromApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.error('apt で Chromium を入れています… / Installing Chromium by apt…');
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  // A fresh system has no package lists yet.
  if (!apt('install', '-y', 'chromium')) {
    apt('update');
    apt('install', '-y', 'chromium');
  }
  return onTheSystem();
}

function giveUp(japanese, english) {
  console.error(`${japanese}\n${english}`);
  process.exit(1);
}
