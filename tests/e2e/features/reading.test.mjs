// The main job: the 89 headlines and the one article, in order, with
// JavaScript and without, from real files under a deep path.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DIST, openHouse, ready, visit } from '../house.mjs';
import { headlines as wanted, paragraphs, plain, whole } from '../expected.mjs';
import { addressOf, expectHeadlines, headlines } from '../reader.mjs';
import { articleAddress, headlineOnlyAddress } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

const open = async (t, address, scripted) => {
  const page = await house.page(t, { javaScriptEnabled: scripted });
  const answer = await page.goto(house.url(address));
  assert.equal(answer.status(), 200);
  if (scripted) await ready(page);
  return page;
};

for (const scripted of [true, false]) {
  const how = scripted ? 'with JavaScript' : 'without JavaScript';

  test(`front page lists every headline in order, ${how}`, async (t) => {
    const page = await open(t, '', scripted);
    if (scripted) await expectHeadlines(page, wanted, assert);
    assert.deepEqual(await headlines(page), wanted);
  });

  test(`article holds every paragraph in order, ${how}`, async (t) => {
    const page = await open(t, articleAddress(), scripted);
    const article = page.locator('article');
    assert.equal(plain(await article.locator('h1').innerText()), plain(whole.title));
    const shown = (await article.locator('p').allTextContents()).map(plain);
    assert.deepEqual(shown.filter((text) => paragraphs.includes(text)), paragraphs);
    const text = await article.innerText();
    assert.match(text, /Movement for a Socialist Future/);
    assert.match(text, /7 March 2003/);
    assert.match(text, /Stalin: the horror behind the image/);
  });

  test(`a headline-only article says so, ${how}`, async (t) => {
    const page = await open(t, headlineOnlyAddress(), scripted);
    assert.equal(plain(await page.locator('article h1').innerText()), wanted[0]);
    assert.match(await page.locator('article').innerText(), /only the headline survives/i);
  });

  test(`a headline leads to its article and home again, ${how}`, async (t) => {
    const page = await open(t, '', scripted);
    const to = await addressOf(page, 'A sham election');
    await page.locator('main ol a', { hasText: 'A sham election' }).click();
    await page.waitForURL(to);
    await page.locator('article h1').waitFor();
    assert.equal(await page.title().then((title) => title.includes('A sham election')), true);
    await page.locator('header a').first().click();
    await page.waitForURL(house.url());
    await page.waitForFunction(() => document.querySelectorAll('main ol > li').length > 80);
  });
}

test('every file of the folder answers 200', async () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(DIST, path.join(entry.parentPath ?? entry.path, entry.name)));
  assert.ok(files.length > wanted.length, 'the folder holds a page for every article');
  for (const file of files) {
    const address = file.split(path.sep).map(encodeURIComponent).join('/').replace(/(^|\/)index\.html$/, '$1');
    const answer = await fetch(house.url(address));
    assert.equal(answer.status, 200, file);
  }
});

test('every link inside the folder leads to a file', async () => {
  const waiting = [house.base];
  const known = new Set(waiting);
  while (waiting.length > 0) {
    const address = waiting.pop();
    const answer = await fetch(address);
    assert.equal(answer.status, 200, address);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const html = await answer.text();
    const base = new URL(/<base href="([^"]*)"/.exec(html)?.[1] ?? '', address);
    for (const [, link] of html.matchAll(/<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="?([^"\s>]+)/g)) {
      const target = new URL(link.replaceAll('&amp;', '&'), base);
      target.hash = '';
      target.search = '';
      if (target.href.startsWith(house.base) && !known.has(target.href)) {
        known.add(target.href);
        waiting.push(target.href);
      }
    }
  }
  assert.ok(known.size > wanted.length, `only ${known.size} addresses can be reached by links`);
});

test('an unknown address answers 404 with a page that helps', async (t) => {
  const page = await house.page(t);
  const answer = await page.goto(house.url('articles/there-is-no-such-article/'));
  assert.equal(answer.status(), 404);
  await ready(page);
  assert.match(await page.locator('main h1').innerText(), /nothing at this address/i);
  await page.getByRole('main').getByRole('link', { name: 'All headlines' }).click();
  await page.waitForURL(house.url());
});

test('two articles of one headline have two pages', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  const title = "Blood on New Labour's hands";
  const addresses = [await addressOf(page, title, 0), await addressOf(page, title, 1)];
  assert.notEqual(addresses[0], addresses[1]);
  const datelines = [];
  for (const address of addresses) {
    await visit(page, address);
    assert.equal(plain(await page.locator('article h1').innerText()), title);
    datelines.push(await page.locator('article time').first().innerText());
  }
  assert.notEqual(datelines[0], datelines[1]);
});
