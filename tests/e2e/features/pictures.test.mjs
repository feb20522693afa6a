// Pictures: those in the archive's own folder are shown, those from elsewhere wait
// for the reader's word, which is given for one archive and can be taken back.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DIST, openHouse, pressProgram, visit } from '../house.mjs';
import { openSettings, settings } from '../reader.mjs';

const ELSEWHERE = 'https://pictures.test';
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const archive = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Pictures',
  items: [{
    id: '1',
    title: 'With pictures',
    content_html: `<p>Own: <img src="media/own.svg" alt="a square"></p>
      <figure><img src="${ELSEWHERE}/one.svg" alt="a bridge"><figcaption>The bridge</figcaption></figure>
      <p>In a line <img src="//pictures.test/two.svg"> and <img src="/three.svg" alt="up"> and <img src="../../../four.svg" alt="away"></p>
      <p><a href="${ELSEWHERE}/large"><img src="${ELSEWHERE}/small.svg" alt="small"></a></p>`,
  }, { id: '2', title: 'Without any', content_html: '<p>Words.</p>' }],
};
writeFileSync(path.join(folder, 'archive.json'), JSON.stringify(archive));
const out = path.join(folder, 'out');
execFileSync(pressProgram(), ['build', 'archive.json', '--shell', DIST, '-o', out], { cwd: folder, stdio: 'pipe' });
mkdirSync(path.join(out, 'media'), { recursive: true });
writeFileSync(path.join(out, 'media', 'own.svg'), SQUARE);

const house = await openHouse({ folder: out });
after(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const ARTICLE = 'articles/with-pictures/';
const SHOW = 'Show pictures from other sites in this archive';

async function open(t, options) {
  const page = await house.page(t, options);
  page.asked = [];
  await page.route(`${ELSEWHERE}/**`, (route) => {
    page.asked.push(new URL(route.request().url()).pathname);
    assert.equal(route.request().headers().referer, undefined, 'nobody is told where the reader is');
    return route.fulfill({ contentType: 'image/svg+xml', body: SQUARE });
  });
  page.violations = [];
  await page.exposeFunction('violated', (what) => page.violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => window.violated(event.violatedDirective));
  });
  return page;
}

const images = (page) => page.locator('article img').evaluateAll((all) => all.map((image) => ({
  source: image.getAttribute('src'), alt: image.alt, there: image.complete && image.naturalWidth > 0,
})));

const OWN = { source: 'media/own.svg', alt: 'a square', there: true };

async function expectHeldBack(page) {
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await images(page), [OWN]);
  const text = await page.locator('article').innerText();
  for (const name of ['a bridge', 'picture', 'up', 'away', 'small']) assert.ok(text.includes(`[Picture elsewhere: ${name}]`), name);
  assert.match(text, /not loaded/);
  const link = page.getByRole('link', { name: 'a bridge' });
  assert.equal(await link.getAttribute('href'), `${ELSEWHERE}/one.svg`);
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.violations, [], 'not even the policy has to stop them');
}

test('without JavaScript there is a link to each', async (t) => {
  const page = await house.page(t, { javaScriptEnabled: false });
  page.asked = [];
  page.violations = [];
  await page.goto(house.url(ARTICLE));
  await expectHeldBack(page);
  assert.equal(await page.getByRole('button', { name: SHOW }).count(), 0);
  assert.deepEqual(page.seen.strangers, []);
});

test('until the reader says so, only the archive’s own are loaded', async (t) => {
  const page = await open(t);
  await visit(page, house.url(ARTICLE));
  await expectHeldBack(page);
});

test('the reader’s word holds for the archive, and can be taken back', async (t) => {
  const page = await open(t);
  await visit(page, house.url(ARTICLE));
  await page.getByRole('article').getByRole('button', { name: SHOW }).click();
  await page.waitForFunction(() => document.querySelectorAll('article img').length === 6);
  await page.locator('article').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.querySelectorAll('article img[src*="pictures.test"]')].every((image) => image.naturalWidth > 0));
  assert.deepEqual([...new Set(page.asked)].sort(), ['/one.svg', '/small.svg', '/two.svg']);
  assert.deepEqual((await images(page)).map((image) => image.alt), ['a square', 'a bridge', '', 'up', 'away', 'small']);
  assert.equal(await page.getByRole('article').getByRole('button', { name: SHOW }).count(), 0);
  assert.deepEqual(page.violations, []);

  // Another visit; then the word is taken back.
  await visit(page, house.url(ARTICLE));
  await page.waitForFunction(() => document.querySelectorAll('article img').length === 6);
  await openSettings(page);
  const choice = settings(page).getByRole('switch', { name: SHOW });
  assert.equal(await choice.isChecked(), true);
  page.asked.length = 0;
  await choice.click();
  await page.waitForFunction(() => document.querySelectorAll('article img').length === 1);
  await expectHeldBack(page);
});

test('an article without them says nothing of it', async (t) => {
  const page = await open(t);
  await visit(page, house.url('articles/without-any/'));
  assert.doesNotMatch(await page.locator('article').innerText(), /not loaded|other sites/);
});
