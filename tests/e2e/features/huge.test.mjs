// An archive so large that its index is made by a worker and a helper: what they
// make is what one makes, and a helper that fails costs time and nothing else.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIST, launch, pressProgram, visit } from '../house.mjs';
import { Host, read } from '../offline/host.mjs';
import { headlines, indexed, search, whole } from '../reader.mjs';

/** More than eight megabytes, from which on the worker asks for help. */
const ARTICLES = 3_600;

const UNDER = '/huge/';

const work = mkdtempSync(path.join(tmpdir(), 'backissue-huge-'));
const archive = path.join(work, 'made.json');
const folder = path.join(work, 'folder');
execFileSync(pressProgram(), ['generate', '--articles', String(ARTICLES), '--out', archive]);
execFileSync(pressProgram(), ['build', archive, '--shell', DIST, '-o', folder]);
assert.ok(statSync(archive).size > 8 << 20);

/** What a host never answers; with a number, for Firefox asks once for the same. */
const NEVER = 'never.js';

/** Answers so many requests for the builder's module; those after them fail. */
class Failing extends Host {
  builders = 0;

  good = Infinity;

  // Each of the workers is to ask by itself.
  headers = { 'cache-control': 'no-store' };

  never = 0;

  answer(request, response) {
    if (request.url.includes(NEVER)) {
      this.never += 1;
      return undefined;
    }
    if (/\/builder-[^/]*\.wasm$/.test(request.url)) {
      this.builders += 1;
      if (this.builders > this.good) return response.writeHead(404).end();
    }
    return super.answer(request, response);
  }
}

const files = read(folder);
const indexer = [...files.keys()].find((name) => /^indexer-/.test(name));

// The site for a machine of so many processors; its helper, or every worker, may wait
// for ever.
function site(cores, never) {
  let text = files.get(indexer).toString();
  assert.ok(text.includes('navigator.hardwareConcurrency'));
  // Where its builder's address stands, as it is minified.
  const named = { helper: /builder:\w+(?=,length:\w+,second:!0)/g, worker: /builder:\w+\(\)/g }[never];
  if (named) {
    assert.match(text, named);
    text = text.replaceAll(named, `builder:new URL("${NEVER}?"+Math.random(),self.location).href`);
  }
  return new Map(files).set(indexer, Buffer.from(text.replaceAll('navigator.hardwareConcurrency', String(cores))));
}

const host = new Failing();
await host.start();
const browser = await launch();
after(async () => {
  await browser.close();
  await host.stop();
  rmSync(work, { recursive: true });
});

// The index's bytes as they were kept, and what a search finds. Without a worker for
// offline reading, every request is one of the page's or of its builders'.
async function made(t, { good = Infinity, cores = 4, never = '' } = {}) {
  host.builders = 0;
  host.never = 0;
  host.good = good;
  host.publish(UNDER, site(cores, never));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  t.after(() => context.close());
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await visit(page, host.url(UNDER));
  await indexed(page);
  await search(page).fill('dockers landfill');
  await page.locator('main li mark').first().waitFor();
  await whole(page);
  const found = await headlines(page);
  const kept = await page.waitForFunction(async () => {
    const [name] = (await caches.keys()).filter((one) => one.startsWith('backissue-index:'));
    const cache = name && await caches.open(name);
    const [entry] = cache ? await cache.keys() : [];
    if (!entry) return null;
    const digest = await crypto.subtle.digest('SHA-256', await (await cache.match(entry)).arrayBuffer());
    return Array.from(new Uint8Array(digest)).join();
  });
  assert.deepEqual(errors, []);
  return { found, kept: await kept.jsonValue(), builders: host.builders, never: host.never };
}

test('two make the index that one makes', async (t) => {
  const helped = await made(t);
  assert.equal(helped.builders, 2, 'a worker and its helper');
  const alone = await made(t, { cores: 1 });
  assert.equal(alone.builders, 1, 'a lone processor is not shared');
  assert.equal(helped.kept, alone.kept);
  assert.deepEqual(helped.found, alone.found);
  assert.ok(helped.found.length > 0);
});

test('where one of them fails, the index is made all the same', async (t) => {
  const helped = await made(t);
  for (const good of [1, 0]) {
    const left = await made(t, { good });
    assert.ok(left.builders > good, 'some request failed');
    assert.equal(left.kept, helped.kept);
    assert.deepEqual(left.found, helped.found);
  }
});

test('a helper that never answers is not waited for', async (t) => {
  const left = await made(t, { never: 'helper' });
  assert.equal(left.builders, 1, 'the helper had no module');
  assert.equal(left.kept, (await made(t)).kept);
});

test('a worker that never has its module is given up, and another, and the page does it', async (t) => {
  const left = await made(t, { never: 'worker' });
  assert.equal(left.builders, 0, 'no worker had its module');
  assert.equal(left.never, 2, 'two were tried');
  assert.deepEqual(left.found, (await made(t)).found);
});
