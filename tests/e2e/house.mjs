// The house the tests live in: the built folder served by the press under a
// deep path, and a browser with eyes on console and network.
//
// The browser is Chromium, or Firefox where BACKISSUE_BROWSER says so: the one the
// system has, driven by WebDriver BiDi and not by a driver of its own.
//
// It refuses to wait by the clock: every wait here is for a condition.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.join(HERE, '..', '..');
export const DIST = process.env.BACKISSUE_DIST ?? path.join(ROOT, 'dist');

// Deep and odd, so that no address works by being lucky with the root.
export const UNDER = '/deep/sub/path/';

// Waits end when what they wait for is there; only a slow machine comes near this.
const PATIENCE = 60_000;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

// Without these Chromium calls home, and a test of silence would hear it.
export const CHROME_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** True where the tests run in Firefox. */
export const FIREFOX = process.env.BACKISSUE_BROWSER === 'firefox';

// WebDriver BiDi cannot set these for a page; the browser is started with them.
const FIREFOX_CALM = { 'ui.prefersReducedMotion': 1 };
const FIREFOX_DARK = { 'ui.systemUsesDarkTheme': 1 };

const READY = 'html[data-app=ready]';

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

export function browserProgram() {
  const found = process.env.CHROME_PATH
    ?? onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
  if (!found) throw new Error('No Chromium found. Install it, or set CHROME_PATH. `cargo xtask test` does it by itself.');
  return found;
}

export function firefoxProgram() {
  const found = process.env.FIREFOX_PATH ?? onPath(['firefox-esr', 'firefox']);
  if (!found) throw new Error('No Firefox found. Install it, or set FIREFOX_PATH. `cargo xtask test` does it by itself.');
  return found;
}

// The browser the tests run in; `preferences` are Firefox's.
export const launch = (preferences = {}) => (FIREFOX
  ? firefox.launch({
    channel: 'moz-firefox',
    executablePath: firefoxProgram(),
    firefoxUserPrefs: { ...FIREFOX_CALM, ...preferences },
  })
  : chromium.launch({ executablePath: browserProgram(), args: CHROME_FLAGS }));

export function pressProgram() {
  const found = process.env.BACKISSUE_BIN ?? path.join(ROOT, 'target', 'native', 'backissue');
  if (!existsSync(found)) {
    throw new Error(`No press at ${found}. Run \`cargo xtask test --only e2e\`, or set BACKISSUE_BIN.`);
  }
  return found;
}

// Starts `backissue serve`; answers its address and a way to end it.
export async function serve(folder = DIST, under = UNDER) {
  const child = spawn(pressProgram(), ['serve', folder, '--port', '0', '--under', under, '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const base = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the press's server ended at once (code ${code})`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line);
      if (address) resolve(address[0]);
    });
  });
  return {
    base,
    close: () => new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.removeAllListeners('exit');
      child.once('exit', resolve);
      child.kill();
    }),
  };
}

// Server and browser for one test file.
export async function openHouse({ folder = DIST, under = UNDER } = {}) {
  const server = await serve(folder, under);
  const browser = await launch();
  const { base } = server;

  return {
    base,
    browser,
    url: (address = '') => new URL(address.replace(/^\//, ''), base).href,

    // A page in a browser profile of its own, closed with the test.
    async page(test, { viewport = DESK, colorScheme, ...options } = {}) {
      const own = FIREFOX && colorScheme === 'dark' ? await launch(FIREFOX_DARK) : undefined;
      test?.after(() => own?.close());
      const looks = FIREFOX ? {} : { reducedMotion: 'reduce', colorScheme };
      const context = await (own ?? browser).newContext({ viewport, ...looks, ...options });
      // Firefox cannot be told to do without; it does without if it gets none.
      if (FIREFOX && options.javaScriptEnabled === false) await context.route(/\.js$/, (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.seen = watch(page, base);
      test?.after(() => context.close());
      return page;
    },

    async close() {
      await browser.close();
      await server.close();
    },
  };
}

// Says that this machine is slow, and nothing of the page.
const SLOW = /was preloaded using link preload but not used within a few seconds/;

function watch(page, base) {
  const seen = { errors: [], strangers: [] };
  page.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && !SLOW.test(message.text())) {
      seen.errors.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => seen.errors.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(base) && !/^(data|blob|about):/.test(address)) seen.strangers.push(address);
  });
  return seen;
}

// Shows a page as it would be printed. Firefox cannot be told to; there the rules for
// printing are made to hold for the screen.
export async function print(page) {
  if (!FIREFOX) {
    await page.emulateMedia({ media: 'print' });
    return;
  }
  await page.evaluate(() => {
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule instanceof CSSMediaRule) rule.media.mediaText = rule.media.mediaText.replace(/\bscreen\b/, 'speech').replace(/\bprint\b/, 'screen');
      }
    }
  });
}

// Opens an address and waits until the app has taken over.
export async function visit(page, url) {
  const answer = await page.goto(url);
  await ready(page);
  return answer;
}

export async function ready(page) {
  await page.waitForSelector(READY, { state: 'attached' });
}

// Two frames: what was decided is laid out and painted.
export async function painted(page) {
  await page.evaluate(() => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  }));
}
