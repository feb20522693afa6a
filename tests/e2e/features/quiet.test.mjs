// Nothing is said on the console and nobody else is asked for anything.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, visit } from '../house.mjs';
import { kinds } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

// 404.html is sent for any address, so it cannot know how deep it stands and
// tries its own files in the folders above. What it does not find there, the
// browser remarks on; nothing else may be remarked on there either.
const LOOKING = new RegExp([
  String.raw`Failed to load resource.*404.*/(style|start)-[0-9a-f]+\.(css|js)\)$`,
  String.raw`/favicon\.ico\)$`,
  String.raw`Loading module from .*/start-[0-9a-f]+\.js. was blocked because of a disallowed MIME type`,
].join('|'));

for (const kind of kinds()) {
  test(`no console message, no third party: ${kind.name}`, async (t) => {
    const page = await house.page(t);
    await visit(page, house.url() + kind.address);
    await kind.then?.(page);
    await page.waitForLoadState('networkidle');
    const lost = kind.name === 'not-found';
    const { origin } = new URL(house.base);
    assert.deepEqual(page.seen.errors.filter((text) => !(lost && LOOKING.test(text))), []);
    assert.deepEqual(page.seen.strangers.filter((address) => !(lost && address.startsWith(`${origin}/`))), []);
    assert.equal(await page.locator('h1').count(), 1, 'one heading of the first rank');
    assert.ok((await page.title()).length > 0);
    assert.ok(await page.locator('html[lang]').count());
  });
}

test('every page carries the policy, and no script stands in a page', async () => {
  for (const kind of kinds()) {
    const html = await (await fetch(house.url() + kind.address)).text();
    assert.match(html, /http-equiv="?Content-Security-Policy/i, kind.name);
    assert.match(html.replaceAll('&#39;', "'"), /default-src 'none'/, kind.name);
    for (const [tag, body] of html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)) {
      const isData = /type="?application\/ld\+json/.test(tag);
      assert.ok(isData || body.trim() === '', `${kind.name}: a script stands in the page: ${tag.slice(0, 120)}`);
    }
    assert.doesNotMatch(html, /\son[a-z]+="/, `${kind.name}: no handler stands in the page`);
  }
});
