// axe finds nothing: every kind of page, three themes, phone and desk.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESK, openHouse, painted, PHONE, visit } from '../house.mjs';
import { kinds } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const kind of kinds()) {
  for (const [size, viewport] of [['phone', PHONE], ['desk', DESK]]) {
    test(`axe: ${kind.name}, ${size}`, async (t) => {
      // The page's own policy would refuse axe, which is no part of the page.
      const page = await house.page(t, { viewport, bypassCSP: true });
      await visit(page, house.url() + kind.address);
      await kind.then?.(page);
      await page.evaluate(AXE);
      const all = {};
      for (const theme of ['light', 'dark', 'sepia']) {
        await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
        await painted(page);
        const faults = await page.evaluate(async (tags) => {
          const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
          return violations.map(({ id, help, nodes }) => ({
            id,
            help,
            nodes: nodes.slice(0, 4).map((node) => `${node.html.slice(0, 120)} — ${node.failureSummary}`),
          }));
        }, TAGS);
        if (faults.length > 0) all[theme] = faults;
      }
      assert.deepEqual(all, {}, `${kind.name}, ${size}`);
    });
  }
}
