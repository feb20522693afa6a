// The engine in the reader: the query language, what is marked and said, steps
// through an article, and the index kept between visits.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, visit } from '../house.mjs';
import { headlines as all, plain, whole as article } from '../expected.mjs';
import { articleAddress } from '../kinds.mjs';
import { count, headlineLinks, headlines, indexed, search, whole } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

async function ask(t, query, more = '') {
  const page = await house.page(t);
  await visit(page, `${house.url()}?q=${encodeURIComponent(query)}${more}`);
  await indexed(page);
  await whole(page);
  return page;
}


const holding = (word) => all.filter((headline) => headline.toLowerCase().includes(word));

test('words in quotation marks stand one after the other', async (t) => {
  const page = await ask(t, 'title:"new labour" ');
  assert.deepEqual((await headlines(page)).sort(), holding('new labour').sort());
});

test('a word with a minus is left out', async (t) => {
  const war = await headlines(await ask(t, 'title:war ', '&sort=newest'));
  const without = await headlines(await ask(t, 'title:war -title:labour ', '&sort=newest'));
  const wanted = war.filter((headline) => !/labour/i.test(headline));
  assert.ok(wanted.length > 0 && wanted.length < war.length, 'the archive has both');
  assert.deepEqual(without, wanted);
});

test('OR finds either, and no more', async (t) => {
  const one = await headlines(await ask(t, 'title:stalin '));
  const other = await headlines(await ask(t, 'title:torture '));
  const either = await headlines(await ask(t, 'title:stalin OR title:torture '));
  assert.ok(one.length > 0 && other.length > 0);
  assert.deepEqual(either.sort(), [...one, ...other].sort());
});

test('a range of months finds what may fall into it', async (t) => {
  const page = await ask(t, '2003-03..2003-03', '&sort=newest');
  assert.ok((await headlines(page)).includes(plain(article.title)));
  for (const date of await page.locator('main li time').allInnerTexts()) {
    assert.match(date, /March 2003/);
  }
});

test('what matched is marked, in the headline and in a passage', async (t) => {
  const page = await ask(t, 'khrushchev stalin ');
  const marked = await page.locator('main li mark').allInnerTexts();
  assert.ok(marked.some((word) => /stalin/i.test(word)), marked.join());
  assert.ok(await page.locator('main li .passage mark').count() > 0, 'a passage is shown');
});

test('a slip of the keyboard is forgiven, and said', async (t) => {
  const page = await ask(t, 'stalim ');
  assert.ok((await headlines(page)).includes(plain(article.title)));
  await page.getByText('showing results for “stalin”').waitFor();
});

test('a word that is nowhere is said to be, and the rest is still found', async (t) => {
  const page = await ask(t, 'torture qqqqqqqq ');
  assert.ok((await headlines(page)).some((headline) => headline.startsWith('Torture')));
  await page.getByText('“qqqqqqqq” is nowhere in this archive.').waitFor();
});

test('articles that lack a word follow when asked for', async (t) => {
  const page = await ask(t, 'live 8 pressure ');
  const before = await headlines(page);
  await page.getByRole('link', { name: /with some of the words/ }).click();
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length > n, before.length);
  const now = await headlines(page);
  assert.deepEqual(now.slice(0, before.length), before);
  assert.match(await count(page).innerText(), new RegExp(`^${before.length} article, then ${now.length - before.length} `));
});

test('an article opened from its results is marked, and steps go from match to match', async (t) => {
  const page = await ask(t, 'stalin ');
  await headlineLinks(page).filter({ hasText: plain(article.title).slice(0, 12) }).first().click();
  const bar = page.getByRole('group', { name: 'Search matches' });
  await bar.waitFor();
  const marks = page.locator('article mark:not(.on)');
  const total = await marks.count();
  assert.ok(total > 3, 'there are some');
  assert.equal(await bar.getByRole('status').innerText(), `${total} matches for “stalin”`);
  await bar.getByRole('button', { name: 'Next' }).click();
  await bar.getByText(`Match 1 of ${total}`).waitFor();
  await bar.getByRole('button', { name: 'Previous' }).click();
  await bar.getByText(`Match ${total} of ${total}`).waitFor();
  assert.equal(await page.locator('article mark.here').count(), 1);
  assert.ok(await marks.nth(total - 1).evaluate((mark) => mark.classList.contains('here')));
});

test('a shared address arrives marked, and holds the text it held', async (t) => {
  const page = await house.page(t);
  await visit(page, `${house.url(articleAddress())}?q=revolution`);
  await page.locator('article mark').first().waitFor();
  const text = plain(await page.locator('article .body').innerText());
  const bare = await house.page(t);
  await visit(bare, house.url(articleAddress()));
  assert.equal(text, plain(await bare.locator('article .body').innerText()));
});

test('a second visit opens the index that the first one kept', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await indexed(page);
  await page.waitForFunction(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('backissue-index:'));
    const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return kept.some((entries) => entries === 1);
  });
  await page.reload();
  await indexed(page);
  assert.equal(await page.evaluate(() => performance.getEntriesByName('index:open').length), 1);
  assert.equal(await page.evaluate(() => performance.getEntriesByName('index:build').length), 0);
  await search(page).fill('stalin');
  await page.locator('main li mark').first().waitFor();
});
