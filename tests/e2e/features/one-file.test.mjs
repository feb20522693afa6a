// The archive as one file: opened from a disk in Chromium, with no network, and
// with nothing beside it.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { archive, headlines as all, paragraphs, plain, whole as inFull } from '../expected.mjs';
import { CHROME_FLAGS, DESK, browserProgram, ready } from '../house.mjs';
import { oneFile } from '../one-file/made.mjs';
import { expectHeadlines, headlineLinks, headlines, indexed, openSettings, search, settings } from '../reader.mjs';

// 1 kB is 1000 bytes.
const MOST = 450_000;

const made = oneFile();
const browser = await chromium.launch({ executablePath: browserProgram(), args: CHROME_FLAGS });
after(async () => {
  await browser.close();
  made.remove();
});

// A page with no line to anywhere; what it asks for and says is written down, and
// must be nothing but the file.
async function open(t, address = '', { before, file = made, ...options } = {}) {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', offline: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const asked = request.url().split('#')[0];
    if (asked !== file.url && !asked.startsWith('data:') && !asked.startsWith('blob:')) said.push(`asked for ${asked}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(said, [], 'nothing is asked for, nothing remarked');
  });
  if (before) await page.addInitScript(before);
  await page.goto(file.url + address);
  if (options.javaScriptEnabled !== false) await ready(page);
  return page;
}

test('it weighs what it may', () => {
  const { size } = statSync(made.file);
  console.log(`one file: ${(size / 1000).toFixed(1)} kB of ${MOST / 1000}`);
  assert.ok(size <= MOST, `${size} bytes`);
});

test('every article opens from the list, and back leads to it', async (t) => {
  const page = await open(t);
  await expectHeadlines(page, all, assert);
  for (const [at, headline] of all.entries()) {
    await headlineLinks(page).nth(at).click();
    await page.waitForFunction((wanted) => document.querySelector('article h1')?.textContent.replace(/\s+/g, ' ').trim() === wanted, headline);
    assert.match(page.url(), /#articles\/[^/]+\/$/);
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length === n, all.length);
  }
  assert.deepEqual(await headlines(page), all);
});

test('search, back, forward and reload stand in the address', async (t) => {
  const page = await open(t);
  await indexed(page);
  await search(page).fill('firefighters');
  await page.waitForURL(/#\?q=firefighters$/);
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length < n, all.length);
  const found = await headlines(page);
  assert.ok(found.length > 3 && found.length < all.length, `${found.length} found`);
  await page.reload();
  await ready(page);
  await expectHeadlines(page, found, assert, 'after reload');
  await headlineLinks(page).first().click();
  await page.locator('article h1').waitFor();
  assert.match(page.url(), /#articles\/[^/]+\/\?q=firefighters$/);
  assert.ok(await page.locator('article mark').count() > 0, 'what was searched for is marked');
  await page.goBack();
  await expectHeadlines(page, found, assert, 'back');
  await page.goForward();
  await page.locator('article h1').waitFor();
});

test('a link that was handed on opens what it names', async (t) => {
  const first = await open(t);
  const address = await headlineLinks(first).nth(7).evaluate((link) => link.href);
  assert.ok(address.startsWith(`${made.url}#articles/`), address);
  const page = await open(t, new URL(address).hash);
  assert.equal(plain(await page.locator('article h1').textContent()), all[7]);
  assert.equal(await page.evaluate(() => scrollY), 0);
  // Typed into the address bar of a page that is open.
  await page.evaluate(() => { location.hash = '#about/'; });
  await page.locator('main.about').waitFor();
  await page.evaluate(() => { location.hash = '#articles/there-is-no-such/'; });
  await page.getByText('All headlines').first().waitFor();
  assert.equal(await page.locator('article').count(), 0);
});

test('links to a part of a page lead there', async (t) => {
  const page = await open(t);
  await page.locator('footer a', { hasText: 'Follow' }).click();
  await page.locator('main.about').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'follow');
  assert.match(page.url(), /#about\/#follow$/);
  await page.locator('a.skip').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'main');
  assert.ok(await page.locator('main.about').count(), 'the page is the same');
});

test('it reads without JavaScript', async (t) => {
  const page = await open(t, '', { javaScriptEnabled: false });
  const links = await headlineLinks(page).evaluateAll((found) => found.map((link) => decodeURIComponent(link.hash.slice(1))));
  assert.equal(links.length, all.length);
  const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), links);
  assert.deepEqual(missing, []);
  const at = archive.items.indexOf(inFull);
  const shown = page.locator(`[id="${links[at]}"]`);
  await headlineLinks(page).nth(at).click();
  await shown.waitFor({ state: 'visible' });
  const text = plain(await shown.textContent());
  for (const paragraph of paragraphs) assert.ok(text.includes(paragraph), paragraph);
  assert.deepEqual(await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  }), [], 'no id stands twice');
});

test('its languages are all there, and no link leads to a file that is not', async (t) => {
  const page = await open(t);
  await openSettings(page);
  await settings(page).getByText('Deutsch').click();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await ready(page);
  await page.goto(`${made.url}#about/`);
  await page.locator('main.about').waitFor();
  const odd = await page.locator('main a').evaluateAll((links) => links
    .map((link) => link.getAttribute('href'))
    .filter((href) => !/^(#|https?:|mailto:)/.test(href) || /feed/.test(href)));
  assert.deepEqual(odd, []);
});

test('the whole archive and references can be saved from it', async (t) => {
  const page = await open(t, '#about/');
  const saving = page.waitForEvent('download');
  await page.locator('a[download="articles.json"]').click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), 'articles.json');
  assert.deepEqual(JSON.parse(readFileSync(await saved.path(), 'utf8')), archive);
  assert.match(page.url(), /#about\/$/, 'the page stays');

  await page.goto(`${made.url}#articles/a-sham-election/`);
  await page.locator('.cite summary').click();
  const citing = page.waitForEvent('download');
  await page.getByRole('link', { name: 'RIS' }).click();
  const cited = await citing;
  assert.equal(cited.suggestedFilename(), 'a-sham-election.ris');
  assert.match(readFileSync(await cited.path(), 'utf8'), /^TY  - MGZN\r\n[^]*TI  - A sham election\r\n/);
});

test('a device that keeps nothing is no reason to speak', async (t) => {
  const page = await open(t, '', {
    before: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }),
  });
  await expectHeadlines(page, all, assert);
  await openSettings(page);
  await settings(page).getByText('Dark', { exact: true }).click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
});

test('pictures and papers beside an archive come along', async (t) => {
  const item = (id, html) => ({ id, title: `Article ${id}`, content_html: html });
  const file = oneFile({
    'articles.json': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'With pictures',
      language: 'en',
      items: [
        item('1', '<p>Drawn: <img src="media/a%20b.svg" alt="A square"> and <a href="media/paper.txt">a paper</a>.</p>'),
        item('2', '<figure><img src="media/dot.gif" alt="A dot"></figure>'),
      ],
    }),
    'media/a b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"><path d="M0 0h12v12H0z"/></svg>',
    'media/dot.gif': Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'),
    'media/paper.txt': 'On paper.',
  });
  t.after(file.remove);
  const page = await open(t, '#articles/article-1/', { file });
  const drawn = (width) => page.waitForFunction((n) => document.querySelector('article img')?.naturalWidth === n, width);
  await drawn(12);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'a paper' }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), 'paper.txt');
  assert.equal(readFileSync(await saved.path(), 'utf8'), 'On paper.');
  await page.goto(`${file.url}#articles/article-2/`);
  await drawn(1);
});
