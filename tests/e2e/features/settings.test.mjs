// What a reader chooses is kept; what an article offers works.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, print, ready, visit } from '../house.mjs';
import { openSettings, settings } from '../reader.mjs';
import { articleAddress } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

const root = (page, name) => page.evaluate((key) => document.documentElement.dataset[key], name);

test('theme, size and line length are remembered', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await openSettings(page);
  const sheet = settings(page);
  await sheet.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check();
  await page.waitForSelector('html[data-theme=dark]', { state: 'attached' });
  for (const set of ['Text size', 'Line length']) {
    await sheet.getByRole('group', { name: set }).getByRole('radio').last().check();
  }
  const before = [await root(page, 'theme'), await root(page, 'size'), await root(page, 'measure')];
  await page.reload();
  await ready(page);
  assert.deepEqual([await root(page, 'theme'), await root(page, 'size'), await root(page, 'measure')], before);
  await visit(page, house.url(articleAddress()));
  assert.equal(await root(page, 'theme'), 'dark');
});

test('each theme has its own paper', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await openSettings(page);
  const papers = new Set();
  for (const theme of ['Light', 'Dark', 'Sepia']) {
    await settings(page).getByRole('radio', { name: theme }).check();
    await page.waitForSelector(`html[data-theme=${theme.toLowerCase()}]`, { state: 'attached' });
    papers.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor
      + getComputedStyle(document.body).backgroundColor));
  }
  assert.equal(papers.size, 3);
});

test('the system’s dark theme is followed', async (t) => {
  const ink = async (colorScheme) => {
    const page = await house.page(t, { colorScheme });
    await visit(page, house.url());
    return page.evaluate(() => getComputedStyle(document.body).color);
  };
  assert.notEqual(await ink('light'), await ink('dark'));
});

test('the settings close with Escape and give the focus back', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await page.getByRole('button', { name: 'Reading settings' }).focus();
  await page.keyboard.press('Enter');
  await settings(page).waitFor();
  await page.keyboard.press('Escape');
  await settings(page).waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Reading settings');
});

test('“Copy link” copies the address and says so', async (t) => {
  const page = await house.page(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await visit(page, house.url(articleAddress()));
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('article [role=status]')]
    .some((status) => /copied/i.test(status.textContent)));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), house.url(articleAddress()));
});

test('“Print” prints', async (t) => {
  const page = await house.page(t);
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => { window.printed += 1; };
  });
  await visit(page, house.url(articleAddress()));
  await page.getByRole('button', { name: 'Print' }).click();
  await page.waitForFunction(() => window.printed === 1);
});

test('printed, an article is its text and not its tools', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url(articleAddress()));
  await print(page);
  assert.equal(await page.locator('article .body p').first().isVisible(), true);
  assert.equal(await page.getByRole('button', { name: 'Copy link' }).isVisible(), false);
  assert.equal(await page.locator('search').first().isVisible(), false);
});
