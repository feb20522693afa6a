// Everything by keyboard: order, reach, focus after navigation, shortcuts.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, visit } from '../house.mjs';
import { byTopic } from '../expected.mjs';
import { headlineLinks, help, openSettings, search, settings } from '../reader.mjs';
import { articleAddress, kinds } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

// Every stop of the Tab key, in order, with its place among all that can be
// reached. A radio group is one stop.
async function stops(page) {
  await page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const groups = new Set();
    window.reachable = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter((element) => shown(element) && !element.disabled && element.tabIndex >= 0)
      .filter((element) => {
        if (element.type !== 'radio') return true;
        const first = !groups.has(element.name);
        groups.add(element.name);
        return first;
      });
    document.activeElement?.blur();
    getSelection().removeAllRanges();
  });
  const found = [];
  const most = await page.evaluate(() => window.reachable.length + 5);
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      return {
        place: window.reachable.indexOf(element),
        name: element.getAttribute('aria-label') ?? (element.textContent.trim() || element.id || element.type),
        kind: element.type === 'search' ? 'search' : element.tagName.toLowerCase(),
        outlined: getComputedStyle(element).outlineStyle !== 'none'
          || getComputedStyle(element).boxShadow !== 'none'
          || element.closest('label, search')?.matches(':focus-within'),
      };
    });
    if (!stop) break;
    found.push(stop);
  }
  const all = await page.evaluate(() => window.reachable.map((element) => element.outerHTML.slice(0, 90)));
  return { found, all };
}

for (const kind of kinds().filter((kind) => !kind.then)) {
  test(`tab reaches everything in the page's order: ${kind.name}`, async (t) => {
    const page = await house.page(t);
    // The whole list would be ninety stops of the same kind.
    const address = kind.name === 'front' ? '?year=2005' : kind.address;
    await visit(page, house.url() + address);
    const { found, all } = await stops(page);
    assert.match(found[0]?.name ?? '', /^skip/i, 'the skip link comes first');
    const places = found.map((stop) => stop.place).filter((place) => place >= 0);
    const missed = all.filter((_, at) => !places.includes(at));
    assert.deepEqual(missed, [], 'what cannot be reached');
    assert.deepEqual(places, [...places].sort((a, b) => a - b), 'the order is the order of the page');
    assert.deepEqual(found.filter((stop) => !stop.outlined).map((stop) => stop.name), [], 'focus is seen everywhere');
    if (kind.name !== 'not-found') {
      const box = found.findIndex((stop) => stop.kind === 'search');
      assert.ok(box > 0 && box < 4, `the search box is stop ${box + 1}`);
    }
  });
}

test('the skip link leads to the main part', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#main$/);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
});

test('the heading has the focus after every navigation', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  const onHeading = () => page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await headlineLinks(page).nth(3).click();
  await page.locator('article h1').waitFor();
  await onHeading();
  await page.getByRole('contentinfo').getByRole('link', { name: 'About this archive' }).click();
  await page.waitForURL(/about\/$/);
  await onHeading();
  assert.equal(await page.locator('h1').count(), 1);
});

test('single keys: search, headlines, neighbours in time, help', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await page.keyboard.press('/');
  assert.ok(await search(page).evaluate((input) => input === document.activeElement));
  assert.equal(await search(page).inputValue(), '', 'the key itself is not typed');
  await search(page).evaluate((input) => input.blur());

  const focused = () => page.evaluate(() => {
    const links = [...document.querySelectorAll('main ol > li > a')];
    return links.indexOf(document.activeElement);
  });
  await page.keyboard.press('j');
  assert.equal(await focused(), 0);
  await page.keyboard.press('j');
  assert.equal(await focused(), 1);
  await page.keyboard.press('k');
  assert.equal(await focused(), 0);
  await page.keyboard.press('?');
  await help(page).waitFor();
  await page.keyboard.press('Escape');
  await help(page).waitFor({ state: 'hidden' });

  await visit(page, house.url(articleAddress()));
  const start = page.url();
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.href !== start);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await page.keyboard.press('p');
  await page.waitForURL(start);
});

test('single keys can be switched off, and stay off', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await openSettings(page);
  await settings(page).getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
  await page.reload();
  await page.waitForSelector('html[data-app=ready]', { state: 'attached' });
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
});

test('a filter can be set without a mouse', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await page.getByRole('group', { name: 'Topic', exact: true }).getByRole('checkbox', { name: /^Elections/ }).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length === n, byTopic('Elections').length);
  assert.ok(await page.evaluate(() => document.activeElement?.type === 'checkbox'), 'the focus stays');
});
