// Filters, chips and the timeline, by pointer and by keyboard, with counts
// that tell the truth.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, PHONE, visit } from '../house.mjs';
import { archive, byMonth, byTopic, headlines as all } from '../expected.mjs';
import { bar, chip, chips, count, expectHeadlines, filter, nothing, timeline } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

const front = async (t, options) => {
  const page = await house.page(t, options);
  await visit(page, house.url());
  return page;
};

test('a topic filters, says how many, and comes off by its chip', async (t) => {
  const page = await front(t);
  const wanted = byTopic('Elections');
  const box = filter(page, 'Topic', /^Elections/);
  assert.match(await box.evaluate((input) => input.closest('label').textContent), new RegExp(`${wanted.length}\\s*$`));
  await box.check();
  await expectHeadlines(page, wanted, assert);
  assert.match(await count(page).innerText(), new RegExp(`^${wanted.length} articles`));
  await chip(page, /Elections/).click();
  await expectHeadlines(page, all, assert);
  assert.equal(await box.isChecked(), false);
});

test('counts are live: they follow the other filters', async (t) => {
  const page = await front(t);
  const inBoth = archive.items.filter((item) => item.tags?.includes('Elections')
    && item._archive?.date?.startsWith('2005')).length;
  await filter(page, 'Year', /^2005/).check();
  await page.waitForURL(/year=2005/);
  const label = filter(page, 'Topic', /^Elections/).locator('xpath=ancestor::label');
  await page.waitForFunction(
    ([element, n]) => element.textContent.trim().endsWith(String(n)),
    [await label.elementHandle(), inBoth],
  );
});

test('full text and headline-only part the archive', async (t) => {
  const page = await front(t);
  const held = archive.items.filter((item) => item.content_text).length;
  await filter(page, 'Text', /^Full text/).check();
  await page.waitForURL(/text=full/);
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length === n, held);
});

test('an author filters', async (t) => {
  const page = await front(t);
  await filter(page, 'Author', /^Movement for a Socialist Future/).check();
  await page.waitForURL(/author=/);
  await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 1);
});

test('“Clear all” takes everything off', async (t) => {
  const page = await front(t);
  await filter(page, 'Topic', /^Elections/).check();
  await filter(page, 'Year', /^2005/).check();
  await chip(page, /2005/).waitFor();
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await expectHeadlines(page, all, assert);
  assert.equal(new URL(page.url()).search, '');
});

test('the order turns round', async (t) => {
  const page = await front(t);
  await page.getByRole('button', { name: 'Oldest first' }).click();
  await page.waitForURL(/sort=oldest/);
  const dated = archive.items.find((item) => item.title === 'The US media and the new garrison state');
  await page.waitForFunction(
    (first) => document.querySelector('main ol > li > a')?.textContent !== first,
    all[0],
  );
  assert.equal(await page.locator('main ol > li').count(), all.length);
  assert.ok(dated);
});

test('a bar of the timeline filters by click', async (t) => {
  const page = await front(t);
  const wanted = byMonth('2005-07');
  const july = bar(page, `July 2005, ${wanted.length} articles`);
  await july.click();
  await expectHeadlines(page, wanted, assert);
  await page.waitForURL(/from=2005-07.*to=2005-07/);
  await chip(page, /July 2005/).click();
  await expectHeadlines(page, all, assert);
});

test('bars filter by drag', async (t) => {
  const page = await front(t);
  const from = await bar(page, /^April 2005,/).boundingBox();
  const to = await bar(page, /^July 2005,/).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await page.waitForURL(/from=2005-04.*to=2005-07/);
  const wanted = ['07', '06', '05', '04'].flatMap((month) => byMonth(`2005-${month}`));
  await expectHeadlines(page, wanted, assert);
});

test('the timeline works by keyboard', async (t) => {
  const page = await front(t);
  await timeline(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expectHeadlines(page, byMonth('2005-07'), assert);
  await page.keyboard.press('Shift+ArrowLeft');
  await expectHeadlines(page, [...byMonth('2005-07'), ...byMonth('2005-06')], assert);
  await page.keyboard.press('Escape');
  await expectHeadlines(page, all, assert);
});

test('on a phone the filters are closed until asked for', async (t) => {
  const page = await front(t, { viewport: PHONE });
  const box = filter(page, 'Topic', /^Elections/);
  assert.equal(await box.isVisible(), false);
  await page.getByRole('complementary', { name: 'Filters' }).getByRole('button').first().click();
  await box.check();
  await expectHeadlines(page, byTopic('Elections'), assert);
});

test('nothing found says what to try', async (t) => {
  const page = await house.page(t);
  await visit(page, `${house.url()}?q=zzzzzz&year=2003`);
  await nothing(page).getByText('Nothing in this archive fits').waitFor();
  assert.match(await count(page).innerText(), /^0 articles/);
  await nothing(page).getByRole('link', { name: 'Show all headlines' }).click();
  await expectHeadlines(page, all, assert);
});
