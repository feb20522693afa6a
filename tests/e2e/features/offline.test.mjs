// Reading without a connection, in a real browser: the host is really gone.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIST, openHouse, ready, serve } from '../house.mjs';
import { headlines as all, whole as surviving, plain } from '../expected.mjs';
import { headlines, search } from '../reader.mjs';
import { check, device, saved, tab, told } from '../offline/device.mjs';
import { Host, listed, numberOf, read } from '../offline/host.mjs';

const house = await openHouse();
after(() => house.close());

const first = read(DIST);

async function fresh(t, options) {
  const context = await device(await house.browser.newContext(options));
  t.after(() => context.close());
  return context;
}

test('after one visit and with the server ended, everything opens', async (t) => {
  const server = await serve();
  t.after(() => server.close());
  const context = await fresh(t);
  const page = await tab(context);
  const state = await saved(page, server.base);
  assert.equal(state.edition, numberOf(first));
  assert.equal(state.files, listed(first).length);
  assert.deepEqual(await check(page, state.edition), { right: state.files, of: state.files });
  await server.close();
  await assert.rejects(fetch(server.base), 'the server is gone');

  await page.goto(server.base);
  await ready(page);
  assert.deepEqual(await headlines(page), all, 'the front page');
  await search(page).fill('regime change');
  await page.waitForURL(/q=regime/);
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length < n, all.length);
  assert.ok((await headlines(page)).length > 0, 'a search');
  await page.goto(`${server.base}?q=firefighters`);
  await ready(page);
  await page.waitForFunction((n) => {
    const found = document.querySelectorAll('main ol > li').length;
    return found > 0 && found < n;
  }, all.length);

  await page.goto(`${server.base}about/`);
  await ready(page);
  assert.match(await page.title(), /about/i);

  const articles = listed(first).filter((name) => name.startsWith('articles/'));
  assert.equal(articles.length, all.length);
  const opened = [];
  for (const [at, name] of articles.entries()) {
    const answer = await page.goto(server.base + name.replace('index.html', ''), { waitUntil: 'domcontentloaded' });
    assert.equal(answer.status(), 200, name);
    // The page is there at once; that the reader starts on it takes longer to see.
    if (at % 10 === 0) await ready(page);
    opened.push(plain(await page.locator('article h1').textContent()));
    if (opened.at(-1) === plain(surviving.title)) assert.match(await page.locator('article').textContent(), new RegExp(surviving.content_text.slice(0, 40)));
  }
  t.diagnostic(`${opened.length} of ${articles.length} articles open without the server`);
  assert.deepEqual(opened.sort(), [...all].sort());

  // An address that lacks its slash, one that leads nowhere, one from a mail.
  await page.goto(server.base + articles[0].replace('/index.html', '?utm_source=mail'));
  await ready(page);
  assert.equal(new URL(page.url()).pathname, new URL(server.base + articles[0].replace('index.html', '')).pathname);
  const lost = await page.goto(`${server.base}articles/never-written/`);
  assert.equal(lost.status(), 404);
  await ready(page);
  assert.equal(await page.locator('h1').count(), 1);
});

test('ranges, redirects and the headers of the host', async (t) => {
  const host = await new Host().start();
  t.after(() => host.stop());
  host.pretty = true;
  host.headers = { 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };
  host.publish('/a/', first);
  const page = await tab(await fresh(t));
  await saved(page, host.url('/a/'));
  await host.stop();
  const answer = await page.goto(host.url('/a/about/'));
  assert.equal(answer.headers()['referrer-policy'], 'no-referrer');
  await ready(page);
  await page.goto(host.url('/a/404.html'));
  await ready(page);

  const bytes = first.get('articles.json');
  for (const [range, status, from, to] of [
    ['bytes=0-99', 206, 0, 99],
    ['bytes=100-', 206, 100, bytes.length - 1],
    ['bytes=-7', 206, bytes.length - 7, bytes.length - 1],
    ['bytes=5-999999999', 206, 5, bytes.length - 1],
    [`bytes=${bytes.length}-`, 416],
    ['bytes=-0', 416],
    ['bytes=9-3', 200, 0, bytes.length - 1],
    ['bytes=0-1,5-6', 200, 0, bytes.length - 1],
    ['lines=1-2', 200, 0, bytes.length - 1],
  ]) {
    const got = await page.evaluate(async (wanted) => {
      const response = await fetch(new URL('articles.json', document.baseURI), { headers: { range: wanted } });
      return {
        status: response.status,
        range: response.headers.get('content-range'),
        bytes: Array.from(new Uint8Array(await response.arrayBuffer())),
      };
    }, range);
    assert.equal(got.status, status, range);
    if (status === 206) assert.equal(got.range, `bytes ${from}-${to}/${bytes.length}`);
    if (status === 416) assert.equal(got.range, `bytes */${bytes.length}`);
    assert.deepEqual(Buffer.from(got.bytes), status === 416 ? Buffer.alloc(0) : bytes.subarray(from, to + 1), range);
  }
});

test('without support, without a secure connection, refused: reading goes on and the state says so', async (t) => {
  const host = await new Host().start();
  t.after(() => host.stop());
  host.publish('/a/', first);

  const without = await fresh(t);
  await without.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  let page = await tab(without);
  await page.goto(host.url('/a/'));
  await ready(page);
  assert.equal((await told(page, { kind: 'none' })).why, 'unsupported');
  assert.deepEqual(await headlines(page), all);

  page = await tab(await fresh(t));
  await page.addInitScript(() => { Object.defineProperty(window, 'isSecureContext', { value: false }); });
  await page.goto(host.url('/a/'));
  await ready(page);
  assert.equal((await told(page, { kind: 'none' })).why, 'insecure');

  page = await tab(await fresh(t));
  host.headers = { 'content-security-policy': "worker-src 'none'" };
  await page.goto(host.url('/a/'));
  await ready(page);
  assert.equal((await told(page, { kind: 'failed' })).why, 'refused');
  assert.deepEqual(await headlines(page), all);
  host.headers = {};

  // The host has no worker at all.
  const bare = new Map(first);
  bare.delete('sw.js');
  host.publish('/b/', bare);
  page = await tab(await fresh(t));
  await page.goto(host.url('/b/'));
  await ready(page);
  assert.equal((await told(page, { kind: 'failed' })).why, 'unreachable');
  assert.deepEqual(await headlines(page), all);
});
