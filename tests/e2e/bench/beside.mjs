// The engine beside MiniSearch, FlexSearch, Orama, Lunr and a plain scan: the
// same text, the same questions, the same headless Chromium, each engine in a
// page of its own.
//
// BACKISSUE_ARCHIVE names the archive, any JSON Feed. ENGINES=a,b chooses some.
// Figures are medians of ROUNDS pages; it asserts nothing.

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { browserProgram, CHROME_FLAGS } from '../house.mjs';
import { commonest, documents as read, queries as choose } from './beside/text.mjs';

const E2E = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const ARCHIVE = process.env.BACKISSUE_ARCHIVE;
const ROUNDS = Number(process.env.ROUNDS ?? 3);

/** An engine whose round takes longer is measured once. */
const SLOW = 30_000;
/** A round that takes longer is given up. */
const HOPELESS = 600_000;

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

// Only this folder, and isolated, for the sharp clock.
function serve(documents) {
  const body = Buffer.from(JSON.stringify(documents));
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(E2E, name);
    const headers = {
      'Content-Type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    try {
      if (!file.startsWith(E2E + path.sep)) throw new Error('outside');
      const content = name === '/documents.json' ? body : await readFile(file);
      response.writeHead(200, headers).end(content);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}

// Bytes in use once nothing is left to collect: JavaScript's own, and buffers
// outside its heap. WebAssembly's memory is not among them; see `outside`.
async function heap(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

async function round(base, name, queries, word) {
  // A browser each: what one engine left behind is not the next one's.
  const browser = await chromium.launch({ executablePath: browserProgram(), args: CHROME_FLAGS });
  try {
    const page = await browser.newPage();
    const gone = new Promise((_, reject) => {
      page.once('crash', () => reject(new Error('the page ran out of memory')));
      setTimeout(() => reject(new Error('given up after ten minutes')), HOPELESS).unref();
    });
    const work = (async () => {
      const cdp = await page.context().newCDPSession(page);
      await page.goto(`${base}/bench/beside/page.html`);
      await page.waitForFunction(() => window.measure);
      const ask = (what, argument) => page.evaluate(([verb, given]) => window.measure[verb](given), [what, argument]);
      await ask('fetchDocuments');
      const load = await ask('load', name);
      const before = await heap(cdp);
      const build = await ask('build');
      const grown = await heap(cdp) - before + await ask('outside');
      const all = await ask('all', word);
      const typing = await ask('typing', queries);
      return { load, build, heap: grown, all, typing };
    })();
    work.catch(() => {});
    return await Promise.race([work, gone]);
  } finally {
    await browser.close();
  }
}

const quantile = (values, at) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at * sorted.length) - 1))] ?? NaN;
};
const median = (values) => quantile(values, 0.5);
const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)).padStart(9);

const COLUMNS = ['load', 'build', 'stall', 'heap', 'key p50', 'key p95', 'key max', 'all+facets', 'matches', 'found'];

async function engine(base, name, queries, word) {
  const rounds = [];
  try {
    do {
      const since = Date.now();
      rounds.push(await round(base, name, queries, word));
      if (Date.now() - since > SLOW) break;
    } while (rounds.length < ROUNDS);
  } catch (error) {
    // What a page said, without the way it came.
    const why = error.message.replace(/^page\.evaluate: (Error: )?/, '').split('\n')[0];
    console.log(`${name.padEnd(22)} ${why}`);
    return;
  }
  const of = (pick) => median(rounds.map(pick));
  const { load, typing, all } = rounds[0];
  console.log([
    load.name.padEnd(22),
    number(of((one) => one.load.time)),
    number(of((one) => one.build.time)),
    number(of((one) => one.build.longest)),
    number(of((one) => one.heap / 1e6)),
    number(of((one) => quantile(one.typing.keys, 0.5))),
    number(of((one) => quantile(one.typing.keys, 0.95))),
    number(of((one) => Math.max(...one.typing.keys))),
    number(of((one) => median(one.all.times))).padStart(11),
    String(all.total).padStart(9),
    `${typing.found}/${typing.asked}`.padStart(9),
  ].join(''));
}

if (!ARCHIVE || !existsSync(ARCHIVE)) throw new Error('BACKISSUE_ARCHIVE names no file. `cargo xtask bench` sets it.');
const { bytes, documents } = await read(ARCHIVE);
const queries = choose(documents);
const word = commonest(documents);
const server = await serve(documents);
const standing = (await readdir(path.join(E2E, 'bench', 'engines')))
  .filter((name) => name.endsWith('.mjs') && name !== 'counting.mjs')
  .map((name) => name.replace('.mjs', ''));
const names = process.env.ENGINES?.split(',') ?? standing;

console.log(`\n${documents.length} articles, ${(bytes / 1e6).toFixed(1)} MB of JSON; ${queries.length} queries typed letter by letter; all matches of “${word}”`);
console.log('times in ms, heap in MB; stall: the longest the page waited during the build; found: queries whose source is in the ten best');
console.log(''.padEnd(22) + COLUMNS.map((name) => name.padStart(name === 'all+facets' ? 11 : 9)).join(''));
for (const name of names) await engine(server.base, name, queries, word);
server.close();
