// A reader's device in the tests of offline reading: pages that write down what
// offline.js tells, and words for what a person does with it.

import { ready } from '../house.mjs';

// Waits end when what they wait for is there; only a slow machine comes near this.
const PATIENCE = 60_000;

// Runs in every page before anything of the page's own.
const listen = () => {
  window.told = [];
  addEventListener('backissue:offline', ({ detail }) => window.told.push(detail));
  // How often this tab was loaded.
  try {
    sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
  } catch {
    // Some tests deny storage.
  }
};

export async function device(context) {
  await context.addInitScript(listen);
  return context;
}

export async function tab(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

export const say = (page, word) => page.evaluate(
  (detail) => { dispatchEvent(new CustomEvent('backissue:offline-ask', { detail })); },
  word,
);

export const last = (page) => page.evaluate(() => window.told.at(-1));

// Waits until the last state the page was told holds what is wanted, and answers it.
export async function told(page, wanted) {
  const handle = await page.waitForFunction((parts) => {
    const holds = (part, state) => Object.entries(part).every(([name, value]) => (
      value !== null && typeof value === 'object' ? state[name] && holds(value, state[name]) : state[name] === value
    ));
    const state = window.told?.at(-1);
    return state && holds(parts, state) && state;
  }, wanted).catch(async (error) => {
    error.message += `\nThe page was told ${JSON.stringify(await page.evaluate(() => window.told))}`;
    throw error;
  });
  return handle.jsonValue();
}

// Opens an address and waits until the archive is saved.
export async function saved(page, url) {
  await page.goto(url);
  await ready(page);
  return told(page, { kind: 'saved' });
}

export const markOf = (page) => page.evaluate(() => document.head.dataset.mark ?? 'first');

export const loads = (page) => page.evaluate(() => Number(sessionStorage.loads));

// Waits until an asynchronous question gets a yes; `waitForFunction` takes the
// promise itself for one.
export async function until(page, question, argument) {
  const end = Date.now() + PATIENCE;
  while (!await page.evaluate(question, argument)) {
    if (Date.now() > end) throw new Error(`never came true: ${question}`);
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 20); }));
  }
}

export const cacheNames = (page) => page.evaluate(() => caches.keys());

// Every saved file compared with its hash, by the page itself and not the worker.
export const check = (page, number) => page.evaluate(async (edition) => {
  const hex = async (bytes) => Array.from(
    new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    (byte) => byte.toString(16).padStart(2, '0'),
  ).join('');
  const folder = document.baseURI;
  const cacheName = `backissue ${new URL(folder).pathname} ${edition}`;
  const list = await (await caches.match(`${folder}edition.json`, { cacheName }))?.json();
  let right = 0;
  for (const [name, , hash] of list?.files ?? []) {
    const address = new URL(name.split('/').map(encodeURIComponent).join('/'), folder);
    const held = await caches.match(address, { cacheName });
    if (held && await hex(await held.arrayBuffer()) === hash) right += 1;
  }
  return { right, of: list?.files.length ?? 0 };
}, number);
