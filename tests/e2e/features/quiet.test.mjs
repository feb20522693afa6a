// Nothing is said on the console and nobody else is asked for anything.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, visit } from '../house.mjs';
import { kinds } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

for (const kind of kinds()) {
  test(`no console message, no third party: ${kind.name}`, async (t) => {
    const page = await house.page(t);
    await visit(page, house.url() + kind.address);
    await kind.then?.(page);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(page.seen.errors, []);
    assert.deepEqual(page.seen.strangers, []);
    assert.equal(await page.locator('h1').count(), 1, 'one heading of the first rank');
    assert.ok((await page.title()).length > 0);
    assert.ok(await page.locator('html[lang]').count());
  });
}

test('every page carries the policy, and no script stands in a page', async () => {
  for (const kind of kinds()) {
    const html = await (await fetch(house.url() + kind.address)).text();
    assert.match(html, /http-equiv="?Content-Security-Policy/i, kind.name);
    assert.match(html, /default-src 'none'/, kind.name);
    for (const [tag, body] of html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)) {
      const isData = /type="?application\/ld\+json/.test(tag);
      assert.ok(isData || body.trim() === '', `${kind.name}: a script stands in the page: ${tag.slice(0, 120)}`);
    }
    assert.doesNotMatch(html, /\son[a-z]+="/, `${kind.name}: no handler stands in the page`);
  }
});
