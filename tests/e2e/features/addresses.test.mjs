// What is asked stands in the address: back, forward, reload and a shared
// address all show the same again.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, ready, visit } from '../house.mjs';
import { byTopic, headlines as all } from '../expected.mjs';
import { chip, expectHeadlines, filter, search, whole } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

const IRAQ = byTopic('Iraq war');

test('back and forward step through the filters', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await filter(page, 'Topic', /^Iraq war/).check();
  await expectHeadlines(page, IRAQ, assert);
  await filter(page, 'Year', /^2002/).check();
  await page.waitForURL(/year=2002/);
  const both = await page.locator('main ol > li').count();
  assert.ok(both > 0 && both < IRAQ.length);

  await page.goBack();
  await expectHeadlines(page, IRAQ, assert, 'one step back: the topic alone');
  assert.equal(await filter(page, 'Year', /^2002/).isChecked(), false);
  await page.goBack();
  await expectHeadlines(page, all, assert, 'two steps back: everything');
  assert.equal(await filter(page, 'Topic', /^Iraq war/).isChecked(), false);
  await page.goForward();
  await expectHeadlines(page, IRAQ, assert, 'forward: the topic again');
  assert.equal(await filter(page, 'Topic', /^Iraq war/).isChecked(), true);
});

test('reload keeps filters and words', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  await filter(page, 'Topic', /^Iraq war/).check();
  // A word of some of these headlines; “war” would be in all, by their topic.
  await search(page).fill('blair');
  await page.waitForURL(/q=blair/);
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length < n, IRAQ.length);
  await whole(page);
  const address = page.url();
  const found = await page.locator('main ol > li').allTextContents();
  assert.ok(found.length > 0 && found.length < IRAQ.length);
  await page.reload();
  await ready(page);
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length === n, found.length);
  assert.equal(page.url(), address);
  assert.equal(await search(page).inputValue(), 'blair');
  assert.deepEqual(await page.locator('main ol > li').allTextContents(), found);
});

test('a shared address shows the same to somebody else', async (t) => {
  const first = await house.page(t);
  await visit(first, house.url());
  await filter(first, 'Topic', /^Iraq war/).check();
  await first.waitForURL(/topic=/);
  const second = await house.page(t);
  await visit(second, first.url());
  await expectHeadlines(second, IRAQ, assert);
  await chip(second, /Iraq war/).waitFor();
});

test('back from an article finds the filtered list and its place', async (t) => {
  const page = await house.page(t);
  await visit(page, `${house.url()}?year=2003`);
  const link = page.locator('main ol > li > a').last();
  await link.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => scrollY > 0);
  const height = await page.evaluate(() => scrollY);
  await link.click();
  await page.locator('article h1').waitFor();
  await page.goBack();
  await page.waitForURL(/year=2003/);
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 40, height);
});
