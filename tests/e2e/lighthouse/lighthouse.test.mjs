// Lighthouse, as on a phone: front page and article, the median of three.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import lighthouse from 'lighthouse';
import * as chromeLauncher from 'chrome-launcher';
import { browserProgram, CHROME_FLAGS, serve } from '../house.mjs';
import { articleAddress } from '../kinds.mjs';

// At the root: Lighthouse asks the host, not the folder, for robots.txt.
const server = await serve(undefined, '/');
after(() => server.close());

const RUNS = 3;
// What does not depend on the machine is asserted. The performance score and the
// largest paint (goals: 98 and 1.5 s) are timings: they are printed, and a busy
// machine does not make a build fail.
const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100 };
const SCORED = ['performance', ...Object.keys(LEAST)];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function audit(url) {
  const chrome = await chromeLauncher.launch({
    chromePath: browserProgram(),
    chromeFlags: ['--headless=new', ...CHROME_FLAGS],
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error', output: 'json' });
    return lhr;
  } finally {
    chrome.kill();
  }
}

// Audits that count and did not reach the whole mark, by category.
const lost = (lhr, category) => lhr.categories[category].auditRefs
  .filter((ref) => ref.weight > 0)
  .map((ref) => lhr.audits[ref.id])
  .filter((found) => found.score !== null && found.score < 1)
  .map((found) => `${found.id}: ${found.title} ${found.displayValue ?? ''}`);

for (const [name, address] of [['front page', ''], ['article', articleAddress()]]) {
  test(`Lighthouse mobile: ${name}`, async (t) => {
    // The server compresses a file when it is first asked for; that is the
    // server's work, not the page's.
    await fetch(new URL(address, server.base), { headers: { 'accept-encoding': 'br' } });
    await audit(new URL(address, server.base).href);

    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await audit(new URL(address, server.base).href));
    const score = (category) => Math.round(100 * median(runs.map((lhr) => lhr.categories[category].score)));
    const figure = (id) => median(runs.map((lhr) => lhr.audits[id].numericValue));
    const scores = Object.fromEntries(SCORED.map((category) => [category, score(category)]));
    const lcp = figure('largest-contentful-paint');
    console.log(`\n${name}: ${Object.entries(scores).map(([k, v]) => `${k} ${v}`).join(', ')}`);
    console.log(`  first paint ${Math.round(figure('first-contentful-paint'))} ms, largest ${Math.round(lcp)} ms, `
      + `blocked ${Math.round(figure('total-blocking-time'))} ms, shift ${figure('cumulative-layout-shift').toFixed(3)}\n`);
    for (const [category, least] of Object.entries(LEAST)) {
      assert.ok(scores[category] >= least, `${category} ${scores[category]} < ${least}: ${lost(runs[0], category).join('; ')}`);
    }
  });
}
