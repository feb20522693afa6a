// Where things stand on the reader's pages: the contract the tests lean on.
// A change of the markup that keeps the contract changes this file only.

import { plain } from './expected.mjs';

export const search = (page) => page.locator('search input[type=search]');

export const headlineLinks = (page) => page.locator('main ol > li > a');

// One link a headline, in the page's order.
export async function headlines(page) {
  const items = page.locator('main ol > li');
  const found = await items.evaluateAll((all) => all.map((item) => ({
    links: item.querySelectorAll('a').length,
    text: item.querySelector('a')?.textContent ?? '',
  })));
  const odd = found.find((item) => item.links !== 1);
  if (odd) throw new Error(`a list item holds ${odd.links} links: ${odd.text}`);
  return found.map((item) => plain(item.text));
}

// Waits until the list stands as its count says: the reader draws a screenful
// first and the rest after it is painted, and says when text is still unread.
export async function whole(page) {
  await page.waitForFunction(() => {
    const said = document.querySelector('main [role=status]')?.textContent ?? '';
    const standing = document.querySelectorAll('main ol > li').length;
    return !said.includes('still being read') && Number(/^[\d,]+/.exec(said)?.[0].replace(',', '')) === standing;
  });
}

// Waits until exactly these headlines stand there; a failure shows the difference.
export async function expectHeadlines(page, wanted, assert, why) {
  await page.waitForFunction(
    (count) => document.querySelectorAll('main ol > li').length === count,
    wanted.length,
    { timeout: 5_000 },
  ).catch(() => {});
  assert.deepEqual(await headlines(page), wanted, why);
}

// What stands where nothing was found. The answer before it may still be on the page
// for a frame, passed over by the browser.
export const nothing = (page) => page.locator('main .nothing:not(.passed-over *)');

/** Waits until the index is there; until then the reader searches by reading. */
export const indexed = (page) => page.waitForFunction(() => performance.getEntriesByName('index:ready').length > 0);

export const count = (page) => page.locator('main [role=status]').first();

export const filter = (page, set, name) => page
  .getByRole('group', { name: set, exact: true })
  .getByRole('checkbox', { name });

export const chips = (page) => page.getByRole('list', { name: 'Filters in use' });

export const chip = (page, name) => chips(page).getByRole('button', { name });

export const timeline = (page) => page.getByRole('listbox', { name: 'Timeline' });

export const bar = (page, name) => timeline(page).getByRole('option', { name });

export const settings = (page) => page.getByRole('dialog', { name: 'Reading settings' });

export const help = (page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

export async function openSettings(page) {
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await settings(page).waitFor();
}

// The slug of an article, as the page itself links to it.
export async function addressOf(page, headline, nth = 0) {
  const link = headlineLinks(page).filter({ hasText: headline }).nth(nth);
  return new URL(await link.getAttribute('href'), await page.evaluate(() => document.baseURI)).href;
}
