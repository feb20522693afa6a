// Each article offers a reference and three files; what the press wrote and what
// the reader shows are the same.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { archive, plain, whole as inFull } from '../expected.mjs';
import { openHouse, visit } from '../house.mjs';
import { addressOf } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

const supplied = archive.items.find((item) => item.title === 'A sham election');
const undated = archive.items.find((item) => !item._archive?.date && !item.date_published);

async function address(t, item) {
  const page = await house.page(t);
  await visit(page, house.url());
  return addressOf(page, plain(item.title));
}

for (const [name, item] of Object.entries({ 'a stated date': inFull, 'a supplied date': supplied, 'no date': undated })) {
  test(`the page of the press and the reader's cite alike: ${name}`, async (t) => {
    const url = await address(t, item);
    const still = await house.page(t, { javaScriptEnabled: false });
    await still.goto(url);
    const page = await house.page(t);
    await visit(page, url);
    const markup = (of) => of.locator('.cite').evaluate((element) => element.outerHTML);
    assert.equal(await markup(page), await markup(still));
    // It opens without a script.
    await still.locator('.cite summary').click();
    assert.ok(await still.locator('.cite p').first().isVisible());
  });
}

test('the reference says who, what, where and when, and what was supplied', async (t) => {
  const page = await house.page(t);
  for (const [item, wanted] of [
    [inFull, /^Movement for a Socialist Future, “.+”, Our Say, \d+ \w+ 200\d\.$/],
    [supplied, /^“A sham election”, Our Say, \[c\. May 2005\]\.$/],
    [undated, /^“.+”, Our Say, undated\.$/],
  ]) {
    await visit(page, await address(t, item));
    await page.locator('.cite summary').click();
    const said = plain(await page.locator('.cite p').first().textContent());
    assert.match(said, wanted);
    assert.ok(said.includes(plain(item.title)));
  }
});

test('the files are saved under the article\'s name', async (t) => {
  const page = await house.page(t);
  await visit(page, await address(t, supplied));
  await page.locator('.cite summary').click();
  for (const [format, name, begins] of [
    ['BibTeX', 'a-sham-election.bib', '@article{a-sham-election,'],
    ['RIS', 'a-sham-election.ris', 'TY  - MGZN\r\n'],
    ['CSL-JSON', 'a-sham-election.json', '[{\n'],
  ]) {
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: format }).click();
    const saved = await saving;
    assert.equal(saved.suggestedFilename(), name);
    assert.ok(readFileSync(await saved.path(), 'utf8').startsWith(begins), format);
  }
  assert.deepEqual(page.seen.errors, []);
});
