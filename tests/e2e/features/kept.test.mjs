// What the browser keeps of a reader's choices may be anything by the next visit:
// damaged, of another version, or written by somebody else on the host.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, ready, visit } from '../house.mjs';
import { indexed, search } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

const KEY = 'backissue:preferences';

const lost = (page) => page.getByRole('status').filter({ hasText: 'thrown away' });

const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);

// The page as it is with something kept from before.
async function visitWith(t, kept) {
  const page = await house.page(t);
  // Ready, lest this visit be the one that finds what is put there.
  await visit(page, house.url());
  await page.evaluate((all) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(all)) localStorage.setItem(key.replace('FOLDER', document.baseURI), value);
  }, kept);
  await page.goto('about:blank');
  page.seen.errors = [];
  await visit(page, house.url());
  return page;
}

const damaged = [
  '', '{', 'null', '[]', '[1,2]', '7', '"dark"', 'true', 'undefined', '[object Object]', '{"theme":"plaid"}', '{"theme":7,"size":{}}',
  '{"language":["en"]}', '{"shortcuts":"yes"}', '{"version":"new"}', '{"theme":"<img src=x onerror=alert(1)>"}',
  '{"__proto__":{"theme":"dark"},"theme":[]}', `{"theme":"${'x'.repeat(100_000)}"}`, '\u0000\uffff', `${'['.repeat(10_000)}`,
];

test('damaged or foreign settings are thrown away, told of once, and nothing breaks', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  for (const value of damaged) {
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, value]);
    await page.reload();
    await ready(page);
    await lost(page).waitFor();
    assert.equal(await theme(page), 'system', value);
    assert.equal(await page.locator('main ol > li').count() > 0, true, value);
    const kept = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), KEY));
    assert.equal(kept.version, 1, value);
    assert.equal(kept.theme, 'system', value);
  }
  await page.reload();
  await ready(page);
  assert.equal(await lost(page).count(), 0, 'once is enough');
  assert.deepEqual(page.seen.errors, []);
});

test('what makes sense beside what does not is kept', async (t) => {
  const page = await visitWith(t, { [KEY]: '{"version":1,"theme":"dark","size":"huge","measure":"wide"}' });
  assert.equal(await theme(page), 'dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.measure), 'wide');
  await lost(page).waitFor();
  assert.deepEqual(page.seen.errors, []);
});

test('settings from before there were versions, and from a newer reader, are taken as they are', async (t) => {
  for (const kept of ['{"theme":"sepia","size":"large","measure":"medium","language":"","shortcuts":true}', '{"version":9,"theme":"sepia","size":"gigantic","font":"x"}']) {
    const page = await visitWith(t, { [KEY]: kept });
    assert.equal(await theme(page), 'sepia', kept);
    assert.equal(await lost(page).count(), 0, kept);
    assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), kept, 'and left alone');
  }
});

test('a foreign word on pictures allows none', async (t) => {
  const page = await visitWith(t, { 'backissue:pictures:FOLDER': 'true', 'someone:else': '{' });
  await lost(page).waitFor();
  // What is kept for offline may be noted at any moment, and is no choice of a reader's.
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith('backissue:offline ')).sort());
  assert.deepEqual(keys, [KEY, 'someone:else'], 'what is not ours is left alone');
});

test('where the browser keeps nothing, everything works', async (t) => {
  const page = await house.page(t);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    delete window.caches;
  });
  await visit(page, house.url());
  await search(page).fill('war');
  await page.waitForFunction(() => /^\d+ articles/.test(document.querySelector('main [role=status]')?.textContent));
  assert.equal(await lost(page).count(), 0);
  assert.deepEqual(page.seen.errors, []);
});

test('a damaged index from an earlier visit is made anew', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await indexed(page);
  const caches = () => page.evaluate(async () => {
    const name = (await window.caches.keys()).find((one) => one.startsWith('backissue-index:'));
    const cache = await window.caches.open(name);
    const [key] = await cache.keys();
    return [name, key?.url, (await (await cache.match(key))?.arrayBuffer())?.byteLength];
  });
  await page.waitForFunction(async () => {
    const name = (await window.caches.keys()).find((one) => one.startsWith('backissue-index:'));
    return name && (await (await window.caches.open(name)).keys()).length > 0;
  });
  const [name, key, length] = await caches();
  for (const spoil of ['cut', 'turned', 'empty', 'foreign']) {
    await page.evaluate(async ([held, at, how]) => {
      const cache = await window.caches.open(held);
      const bytes = new Uint8Array(await (await cache.match(at)).arrayBuffer());
      const body = { cut: () => bytes.slice(0, bytes.length >> 1), empty: () => '', foreign: () => '<!doctype html>' };
      for (let place = 40; how === 'turned' && place < bytes.length; place += 997) bytes[place] ^= 0x55;
      await cache.put(at, new Response(body[how]?.() ?? bytes));
    }, [name, key, spoil]);
    await page.reload();
    await ready(page);
    await indexed(page);
    await search(page).fill('sham election');
    await page.waitForFunction(() => document.querySelector('main ol > li a')?.textContent.includes('A sham election'));
    await page.waitForFunction(async ([held, at, wanted]) => {
      const kept = await (await window.caches.open(held)).match(at);
      return kept && (await kept.arrayBuffer()).byteLength === wanted;
    }, [name, key, length]);
    await page.goto(house.url());
    await ready(page);
  }
  assert.deepEqual(page.seen.errors, []);
});
