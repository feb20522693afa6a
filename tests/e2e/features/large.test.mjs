// An archive too large to be indexed on the page: a worker does it, and where
// there is none the page does, in slices.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIST, openHouse, pressProgram, visit } from '../house.mjs';
import { headlines, indexed, search, whole } from '../reader.mjs';

/** More than a megabyte, from which on a worker is asked. */
const ARTICLES = 600;


const work = mkdtempSync(path.join(tmpdir(), 'backissue-large-'));
const archive = path.join(work, 'made.json');
const folder = path.join(work, 'folder');
execFileSync(pressProgram(), ['generate', '--articles', String(ARTICLES), '--out', archive]);
execFileSync(pressProgram(), ['build', archive, '--shell', DIST, '-o', folder]);

const house = await openHouse({ folder });
after(async () => {
  await house.close();
  rmSync(work, { recursive: true });
});

const measured = (page, name) => page.evaluate((wanted) => performance.getEntriesByName(wanted).length, name);

// Words that the made texts have.
async function finds(page) {
  await search(page).fill('dockers landfill');
  await page.locator('main li mark').first().waitFor();
  await whole(page);
  return headlines(page);
}

test('a worker builds the index, and goes', async (t) => {
  const page = await house.page(t);
  const workers = [];
  // Each settles when its worker has gone.
  const asked = [];
  page.context().on('request', (request) => asked.push(request.url()));
  page.on('worker', (worker) => workers.push(new Promise((gone) => worker.once('close', gone))));
  await visit(page, house.url());
  await indexed(page);
  assert.equal(workers.length, 1, 'one worker was asked, and went');
  await Promise.all(workers);
  assert.equal(await measured(page, 'index:build'), 1);
  assert.deepEqual(asked.filter((url) => /builder-[^/]*$/.test(url)).length, 2, 'with a module of its own');
  assert.deepEqual(page.seen, { errors: [], strangers: [] });

  const first = await finds(page);
  await page.waitForFunction(async () => {
    const [name] = (await caches.keys()).filter((one) => one.startsWith('backissue-index:'));
    return name && (await (await caches.open(name)).keys()).length === 1;
  });
  await page.reload();
  await indexed(page);
  assert.equal(await measured(page, 'index:open'), 1, 'the second visit opens what was kept');
  assert.equal(workers.length, 1, 'and asks no worker');
  assert.deepEqual(await finds(page), first);
});

test('without workers the page builds it, and finds the same', async (t) => {
  const with_ = await house.page(t);
  await visit(with_, house.url());
  await indexed(with_);
  const page = await house.page(t);
  await page.addInitScript(() => { delete window.Worker; });
  await visit(page, house.url());
  await indexed(page);
  assert.equal(await measured(page, 'index:build'), 1);
  assert.deepEqual(await finds(page), await finds(with_));
});

test('an index that was kept and is damaged is built again', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await indexed(page);
  const spoil = () => page.waitForFunction(async () => {
    const [name] = (await caches.keys()).filter((one) => one.startsWith('backissue-index:'));
    const cache = name && await caches.open(name);
    const [entry] = cache ? await cache.keys() : [];
    if (!entry) return false;
    const bytes = new Uint8Array(await (await cache.match(entry)).arrayBuffer());
    bytes[bytes.length >> 1] ^= 1;
    await cache.put(entry, new Response(bytes));
    return true;
  });
  const before = await finds(page);
  await spoil();
  await page.reload();
  await indexed(page);
  assert.deepEqual(await finds(page), before);
  assert.deepEqual(page.seen, { errors: [], strangers: [] });
});
