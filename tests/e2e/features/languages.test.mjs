// An archive in Arabic and one in Japanese: the reader speaks their language,
// lays the page out the way it is read, and finds their words. What the browser
// and the reader of the page prefer comes after.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIST, ROOT, openHouse, pressProgram, visit } from '../house.mjs';
import { headlineLinks, headlines, indexed, search } from '../reader.mjs';

const work = mkdtempSync(path.join(tmpdir(), 'backissue-languages-'));
const houses = {};
for (const name of ['ar', 'ja', 'none']) {
  const folder = path.join(work, name);
  const file = path.join(ROOT, 'tests', 'fixtures', 'languages', `${name}.json`);
  execFileSync(pressProgram(), ['build', file, '--shell', DIST, '-o', folder], { stdio: ['ignore', 'ignore', 'ignore'] });
  houses[name] = { ...await openHouse({ folder }), folder };
}
after(async () => {
  for (const house of Object.values(houses)) await house.close();
  rmSync(work, { recursive: true });
});

const root = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
const side = (locator) => locator.evaluate((element) => getComputedStyle(element).direction);
const box = async (locator) => locator.boundingBox();
const status = (page) => page.locator('main [role=status]').first();

// What was written by the press and what the reader makes of it say the same.
async function staysAsPrinted(t, house) {
  const still = await house.page(t, { javaScriptEnabled: false });
  const page = await house.page(t, { locale: 'de-DE' });
  for (const address of ['', 'about/']) {
    await still.goto(house.url(address));
    await visit(page, house.url(address));
    // Without script the search field and its like are hidden; headings and lists are not.
    const of = async (one) => one.locator('main h1, main h2, main li, main dt').allInnerTexts();
    assert.deepEqual((await of(page)).filter(Boolean), (await of(still)).filter(Boolean), address);
  }
  assert.deepEqual(page.seen, { errors: [], strangers: [] });
}

async function finds(page, words, wanted, marked) {
  await search(page).fill(words);
  await page.waitForFunction((text) => new URL(location).searchParams.get('q') === text, words);
  await page.locator('main li mark').first().waitFor();
  assert.deepEqual(await headlines(page), wanted, words);
  const marks = await page.locator('main li mark').allInnerTexts();
  for (const one of marked) assert.ok(marks.includes(one), `“${one}” is marked among ${marks}`);
}

test('an Arabic archive: language, direction, mirrored page', async (t) => {
  const house = houses.ar;
  const page = await house.page(t);
  await visit(page, house.url());
  assert.deepEqual(await root(page), ['ar', 'rtl']);
  assert.equal(await status(page).innerText(), '9 مقالات، الأحدث أولًا');
  // What stands at the end of a line in English begins it here, and the other way round.
  const wide = (await page.viewportSize()).width;
  const settings = await box(page.locator('.masthead .round'));
  assert.ok(settings.x < wide / 2, 'the settings are on the left');
  const panel = await box(page.locator('aside'));
  const list = await box(page.locator('main ol').first());
  assert.ok(panel.x + panel.width <= list.x, 'the filters are left of the list');
  const year = await box(page.locator('.year h2').first());
  assert.ok(year.x >= list.x + list.width, 'the year stands on the right');
  const bars = page.locator('[role=option]');
  assert.ok((await box(bars.first())).x > (await box(bars.last())).x, 'time runs to the left');
  const names = await page.locator('.ticks text').evaluateAll((all) => all
    .filter((one) => one.textContent)
    .map((one) => one.getBoundingClientRect().right));
  assert.deepEqual(names, [...names].sort((a, b) => b - a), 'and so do its years');
  // Each year's name begins where its first bar does.
  assert.ok(Math.abs(names[0] - ((await box(bars.first())).x + (await box(bars.first())).width)) < 4);
  const chromeWide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(chromeWide, 'nothing stands out at the side');

  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  const active = await page.getByRole('listbox').getAttribute('aria-activedescendant');
  assert.equal(active, 'bar-1', 'the left arrow leads on in time');
  assert.deepEqual(page.seen, { errors: [], strangers: [] });
});

test('an Arabic archive keeps an English article in its own direction', async (t) => {
  const house = houses.ar;
  const page = await house.page(t);
  await visit(page, house.url());
  const english = headlineLinks(page).filter({ hasText: 'The harbour' });
  assert.equal(await side(english), 'ltr');
  assert.equal(await english.getAttribute('lang'), 'en');
  // Latin letters at its beginning do not make a headline an English one.
  assert.equal(await side(headlineLinks(page).filter({ hasText: 'FIFA' })), 'rtl');
  await english.click();
  await page.waitForSelector('article h1');
  assert.equal(await side(page.locator('article .body')), 'ltr');
  assert.equal(await page.locator('article .body').getAttribute('lang'), 'en');
  assert.equal(await page.locator('article .tools button').first().innerText(), 'نسخ الرابط');
});

test('Arabic is found by word, phrase and beginning, and marked', async (t) => {
  const house = houses.ar;
  const page = await house.page(t);
  await visit(page, house.url());
  await indexed(page);
  const harbour = 'الرافعة القديمة: هل تُهدم؟';
  await finds(page, 'القوارب', ['الصيادون يعودون إلى البحر'], ['القوارب']);
  await finds(page, '"المكتبة القديمة"', ['مكتبة الحي تفتح أبوابها ليلًا'], ['المكتبة القديمة']);
  await finds(page, 'البلدي', [harbour], ['البلدية']);
  // Marks above and below letters may be left out.
  await finds(page, 'تهدم', [harbour], ['تُهدم']);
  await headlineLinks(page).first().click();
  await page.locator('article mark').first().waitFor();
  assert.ok(await page.locator('article mark').count() >= 1);
});

test('an Arabic archive stays as it was printed, whatever the browser prefers', (t) => staysAsPrinted(t, houses.ar));

test('a Japanese archive: language, dates, words', async (t) => {
  const house = houses.ja;
  const page = await house.page(t);
  await visit(page, house.url());
  assert.deepEqual(await root(page), ['ja', '']);
  assert.equal(await status(page).innerText(), '9件の記事、新しい順');
  assert.equal(await page.locator('.year h2').first().innerText(), '2005年');
  const dates = await page.locator('main ol .meta time').allInnerTexts();
  assert.ok(dates.includes('2005年3月7日') && dates.includes('[2004年5月頃]'), String(dates));
  assert.equal(await page.title(), '港の手帖');
});

test('Japanese is found by word, phrase and beginning, and marked', async (t) => {
  const house = houses.ja;
  const page = await house.page(t);
  await visit(page, house.url());
  await indexed(page);
  await finds(page, '図書館', ['図書館、夜も開館'], ['図書館']);
  await finds(page, '"古い船"', ['漁師たち、ふたたび海へ'], ['古い船']);
  await finds(page, '喫茶', ['Wi-Fi が港の喫茶店に来た日'], ['喫茶']);
  // A word of two pairs is not the word that shares one of them.
  await finds(page, '東京都', ['漁師たち、ふたたび海へ'], ['東京都']);
});

test('a Japanese archive stays as it was printed, whatever the browser prefers', (t) => staysAsPrinted(t, houses.ja));

// An archive that names no language of ours is printed in English.
test('where the archive says nothing, the browser’s first language is spoken', async (t) => {
  const house = houses.none;
  for (const [locale, lang, about] of [
    ['en-GB', 'en', 'About this archive'],
    ['de-AT', 'de', 'Über dieses Archiv'],
    ['fr-CA', 'fr', 'À propos de ces archives'],
    ['es-MX', 'es', 'Acerca de este archivo'],
    ['nb-NO', 'en', 'About this archive'],
  ]) {
    const page = await house.page(t, { locale });
    await visit(page, house.url());
    assert.equal((await root(page))[0], lang, locale);
    assert.equal(await page.locator('footer a').nth(1).innerText(), about);
    const keys = await page.locator('#shortcuts h2').first().textContent();
    assert.equal(keys === 'Keyboard shortcuts', lang === 'en', `${locale}: ${keys}`);
  }
});

test('a language chosen under Reading settings is kept and taken off again', async (t) => {
  const house = houses.none;
  const page = await house.page(t, { locale: 'de-DE' });
  await visit(page, house.url());
  await page.locator('.masthead .round').click();
  await page.locator('#settings input[value=ar]').check();
  await page.waitForSelector('html[lang=ar][dir=rtl][data-app=ready]', { state: 'attached' });
  await page.reload();
  await page.waitForSelector('html[lang=ar][data-app=ready]', { state: 'attached' });
  await page.locator('.masthead .round').click();
  await page.locator('#settings input[name=language][value=""]').check();
  await page.waitForSelector('html[lang=de][data-app=ready]', { state: 'attached' });
});

test('only the words of one language are fetched, and those about problems when there is one', async (t) => {
  const house = houses.ja;
  const page = await house.page(t);
  const asked = [];
  page.on('request', (request) => {
    const found = /words\/(.*)-[0-9a-f]+\.txt$/.exec(request.url());
    if (found) asked.push(found[1]);
  });
  // Firefox tells of a request when it comes to it.
  const words = (name) => page.waitForRequest(new RegExp(`words/${name}-[0-9a-f]+\\.txt$`));
  await Promise.all([words('ja'), visit(page, house.url())]);
  assert.deepEqual(asked, ['ja']);
  const archive = JSON.parse(readFileSync(path.join(house.folder, 'articles.json'), 'utf8'));
  archive.items[0]._archive.date = 'いつか';
  await page.route('**/articles.json', (route) => route.fulfill({ json: archive }));
  asked.length = 0;
  await Promise.all([words('ja'), words('ja-problems'), visit(page, house.url('about/'))]);
  // Those about the device come when the browser is idle, or not yet.
  assert.deepEqual(asked.filter((name) => name !== 'ja-device').sort(), ['ja', 'ja-problems']);
  assert.match(await page.locator('ol.problems').innerText(), /「いつか」は Backissue の読める日付ではありません。/);
  assert.equal(readdirSync(path.join(house.folder, 'words')).length, 18);
});

test('without its words the reader does not start, and says so in the page’s language', async (t) => {
  for (const [name, wanted] of [['ar', /تعذّر بدء البحث/], ['none', /could not be started/]]) {
    const house = houses[name];
    const page = await house.page(t);
    await page.route('**/words/*.txt', (route) => route.fulfill({ status: 404, body: 'no' }));
    await page.goto(house.url());
    const alert = page.locator('[role=alert]:visible');
    await alert.waitFor();
    assert.match(await alert.innerText(), wanted);
    assert.ok((await headlines(page)).length > 0, 'the page still reads');
  }
});
