// What the reader says of this device, under About and when a newer edition is
// ready: first as a function, in every language; then on the page.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { view } from '../../../static/device.js';
import { DIST, openHouse, ready, visit } from '../house.mjs';
import { cacheNames, check, device, loads, markOf, saved, say, tab, told, until } from '../offline/device.mjs';
import { edition, Host, listed, numberOf } from '../offline/host.mjs';
import { small } from '../offline/small.mjs';

// ---- As a function ----

const PLAIN = {
  kind: 'none', why: '', file: '', edition: '', bytes: 0, files: 0, saved: 0, published: 0, done: 0, total: 0,
  newer: null, evicted: false, checking: false, verified: null, persisted: null, installable: false,
};
const SAVED = { kind: 'saved', bytes: 5, files: 2, saved: 7, edition: 'one' };
const WORDED = { size: (bytes) => `${bytes} B`, day: (time) => `day ${time}` };

// A state, what was asked before, what is to be announced, what can be done.
const CASES = [
  ['nothing is known yet', {}, [], [], []],
  ['an insecure page', { why: 'insecure' }, [], ['not-saved', 'why-insecure'], ['remove']],
  ['no support', { why: 'unsupported' }, [], ['not-saved', 'why-unsupported'], ['remove']],
  ['taken back', { why: 'withdrawn' }, [], ['not-saved', 'why-withdrawn'], ['remove']],
  ['large', { kind: 'ask', total: 9 }, [], ['ask 9 B'], ['save', 'remove']],
  ['a device that saves data', { kind: 'ask' }, [], ['ask-sparing'], ['save', 'remove']],
  ['removed', { kind: 'off', installable: true }, [], ['off'], ['save', 'install']],
  ['begun', { kind: 'saving' }, [], ['saving'], ['remove']],
  ['half saved', { kind: 'saving', done: 3, total: 9 }, [], ['saving'], ['remove']],
  ['removed by the browser, being saved', { kind: 'saving', evicted: true, done: 3, total: 9 }, [], ['gone', 'saving'], ['remove']],
  ['removed by the browser, not to be had', { kind: 'failed', why: 'unreachable', evicted: true }, [], ['gone', 'not-saved', 'why-unreachable'], ['save', 'remove']],
  ['removed by the browser, saved again', { ...SAVED, evicted: true }, [], ['came-back', 'saved 5 B day 7'], ['verify', 'remove']],
  ['saved', SAVED, [], ['saved 5 B day 7'], ['verify', 'remove']],
  ['of a day', { ...SAVED, published: 3 }, [], ['saved 5 B day 3'], ['verify', 'remove']],
  ['not promised yet', { ...SAVED, persisted: false }, [], ['saved 5 B day 7'], ['verify', 'persist', 'remove']],
  ['not promised', { ...SAVED, persisted: false }, ['persist'], ['saved 5 B day 7'], ['verify', 'persist', 'remove']],
  ['promised', { ...SAVED, persisted: true }, ['persist'], ['saved 5 B day 7'], ['verify', 'remove']],
  ['installable', { ...SAVED, installable: true }, [], ['saved 5 B day 7'], ['verify', 'install', 'remove']],
  ['being checked', { ...SAVED, checking: true, verified: true }, [], ['saved 5 B day 7', 'checking'], ['verify', 'remove']],
  ['checked', { ...SAVED, verified: true }, [], ['saved 5 B day 7', 'verified'], ['verify', 'remove']],
  ...['refused', 'quota', 'storage', 'stopped'].map((why) => [why, { kind: 'failed', why }, [], ['not-saved', `why-${why}`], ['save', 'remove']]),
  ...['missing', 'altered', 'damaged'].map((why) => [why, { kind: 'failed', why, file: 'a.js' }, [], ['not-saved', `why-${why} a.js`], ['save', 'remove']]),
  ['a newer one coming', { ...SAVED, newer: { kind: 'saving', done: 1, total: 2 } }, [], ['saved 5 B day 7', 'newer-saving'], ['verify', 'remove']],
  ['a newer one ready', { ...SAVED, newer: { kind: 'ready', edition: 'two' } }, [], ['saved 5 B day 7', 'newer-ready'], ['switch', 'verify', 'remove']],
  ['replaced by hand', { ...SAVED, newer: { kind: 'replaced' } }, [], ['saved 5 B day 7', 'newer-ready'], ['switch', 'verify', 'remove']],
  ['a newer one not to be had', { ...SAVED, newer: { kind: 'failed', why: 'altered', file: 'a.js' } }, [], ['saved 5 B day 7', 'newer-failed'], ['look', 'verify', 'remove']],
];

const seen = (state, asked) => view({ ...PLAIN, ...state }, new Set(asked), WORDED);

for (const [name, state, asked, lead, acts] of CASES) {
  test(`what is said: ${name}`, () => {
    const shown = seen(state, asked);
    assert.deepEqual(shown.lead.map((message) => message.filter(Boolean).join(' ')), lead);
    assert.deepEqual(shown.acts.map(([act]) => act), acts);
    assert.equal(shown.bar !== undefined, /saving/.test(lead), 'a bar while something is saved');
  });
}

test('every message is there in every language, and every one is said', () => {
  const messages = CASES.flatMap(([, state, asked]) => {
    const { lead, more, end, acts } = seen(state, asked);
    return [...lead, ...more, ...end, ...acts.map(([, word]) => [word])];
  });
  // On the offer of a newer edition.
  const wanted = new Map([['do-later', ['do-later']], ...messages.map((message) => [message[0], message])]);
  const files = readdirSync(path.join(DIST, 'words')).filter((name) => name.includes('-device-'));
  assert.equal(files.length, 6);
  for (const file of files) {
    const lines = readFileSync(path.join(DIST, 'words', file), 'utf8').split('\n');
    const said = new Map(lines.map((line) => line.split(/ (.*)/s)));
    assert.deepEqual([...said.keys()].sort(), [...wanted.keys()].sort(), file);
    for (const [name, text] of said) {
      const places = [...text.matchAll(/\$(\d)/g)].map(([, at]) => Number(at)).sort();
      assert.deepEqual(places, wanted.get(name).slice(1).filter(Boolean).map((_, at) => at), `${file}: ${name}`);
    }
  }
});

// ---- On the page ----

const house = await openHouse();
after(() => house.close());

const first = small();
const second = edition(first, 'second');

async function about(t, { files = first, options, before } = {}) {
  const host = await new Host().start();
  t.after(() => host.stop());
  host.publish('/a/', files);
  const context = await device(await house.browser.newContext(options));
  t.after(() => context.close());
  const page = await tab(context);
  await before?.(page, host);
  await page.goto(host.url('/a/', 'about/'));
  await ready(page);
  return { host, context, page };
}

const panel = (page) => page.locator('archive-device');
const act = (page, name) => panel(page).getByRole('button', { name });
const reads = (page, words) => panel(page).getByText(words).waitFor();
const offer = (page) => page.locator('.offer');

test('saved, of a size and a day; checked; damaged and saved again', async (t) => {
  const { page } = await about(t);
  await reads(page, /^Saved for offline, \d+(\.\d)? [kM]B, edition of \d+ \w+ \d{4}\.$/);
  await act(page, 'Check every file').click();
  await reads(page, 'Every file was checked and is as it was published.');
  assert.ok(await act(page, 'Check every file').evaluate((button) => button === document.activeElement), 'the button keeps the focus');
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => /[0-9a-f]{64}$/.test(key));
    await (await caches.open(name)).put(new URL('icon.svg', document.baseURI), new Response('rot'));
  });
  await act(page, 'Check every file').click();
  await reads(page, /missing or damaged: icon\.svg\.$/);
  assert.equal(await panel(page).getByText(/^Saved for offline/).count(), 0, 'the promise is withdrawn');
  await act(page, 'Save for offline').click();
  await reads(page, /^Saved for offline/);
  assert.equal(await panel(page).getByText('removed').count(), 0, 'nobody removed anything');
  assert.ok(await panel(page).evaluate((element) => element === document.activeElement), 'the button is gone, the focus is near');
});

test('while it is being saved, how far it is', async (t) => {
  const hold = {};
  const { host, page } = await about(t, {
    before: (_, host) => { Object.assign(hold, host.hold('manifest.webmanifest')); },
  });
  await hold.asked;
  await reads(page, 'Being saved for offline.');
  await page.waitForFunction(() => {
    const bar = document.querySelector('archive-device progress');
    return bar?.value > 0 && bar.value < bar.max;
  });
  await reads(page, /^\d+(\.\d)? [kM]B of \d+(\.\d)? [kM]B$/);
  assert.equal(await panel(page).getByText(/^Saved for offline/).count(), 0);
  hold.letGo();
  await reads(page, /^Saved for offline/);
  assert.ok(await page.locator('archive-device progress').isHidden());
  assert.ok(host.asked.includes('manifest.webmanifest'));
});

test('a newer edition is offered on every page and switched to on the reader’s word, with one reload', async (t) => {
  const { host, page } = await about(t);
  await saved(page, host.url('/a/'));
  await page.reload();
  await told(page, { kind: 'saved' });
  assert.equal(await offer(page).count(), 0, 'nothing to say');
  host.publish('/a/', second);
  await say(page, 'look');
  await offer(page).getByText('A newer edition is ready.').waitFor();
  // It waits where it is while one goes on reading, and can be sent away.
  await page.locator('main ol > li > a').first().click();
  await page.locator('article h1').waitFor();
  await offer(page).getByRole('button', { name: 'Not now' }).click();
  await offer(page).waitFor({ state: 'hidden' });
  await page.locator('footer a', { hasText: 'About this archive' }).click();
  await reads(page, 'A newer edition is ready.');
  assert.ok(await offer(page).isHidden());
  await page.goto(host.url('/a/'));
  await offer(page).getByRole('button', { name: 'Show the newer edition' }).waitFor();
  const before = await loads(page);
  await offer(page).getByRole('button', { name: 'Show the newer edition' }).click();
  await page.waitForFunction(() => document.head.dataset.mark === 'second');
  await told(page, { kind: 'saved', edition: numberOf(second), newer: null });
  assert.equal(await loads(page), before + 1, 'one reload');
  assert.equal(await offer(page).count(), 0);
});

test('a newer edition that fails is said, and why; the old one stays', async (t) => {
  const { host, page } = await about(t);
  await reads(page, /^Saved for offline/);
  await page.reload();
  await told(page, { kind: 'saved' });
  host.publish('/a/', second);
  host.faults = new Map([['icon.svg', 'altered']]);
  await say(page, 'look');
  await reads(page, 'A newer edition could not be saved. The one you have stays whole.');
  await reads(page, /otherwise than it was published: icon\.svg\./);
  await reads(page, /^Saved for offline/);
  // Pressed while the fault lasts: once it is gone, a browser that looks again by
  // itself (after a reload they do) may take the button away first.
  await page.evaluate(() => {
    addEventListener('backissue:offline-ask', ({ detail }) => { window.wanted = detail; });
  });
  await act(page, 'Try again').click();
  assert.equal(await page.evaluate(() => window.wanted), 'look');
  host.faults = new Map();
  await until(page, () => {
    const { newer } = window.told.at(-1);
    if (newer?.kind === 'failed') dispatchEvent(new CustomEvent('backissue:offline-ask', { detail: 'look' }));
    return newer?.kind === 'ready';
  });
  await reads(page, 'A newer edition is ready.');
  await act(page, 'Show the newer edition').click();
  await page.waitForFunction(() => document.head.dataset.mark === 'second');
  await reads(page, /^Saved for offline/);
  assert.equal(new URL(page.url()).pathname, '/a/about/');
});

test('everything is removed on the reader’s word, stays away, and can be had again', async (t) => {
  const { host, page } = await about(t);
  await reads(page, /^Saved for offline/);
  await page.locator('.bar .round').click();
  await page.locator('#settings input[value=sepia]').check();
  await page.keyboard.press('Escape');
  const kept = () => page.evaluate(async () => [...Object.keys(localStorage), ...await caches.keys()]);
  await until(page, async () => (await caches.keys()).some((name) => name.startsWith('backissue-index:')));
  await page.evaluate(() => { localStorage['backissue:pictures:https://example.org/'] = '1'; });
  assert.ok((await kept()).includes('backissue:preferences'));
  await act(page, 'Remove everything from this device').click();
  await reads(page, /^Nothing of this archive is kept on this device/);
  const wish = ['backissue:offline /a/', 'backissue:pictures:https://example.org/'];
  assert.deepEqual((await kept()).sort(), wish);
  assert.deepEqual(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  // Nor does the next visit keep anything, the index of the search least of all.
  await visit(page, host.url('/a/'));
  await page.waitForFunction(() => performance.getEntriesByName('index:ready').length > 0);
  await told(page, { kind: 'off' });
  assert.deepEqual((await kept()).sort(), wish);
  await visit(page, host.url('/a/', 'about/'));
  await act(page, 'Save for offline').click();
  await reads(page, /^Saved for offline/);
  assert.deepEqual(await check(page, numberOf(first)), { right: listed(first).length, of: listed(first).length });
});

test('removed by the browser: said, and saved again', async (t) => {
  const { host, page } = await about(t);
  await reads(page, /^Saved for offline/);
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  const held = host.hold('icon.svg');
  await page.goto(host.url('/a/', 'about/'));
  await reads(page, 'The browser has removed what an earlier visit had saved.');
  await reads(page, 'Being saved for offline.');
  held.letGo();
  await reads(page, 'The browser had removed it since an earlier visit; it has been saved again.');
  await reads(page, /^Saved for offline/);
});

test('the browser is asked to keep it on the reader’s word alone', async (t) => {
  const { page } = await about(t, {
    before: (one) => one.addInitScript(() => {
      window.persists = 0;
      const storage = Object.getPrototypeOf(navigator.storage);
      storage.persisted = async () => false;
      storage.persist = async () => { window.persists += 1; return window.persists > 1; };
    }),
  });
  await reads(page, /^The browser may remove it/);
  assert.equal(await page.evaluate(() => window.persists), 0);
  await act(page, 'Ask the browser to keep it').click();
  await reads(page, /^The browser would not promise/);
  await act(page, 'Ask the browser to keep it').click();
  await reads(page, 'The browser has promised to keep it.');
  assert.equal(await act(page, 'Ask the browser to keep it').count(), 0);
});

test('it can be installed where the browser offers it, on the reader’s word', async (t) => {
  const { page } = await about(t);
  await reads(page, /^Saved for offline/);
  assert.equal(await act(page, 'Install as an app').count(), 0);
  await page.evaluate(() => {
    window.prompts = 0;
    const event = new Event('beforeinstallprompt', { cancelable: true });
    event.prompt = async () => { window.prompts += 1; };
    window.taken = !dispatchEvent(event);
  });
  await act(page, 'Install as an app').click();
  await page.waitForFunction(() => window.taken && window.prompts === 1);
  await act(page, 'Install as an app').waitFor({ state: 'detached' });
});

const WITHOUT = {
  'an insecure connection': [() => { Object.defineProperty(window, 'isSecureContext', { value: false }); }, /insecure connection/],
  'a browser that cannot': [() => { delete Navigator.prototype.serviceWorker; }, /This browser keeps nothing for offline/],
};
for (const [name, [script, words]] of Object.entries(WITHOUT)) {
  test(`honest words: ${name}`, async (t) => {
    const { page } = await about(t, { before: (one) => one.addInitScript(script) });
    await reads(page, 'Not saved for offline.');
    await reads(page, words);
    await reads(page, 'You can go on reading as long as there is a connection.');
    assert.deepEqual((await cacheNames(page)).filter((key) => key.startsWith('backissue /')), []);
  });
}

test('honest words: the publisher has taken it back', async (t) => {
  const { page } = await about(t, { files: small(['--no-offline']) });
  await reads(page, 'Whoever publishes this archive does not offer it for offline.');
});

test('in another language', async (t) => {
  const { page } = await about(t, { before: (one) => one.addInitScript(() => { localStorage['backissue:preferences'] = '{"language":"ar"}'; }) });
  await reads(page, /^محفوظ للقراءة دون اتصال/);
  assert.match(await panel(page).innerText(), /\d{4}/, 'years in the reader’s digits');
  assert.equal(await panel(page).evaluate((element) => getComputedStyle(element).direction), 'rtl');
});

test('without script the page says why it says nothing more', async (t) => {
  const page = await house.page(t, { javaScriptEnabled: false });
  await page.goto(house.url('about/'));
  await reads(page, /^Once the search runs, this says whether/);
});
