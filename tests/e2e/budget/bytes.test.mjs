// What a first visit weighs, as Brotli would send it. Guards the numbers and
// prints the table of what weighs what.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { brotliCompressSync, constants } from 'node:zlib';
import { openHouse, visit } from '../house.mjs';

const house = await openHouse();
after(() => house.close());

// 1 kB is 1000 bytes. What a first visit may weigh, whole and in wasm and JS.
const MOST = 190_000;
const MOST_CODE = 165_000;

const CODE = /\.(wasm|m?js)$/;

// What the first screen does not need and comes after it: counted in the whole.
const AFTER = /^offline-[0-9a-f]+\.js$/;

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
}).length;

test('a first visit to the front page keeps its budget', async (t) => {
  const page = await house.page(t);
  const waiting = [];
  page.on('response', (response) => waiting.push(
    response.body().then((bytes) => ({ path: new URL(response.url()).pathname, bytes })),
  ));
  await visit(page, house.url());
  await page.waitForLoadState('networkidle');

  const rows = (await Promise.all(waiting))
    .map(({ path, bytes }) => ({
      path: path.slice(new URL(house.base).pathname.length) || '(the page)',
      raw: bytes.length,
      packed: bytes.length ? brotli(bytes) : 0,
    }))
    .sort((a, b) => b.packed - a.packed);
  const sum = (list) => list.reduce((total, row) => total + row.packed, 0);
  const total = sum(rows);
  const code = sum(rows.filter((row) => CODE.test(row.path) && !AFTER.test(row.path)));

  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  console.log(`\n${'Brotli'.padStart(10)} ${'plain'.padStart(10)}  what`);
  for (const row of rows) console.log(`${kB(row.packed)} ${kB(row.raw)}  ${row.path}`);
  console.log(`${kB(code)} ${' '.repeat(10)}  wasm and JS for the first screen: at most ${kB(MOST_CODE).trim()}`);
  console.log(`${kB(total)} ${' '.repeat(10)}  all of it: at most ${kB(MOST).trim()}\n`);

  assert.ok(rows.some((row) => row.path.endsWith('.wasm')), 'the wasm was seen');
  assert.ok(rows.some((row) => row.path === 'articles.json'), 'the archive was seen');
  const [late, loaded] = await page.evaluate((after) => [
    performance.getEntriesByType('resource').find(({ name }) => new RegExp(after).test(name.split('/').at(-1))).startTime,
    performance.getEntriesByName('archive:load').map(({ startTime, duration }) => startTime + duration)[0],
  ], AFTER.source);
  assert.ok(late > loaded, 'what keeps the archive for offline waits for the first screen');
  assert.ok(code <= MOST_CODE, `wasm and JS weigh ${code} bytes, ${code - MOST_CODE} too many`);
  assert.ok(total <= MOST, `a first visit weighs ${total} bytes, ${total - MOST} too many`);
});
