// WebKit opens, reads, searches, and does it without the host too.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { serve } from '../house.mjs';
import { headlines as all, paragraphs, plain, whole } from '../expected.mjs';
import { articleAddress } from '../kinds.mjs';
import { open } from './driver.mjs';

const server = await serve();
const browser = await open();
after(async () => {
  await browser.close();
  await server.close();
});

const ready = () => browser.until(() => document.documentElement.dataset.app === 'ready');
const headlines = async () => (await browser.evaluate(() => Array.from(
  document.querySelectorAll('main ol > li > a'),
  (link) => link.textContent,
))).map(plain);

async function visit(address) {
  await browser.go(server.base + address);
  await ready();
}

async function opens() {
  await visit('');
  assert.deepEqual(await headlines(), all);
}

async function reads() {
  await visit(articleAddress());
  const [title, ...shown] = await browser.evaluate(() => Array.from(
    document.querySelectorAll('article h1, article .body p'),
    (part) => part.textContent,
  ));
  assert.equal(plain(title), plain(whole.title));
  assert.deepEqual(shown.map(plain).filter((text) => paragraphs.includes(text)), paragraphs);
}

async function searches() {
  await visit('');
  await browser.type('search input', 'firefighters');
  // The address follows the results, so they are those of the whole word.
  await browser.until((most) => {
    const found = document.querySelectorAll('main ol > li').length;
    return location.search === '?q=firefighters' && found > 0 && found < most;
  }, all.length);
  for (const headline of (await headlines()).slice(0, 3)) assert.match(headline, /fire/i);
}

test('WebKit opens the front page', opens);

test('WebKit reads an article', reads);

test('WebKit searches', searches);

test('WebKit goes from a headline to its article and back', async () => {
  await visit('');
  await browser.click('main ol > li > a');
  await browser.until(() => document.querySelector('article h1'));
  await browser.evaluate(() => { history.back(); });
  await browser.until((count) => document.querySelectorAll('main ol > li').length === count, all.length);
});

test('WebKit says what it has saved, and opens, reads and searches without the host', async (t) => {
  await visit('about/');
  await browser.until(() => /^Saved for offline, /.test(document.querySelector('archive-device [role=status]')?.textContent));
  await server.close();
  await opens();
  await reads();
  await searches();
  t.diagnostic(browser.version);
});
