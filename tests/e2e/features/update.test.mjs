// A new edition comes out, and everything that can go wrong with it does. The old
// one opens whole until a whole new one is there and the reader wants it.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, ready } from '../house.mjs';
import {
  cacheNames, check, device, loads, markOf, saved, say, tab, told, until,
} from '../offline/device.mjs';
import { edition, Host, listed, numberOf } from '../offline/host.mjs';
import { small } from '../offline/small.mjs';

const house = await openHouse();
after(() => house.close());

const HERE = '/press/say/';

const first = small();
const second = edition(first, 'second');
const third = edition(first, 'third');

async function started(t, files = first) {
  const host = await new Host().start();
  t.after(() => host.stop());
  host.publish(HERE, files);
  const context = await device(await house.browser.newContext());
  t.after(() => context.close());
  const page = await tab(context);
  await saved(page, host.url(HERE));
  // From now on the saved edition answers.
  await page.reload();
  await ready(page);
  await told(page, { kind: 'saved', edition: numberOf(files) });
  return { host, context, page };
}

const pages = (files) => listed(files).filter((name) => name.endsWith('index.html')).map((name) => name.replace('index.html', ''));

// Opens every page without the host; answers the editions they were of. The
// host's `faults` are those it comes back with.
async function marks(page, host, files, faults = new Map()) {
  await host.stop();
  host.faults = faults;
  const found = new Set();
  for (const address of pages(files)) {
    const answer = await page.goto(host.url(HERE, address), { waitUntil: 'domcontentloaded' });
    assert.equal(answer.status(), 200);
    found.add(await markOf(page));
  }
  await host.start();
  return [...found];
}

test('whichever file fails, and however, the old edition stays whole; then a good one is offered, taken and shown', async (t) => {
  const { host, page } = await started(t);
  const names = ['edition.json', ...listed(second)];
  const kept = numberOf(first);
  host.publish(HERE, second);
  const ways = ['missing', 'truncated', 'altered'];
  const gone = (number) => until(page, async (ending) => !(await caches.keys()).some((key) => key.endsWith(ending)), number);
  let tries = 0;
  let opened = 0;
  // The browser looks for a new edition by itself after a page was loaded: there
  // must be no moment without a fault.
  host.faults.set(names[0], ways[0]);
  for (const [at, fault] of ways.entries()) {
    for (const name of names) {
      host.faults = new Map([[name, fault]]);
      await say(page, 'look');
      const { newer } = await told(page, { newer: { kind: 'failed', file: name } });
      assert.equal(newer.why, fault === 'missing' ? 'missing' : 'altered', name);
      tries += 1;
      // Every file of the old edition is right, and nothing of the new is left.
      assert.deepEqual(await check(page, kept), { right: listed(first).length, of: listed(first).length }, `${fault} ${name}`);
      await gone(numberOf(second));
      opened += 1;
    }
    const next = ways[at + 1];
    const faults = next ? new Map([[names[0], next]]) : host.faults;
    assert.deepEqual(await marks(page, host, first, faults), ['first'], `after every file was ${fault}, without the host`);
    await page.goto(host.url(HERE));
    await told(page, { kind: 'saved' });
  }
  host.faults = new Map();
  t.diagnostic(`${opened} of ${tries} updates with a bad file left the old edition whole (${names.length} files, three ways)`);

  await say(page, 'look');
  const { newer } = await told(page, { newer: { kind: 'ready' } });
  assert.equal(newer.edition, numberOf(second));
  await page.reload();
  assert.equal(await markOf(page), 'first', 'offered, not forced');
  await told(page, { newer: { kind: 'ready' } });
  const before = await loads(page);
  await say(page, 'switch');
  await page.waitForFunction(() => document.head.dataset.mark === 'second');
  await told(page, { kind: 'saved', edition: numberOf(second), newer: null });
  assert.equal(await loads(page), before + 1, 'one reload');
  assert.deepEqual(await marks(page, host, second), ['second']);
});

test('two tabs, three editions, a host that keeps no old file', async (t) => {
  const { host, context, page } = await started(t);
  const other = await tab(context);
  await other.goto(host.url(HERE, 'about/'));
  await ready(other);
  await told(other, { kind: 'saved' });
  host.publish(HERE, second);
  await say(page, 'look');
  await told(page, { newer: { kind: 'ready', edition: numberOf(second) } });
  await told(other, { newer: { kind: 'ready', edition: numberOf(second) } });
  // It is not taken; the next one comes out.
  host.publish(HERE, third);
  await say(page, 'look');
  await told(page, { newer: { kind: 'ready', edition: numberOf(third) } });
  await told(other, { newer: { kind: 'ready', edition: numberOf(third) } });
  // The old pages still get their own files, which the host no longer has.
  const own = listed(first).find((name) => name.endsWith('.js'));
  for (const one of [page, other]) {
    const text = await one.evaluate(async (name) => (await fetch(new URL(name, document.baseURI))).text(), own);
    assert.equal(text, first.get(own).toString());
    assert.equal(await markOf(one), 'first');
  }
  const before = [await loads(page), await loads(other)];
  await say(other, 'switch');
  for (const one of [page, other]) {
    await one.waitForFunction(() => document.head.dataset.mark === 'third');
    await told(one, { kind: 'saved', edition: numberOf(third), newer: null });
  }
  assert.deepEqual([await loads(page), await loads(other)], before.map((n) => n + 1), 'one reload for every tab');
  assert.equal(new URL(other.url()).pathname, `${HERE}about/`, 'each where it was');
  // What nobody reads makes way; what these tabs had is kept until they have
  // surely arrived.
  await until(page, async (number) => !(await caches.keys()).some((key) => key.endsWith(number)), numberOf(second));
});

test('a tab that has not been loaded again keeps its edition after the switch', async (t) => {
  const { host, context, page } = await started(t);
  const slow = await tab(context);
  await slow.goto(host.url(HERE));
  await ready(slow);
  await told(slow, { kind: 'saved' });
  // This one asks before it lets itself be loaded again, and is told to stay.
  await slow.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  await slow.locator('h1').first().click();
  const refused = new Promise((resolve) => {
    slow.once('dialog', async (dialog) => {
      await dialog.dismiss();
      resolve();
    });
  });
  host.publish(HERE, second);
  await say(page, 'look');
  await told(page, { newer: { kind: 'ready' } });
  await say(page, 'switch');
  await page.waitForFunction(() => document.head.dataset.mark === 'second');
  await told(page, { kind: 'saved', edition: numberOf(second) });
  await refused;
  const get = (one, name) => one.evaluate(async (file) => (await fetch(new URL(file, document.baseURI))).text(), name);
  for (const name of ['articles.json', 'about/index.html', 'sitemap.xml']) {
    const own = name === 'sitemap.xml' ? second : first;
    assert.equal(await get(slow, name), own.get(name).toString(), `${name}, in the tab that stayed`);
    assert.equal(await get(page, name), second.get(name).toString(), `${name}, in the tab that went along`);
  }
  assert.ok((await cacheNames(page)).some((key) => key.endsWith(numberOf(first))), 'kept for the tab that needs it');
  await slow.close({ runBeforeUnload: false });
});

test('what is the same is not fetched again', async (t) => {
  const { host, page } = await started(t);
  const next = new Map(first);
  const changed = 'about/index.html';
  const two = edition(first, 'second');
  // One page is new; the list says so.
  next.set(changed, two.get(changed));
  const entry = JSON.parse(two.get('edition.json')).files.find(([name]) => name === changed);
  const list = JSON.parse(first.get('edition.json'));
  list.files = list.files.map((file) => (file[0] === changed ? entry : file));
  next.set('edition.json', Buffer.from(JSON.stringify(list)));
  next.set('sw.js', Buffer.from(first.get('sw.js').toString().replace(numberOf(first), numberOf(next))));
  host.publish(HERE, next);
  host.asked.length = 0;
  await say(page, 'look');
  await told(page, { newer: { kind: 'ready' } });
  assert.deepEqual([...new Set(host.asked)].sort(), ['about/', 'edition.json', 'sw.js']);
});

test('the archive replaced by hand is noticed, and shown on the reader’s word', async (t) => {
  const { host, page } = await started(t);
  const dropped = new Map(first);
  const archive = JSON.parse(first.get('articles.json'));
  archive.items = archive.items.slice(0, 1);
  dropped.set('articles.json', Buffer.from(JSON.stringify(archive)));
  host.publish(HERE, dropped);
  await say(page, 'look');
  await told(page, { newer: { kind: 'replaced' } });
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('main ol > li').count(), 3, 'not before');
  await told(page, { kind: 'saved' });
  await say(page, 'look');
  await told(page, { newer: { kind: 'replaced' } });
  await say(page, 'switch');
  await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 1);
  // It cannot be saved, because the list means another file; reading goes on.
  const { why, file } = await told(page, { kind: 'failed' });
  assert.deepEqual([why, file], ['altered', 'articles.json']);
});

test('the kill switch: the worker goes, its editions go, nothing else, and pages work', async (t) => {
  const { host, context, page } = await started(t);
  await page.evaluate(async () => { await (await caches.open('a stranger')).put('x', new Response('y')); });
  host.publish(HERE, small(['--no-offline']));
  await say(page, 'look');
  await told(page, { kind: 'none', why: 'withdrawn', bytes: 0 });
  await until(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  await until(page, async () => (await caches.keys()).every((key) => !key.startsWith('backissue /')));
  assert.ok((await cacheNames(page)).includes('a stranger'));
  assert.equal(await page.locator('main ol > li').count(), 3);
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('main ol > li').count(), 3);
  const fresh = await tab(context);
  await fresh.goto(host.url(HERE));
  await ready(fresh);
  assert.equal(await fresh.evaluate(() => navigator.serviceWorker.controller), null);
  assert.deepEqual(await fresh.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});

test('a worker that the host lost is no reason to lose what is saved', async (t) => {
  const { host, page } = await started(t);
  const bare = new Map(first);
  bare.delete('sw.js');
  host.publish(HERE, bare);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  assert.deepEqual(await marks(page, host, first), ['first']);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 1);
});
