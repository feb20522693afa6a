// Pictures of every kind of page, phone and desk, light and dark, for people
// to look at: tests/e2e/output/<kind>-<width>-<theme>.png.
//
//     node screenshots.mjs [kind …]

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESK, openHouse, painted, PHONE, visit } from './house.mjs';
import { kinds } from './kinds.mjs';
import { help } from './reader.mjs';

const output = path.join(path.dirname(fileURLToPath(import.meta.url)), 'output');
mkdirSync(output, { recursive: true });

const openFilters = async (page) => {
  const opener = page.getByRole('complementary', { name: 'Filters' }).getByRole('button').first();
  if (await opener.isVisible()) await opener.click();
};
const showHelp = async (page) => {
  await page.keyboard.press('?');
  await help(page).waitFor();
};
const all = [
  ...kinds(),
  { name: 'search', address: '?q=war' },
  { name: 'filters-open', address: '', then: openFilters },
  { name: 'shortcuts', address: '', then: showHelp },
];
const asked = process.argv.slice(2);

// A whole page, except for what floats above it.
const FLOATING = ['settings', 'shortcuts'];

const house = await openHouse();
try {
  for (const kind of all.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    for (const viewport of [PHONE, DESK]) {
      for (const theme of ['light', 'dark']) {
        const page = await house.page(undefined, { viewport, colorScheme: theme });
        await visit(page, house.url() + kind.address);
        await kind.then?.(page);
        await painted(page);
        const file = `${kind.name}-${viewport.width}-${theme}.png`;
        await page.screenshot({ path: path.join(output, file), fullPage: !FLOATING.includes(kind.name) });
        console.log(file);
        await page.context().close();
      }
    }
  }
} finally {
  await house.close();
}
