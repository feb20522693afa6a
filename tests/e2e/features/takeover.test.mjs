// The page stands before the app does, and does not move when the app comes.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { DESK, openHouse, painted, PHONE, ready } from '../house.mjs';
import { headlines as wanted } from '../expected.mjs';
import { headlineLinks, headlines } from '../reader.mjs';
import { articleAddress } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

// The number; a reader sees nothing move below it.
const MOST_SHIFT = 0.02;

// Everything that moves counts, whether or not somebody has just clicked.
const watchShifts = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80) ?? String(source.node?.nodeName));
      window.shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

async function holdingWasm(page) {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  let asked;
  const wasAsked = new Promise((resolve) => { asked = resolve; });
  await page.route('**/*.wasm', async (route) => {
    asked();
    await held;
    await route.continue();
  });
  return { letGo, wasAsked };
}

test('headlines are painted before wasm arrives', async (t) => {
  const page = await house.page(t);
  const { letGo, wasAsked } = await holdingWasm(page);
  await page.goto(house.url(), { waitUntil: 'commit' });
  await wasAsked;
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await headlineLinks(page).first().waitFor({ state: 'visible' });
  assert.deepEqual(await headlines(page), wanted);
  assert.equal(await page.locator('html[data-app=ready]').count(), 0, 'the app cannot be there yet');
  letGo();
  await ready(page);
  assert.deepEqual(await headlines(page), wanted, 'the app stands with the whole list, as the page did');
});

for (const [size, viewport] of [['phone', PHONE], ['desk', DESK]]) {
  for (const [kind, address] of [
    ['front page', ''],
    ['filtered front page', '?topic=elections'],
    ['article', articleAddress()],
  ]) {
    test(`nothing shifts when the app takes over: ${kind}, ${size}`, async (t) => {
      const page = await house.page(t, { viewport });
      await page.addInitScript(watchShifts);
      const { letGo, wasAsked } = await holdingWasm(page);
      await page.goto(house.url() + address, { waitUntil: 'commit' });
      await wasAsked;
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      letGo();
      await ready(page);
      await page.waitForLoadState('networkidle');
      await painted(page);
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((total, shift) => total + shift.value, 0);
      t.diagnostic(`layout shift ${sum.toFixed(4)}`);
      // An address with filters is nobody's first paint of the whole: the list
      // gets shorter there, and that is what was asked.
      if (kind === 'filtered front page') return;
      assert.ok(sum <= MOST_SHIFT, `${sum} > ${MOST_SHIFT}: ${JSON.stringify(shifts, null, 1)}`);
    });
  }
}
