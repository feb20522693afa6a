// When the archive is missing, broken or newer, when the browser cannot, and
// when a stranger's archive is dropped in: a message that helps, and no harm.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, visit } from '../house.mjs';
import { archive, headlines as wanted } from '../expected.mjs';
import { expectHeadlines, headlines } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

const withArchive = async (t, answer) => {
  const page = await house.page(t);
  await page.route('**/articles.json', (route) => route.fulfill(answer));
  return page;
};

const json = (value) => ({ contentType: 'application/json', body: JSON.stringify(value) });

const broken = [
  ['missing', { status: 404, body: 'no' }, /missing/i],
  ['out of order', { status: 503, body: 'no' }, /503/],
  ['not JSON', { contentType: 'application/json', body: '<!doctype html><p>Hello' }, /cannot be read/i],
  ['empty', { contentType: 'application/json', body: '' }, /cannot be read/i],
  ['newer than the reader', json({ ...archive, _archive: { ...archive._archive, version: 999 } }), /newer|version/i],
];

for (const [name, answer, words] of broken) {
  test(`an archive that is ${name}: the message says so and what to do`, async (t) => {
    const page = await withArchive(t, answer);
    await page.goto(house.url());
    const alert = page.locator('[role=alert]:visible');
    await alert.waitFor();
    const text = await alert.innerText();
    assert.match(text, words);
    assert.ok(text.split(/\n+/).length >= 2, `says what to do: ${text}`);
    assert.deepEqual(await headlines(page), wanted, 'what was prerendered can still be read');
  });
}

test('without WebAssembly the page reads and says why no more', async (t) => {
  const page = await house.page(t);
  await page.addInitScript(() => { delete window.WebAssembly; });
  await page.goto(house.url());
  const alert = page.locator('[role=alert]:visible');
  await alert.waitFor();
  assert.match(await alert.innerText(), /WebAssembly|browser/i);
  assert.deepEqual(await headlines(page), wanted);
});

test('problems of an archive are shown to whoever publishes it', async (t) => {
  const items = archive.items.slice(0, 3);
  const page = await withArchive(t, json({ ...archive, items: [...items, { ...items[0] }, 7, { title: 5 }] }));
  await visit(page, house.url());
  await page.getByRole('contentinfo').getByRole('link', { name: /problems? in this archive/ }).click();
  await page.getByRole('heading', { name: 'Problems in this archive' }).waitFor();
  assert.ok(await page.locator('main ol.problems > li, main section:has(#problems) li').count() > 0);
});

test('another archive dropped in is the one that is shown', async (t) => {
  const page = await withArchive(t, json({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'A stranger’s feed',
    items: [
      { id: '2', title: 'Second', content_text: 'Later words', date_published: '2021-02-03T04:05:06Z' },
      { id: '1', title: 'First', content_text: 'Early words', date_published: '2020-02-03T04:05:06Z' },
    ],
  }));
  await visit(page, house.url());
  await expectHeadlines(page, ['Second', 'First'], assert);
  assert.equal(await page.locator('h1').innerText().then((text) => text.trim()), 'A stranger’s feed');
});

test('a hostile archive runs nothing', async (t) => {
  const hostile = [
    '<img src=x onerror="window.hit=1"><script>window.hit=2</script>',
    '<a href="javascript:window.hit=3">press</a><svg onload="window.hit=4"></svg>',
    '<iframe srcdoc="<script>parent.hit=5</script>"></iframe><p onclick="window.hit=6">words</p>',
  ].join('');
  const page = await withArchive(t, json({
    version: 'https://jsonfeed.org/version/1.1',
    title: '<script>window.hit=7</script>',
    items: [{ id: '1', title: '<img src=x onerror=window.hit=8>', content_html: hostile }],
  }));
  await visit(page, house.url());
  await page.locator('main ol > li > a').first().click();
  await page.locator('article h1').waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator('main :is(script, iframe, svg, [onclick], [href^="javascript:"])').count(), 0);
  assert.deepEqual(page.seen.strangers, []);
});
