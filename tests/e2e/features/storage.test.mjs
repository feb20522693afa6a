// A device that runs out of space, forgets, is switched off in the middle; and
// neighbours on the same host whose things are not ours.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, firefox } from 'playwright-core';
import { browserProgram, CHROME_FLAGS, FIREFOX, firefoxProgram, launch, openHouse, ready } from '../house.mjs';
import { headlineLinks, search } from '../reader.mjs';
import { cacheNames, check, device, markOf, saved, say, tab, told, until } from '../offline/device.mjs';
import { edition, Host, listed, numberOf } from '../offline/host.mjs';
import { small } from '../offline/small.mjs';

const house = await openHouse();
after(() => house.close());

const first = small();
const second = edition(first, 'second');
const all = listed(first).length;

async function hosted(t, sites, browser = house.browser) {
  const host = await new Host().start();
  t.after(() => host.stop());
  for (const [under, files] of Object.entries(sites)) host.publish(under, files);
  const context = await device(await browser.newContext());
  t.after(() => context.close());
  return { host, context, page: await tab(context) };
}

// ---- A device with little room ----

// Firefox has one limit for the whole browser, in kB; an origin gets half of it, or
// 10 MB where that is more.
const LITTLE = { 'dom.quotaManager.temporaryStorage.fixedLimit': 20_480 };

async function cramped(t) {
  if (!FIREFOX) return house.browser;
  const browser = await launch(LITTLE);
  t.after(() => browser.close());
  return browser;
}

// Leaves so many bytes of room; answers what makes room again. Chromium is told
// what to allow, Firefox's disk is filled.
async function squeeze(page, context, host, room) {
  if (!FIREFOX) {
    const cdp = await context.newCDPSession(page);
    const { origin } = host;
    const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + room });
    return () => cdp.send('Storage.overrideQuotaForOrigin', { origin });
  }
  await page.evaluate(async (left) => {
    const { quota, usage } = await navigator.storage.estimate();
    // What is random cannot be packed, and one call fills no more than this.
    const most = 65_536;
    const parts = [];
    for (let rest = quota - usage - left; rest > 0; rest -= most) {
      parts.push(crypto.getRandomValues(new Uint8Array(Math.min(rest, most))));
    }
    await (await caches.open('filling')).put('/filling', new Response(new Blob(parts)));
  }, room);
  // The room is there some time after the file is gone.
  return async () => {
    await page.evaluate(async () => (await caches.open('filling')).delete('/filling'));
    await until(page, async () => {
      const { quota, usage } = await navigator.storage.estimate();
      return usage < quota / 2;
    });
  };
}

async function readsOn(page) {
  await search(page).fill('zzzzz');
  await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 0);
  await search(page).fill('');
  await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 3);
  await headlineLinks(page).first().click();
  await page.locator('article h1').waitFor();
}

test('no space for a first edition: reading goes on, the state says so, and space later is used', async (t) => {
  const { host, context, page } = await hosted(t, { '/a/': first }, await cramped(t));
  const list = host.hold('edition.json');
  await page.goto(host.url('/a/'));
  await list.asked;
  const release = await squeeze(page, context, host, 200_000);
  list.letGo();
  await ready(page);
  const { why } = await told(page, { kind: 'failed' });
  assert.equal(why, 'quota');
  assert.deepEqual((await cacheNames(page)).filter((name) => name.startsWith('backissue /')), [], 'nothing half saved');
  await readsOn(page);
  await release();
  await say(page, 'save');
  const { edition: number } = await told(page, { kind: 'saved' });
  assert.deepEqual(await check(page, number), { right: all, of: all });
});

test('no space for a second edition: the first stays', async (t) => {
  const { host, context, page } = await hosted(t, { '/a/': first }, await cramped(t));
  await saved(page, host.url('/a/'));
  await squeeze(page, context, host, 100_000);
  host.publish('/a/', second);
  await say(page, 'look');
  const { newer } = await told(page, { newer: { kind: 'failed' } });
  assert.equal(newer.why, 'quota');
  assert.deepEqual(await check(page, numberOf(first)), { right: all, of: all });
  await host.stop();
  await page.goto(host.url('/a/about/'));
  await ready(page);
  assert.equal(await markOf(page), 'first');
});

test('storage cleared while a page is open: it reads on, says what happened, and saves again', async (t) => {
  const { host, page } = await hosted(t, { '/a/': first });
  await saved(page, host.url('/a/'));
  await page.reload();
  await ready(page);
  await told(page, { kind: 'saved' });
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  await readsOn(page);
  await page.goto(host.url('/a/'));
  await ready(page);
  const state = await told(page, { kind: 'saved', evicted: true });
  assert.deepEqual(await check(page, state.edition), { right: all, of: all });

  // One file lost: a check of every file finds it; saving again mends it.
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => /[0-9a-f]{64}$/.test(key));
    await (await caches.open(name)).put(new URL('icon.svg', document.baseURI), new Response('rot'));
  });
  await say(page, 'verify');
  const found = await told(page, { kind: 'failed', verified: false });
  assert.deepEqual([found.why, found.file], ['damaged', 'icon.svg']);
  await say(page, 'save');
  await told(page, { kind: 'saved' });
  await say(page, 'verify');
  await told(page, { kind: 'saved', verified: true });
});

test('archives beside and within each other, and a stranger: each touches its own', async (t) => {
  const other = edition(first, 'other');
  const { host, context, page } = await hosted(t, { '/a/': first, '/a/b/': other, '/': new Map([['index.html', Buffer.from('<title>stranger</title>')]]) });
  await page.goto(host.url('/'));
  await page.evaluate(async () => {
    for (const name of ['stranger-v1', 'backissue', 'backissue / x', 'backissue-notes']) await (await caches.open(name)).put('/x', new Response(name));
    localStorage.setItem('stranger', 'kept');
  });
  const strangers = await cacheNames(page);
  await saved(page, host.url('/a/'));
  await saved(page, host.url('/a/b/'));
  assert.equal(await markOf(page), 'other', 'the outer archive does not answer for the inner one');
  const outer = await tab(context);
  await saved(outer, host.url('/a/'));
  host.publish('/a/', second);
  await say(outer, 'look');
  await told(outer, { newer: { kind: 'ready' } });
  await say(outer, 'switch');
  await outer.waitForFunction(() => document.head.dataset.mark === 'second');
  await told(outer, { kind: 'saved', edition: numberOf(second) });
  assert.equal(await markOf(page), 'other');
  assert.deepEqual(await check(page, numberOf(other)), { right: listed(other).length, of: listed(other).length });

  await say(outer, 'remove');
  await told(outer, { kind: 'off' });
  assert.deepEqual((await cacheNames(page)).filter((name) => name.startsWith('backissue /a/ ')), []);
  await outer.goto(host.url('/a/'));
  await ready(outer);
  await told(outer, { kind: 'off' });
  assert.equal(await outer.evaluate(() => navigator.serviceWorker.controller), null);
  const left = await cacheNames(page);
  for (const name of strangers) assert.ok(left.includes(name), name);
  assert.equal(await page.evaluate(() => localStorage.stranger), 'kept');
  await host.stop();
  await page.goto(host.url('/a/b/about/'));
  await ready(page);
  assert.equal(await markOf(page), 'other', 'the neighbour still reads without the host');
});

// ---- A browser that is killed; its profile stays ----

// Firefox is started by Playwright, so its process has to be looked for: the one
// that was given this profile, which no other was.
async function bootFirefox(profile) {
  const context = await device(await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox', executablePath: firefoxProgram(),
  }));
  const pid = readdirSync('/proc').map(Number).find((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      return words.includes(profile) && !words.includes('-contentproc');
    } catch {
      return false;
    }
  });
  return {
    page: await tab(context),
    kill: async () => {
      const gone = new Promise((resolve) => { context.on('close', resolve); });
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
}

async function boot(profile) {
  if (FIREFOX) return bootFirefox(profile);
  const child = spawn(browserProgram(), [
    '--headless=new', ...CHROME_FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const address = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the browser ended at once')));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
  });
  child.removeAllListeners('exit');
  const browser = await chromium.connectOverCDP(address);
  const context = await device(browser.contexts()[0]);
  return {
    page: await tab(context),
    // Its own processes, by the group they were started in; no farewell.
    kill: async () => {
      const gone = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

for (const [when, fault] of [['while an update is being saved', true], ['between saving an update and taking it', false]]) {
  test(`the browser is killed ${when}: one whole edition opens without the host`, async (t) => {
    const host = await new Host().start();
    t.after(() => host.stop());
    host.publish('/a/', first);
    const profile = mkdtempSync(path.join(tmpdir(), 'backissue-profile-'));
    t.after(() => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
    let run = await boot(profile);
    await saved(run.page, host.url('/a/'));
    await run.page.reload();
    await told(run.page, { kind: 'saved' });
    host.publish('/a/', second);
    const held = fault ? host.hold('manifest.webmanifest') : undefined;
    await say(run.page, 'look');
    if (held) await held.asked;
    else await told(run.page, { newer: { kind: 'ready' } });
    await run.kill();
    held?.letGo();
    await host.stop();

    run = await boot(profile);
    const marks = new Set();
    for (const name of listed(first).filter((file) => file.endsWith('index.html'))) {
      const answer = await run.page.goto(host.url('/a/', name.replace('index.html', '')), { waitUntil: 'domcontentloaded' });
      assert.equal(answer.status(), 200, name);
      marks.add(await markOf(run.page));
    }
    assert.equal(marks.size, 1, [...marks].join());
    const shown = [...marks][0];
    if (fault) assert.equal(shown, 'first');
    const files = shown === 'first' ? first : second;
    await ready(run.page);
    await told(run.page, { kind: 'saved', edition: numberOf(files) });
    assert.deepEqual(await check(run.page, numberOf(files)), { right: listed(files).length, of: listed(files).length });
    t.diagnostic(`opened: the ${shown} edition`);
    await run.kill();
  });
}
