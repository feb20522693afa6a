// Hostile archives: every payload of tests/fixtures/hostile in every field, through
// the reader and as pages the press has written. Nothing runs, nobody else is asked
// for anything, the policy has nothing to stop, and words that are seen are seen.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DIST, openHouse, painted, pressProgram, ready, visit } from '../house.mjs';
import { archive, CANARY, payloads } from '../hostile/payloads.mjs';
import { eyes } from '../hostile/eyes.mjs';
import { host } from '../hostile/host.mjs';
import { indexed } from '../reader.mjs';

const all = payloads();

// The folder as the press writes it for them, and the same without the reader: what
// stands in a page before any script is looked at for itself.
const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
writeFileSync(path.join(folder, 'archive.json'), JSON.stringify(archive(all)));
const pressed = path.join(folder, 'pressed');
const still = path.join(folder, 'still');
for (const out of [pressed, still]) {
  const press = [pressProgram(), ['build', 'archive.json', '--shell', DIST, '-o', out]];
  try {
    execFileSync(...press, { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    // Problems were found; the folder is there all the same.
    assert.equal(error.status, 1, String(error.stderr).slice(-2000));
  }
}
for (const file of readdirSync(still)) if (/^start-.*\.js$/.test(file)) rmSync(path.join(still, file));

const house = await openHouse({ folder: pressed });
const quiet = await host(still);
after(async () => {
  await house.close();
  await quiet.close();
  rmSync(folder, { recursive: true });
});

async function open(t, options) {
  const page = await house.page(t, options);
  // Hundreds of pages on a machine that may be busy.
  page.setDefaultTimeout(60_000);
  page.dialogs = [];
  page.on('dialog', (dialog) => {
    page.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.context().on('page', (other) => page.dialogs.push(`a window: ${other.url()}`));
  await page.addInitScript(eyes);
  return page;
}

// Files named in bodies are not there, and in one folder the reader is not; everything
// else on the console is news.
const MISSING = /Failed to load resource: the server responded with a status of 404|Loading module from “[^”]*\/still\/start-[^”]*” was blocked because of a disallowed MIME type/;

// What a device keeps would answer in place of what a test puts there.
const UNKEPT = { serviceWorkers: 'block' };
const BLOCKED = /Service Worker registration blocked/;

async function expectSilence(page, address, own = house.url('')) {
  const seen = await page.evaluate(() => window.eyes.seen);
  assert.deepEqual(seen, { hits: [], violations: [], uncaught: [] });
  assert.deepEqual(page.dialogs, []);
  assert.deepEqual(page.seen.strangers.filter((asked) => !asked.startsWith(own)), []);
  assert.deepEqual(page.seen.errors.filter((text) => !MISSING.test(text) && !BLOCKED.test(text)), []);
  if (address) assert.equal(page.url(), address, 'nobody was sent away');
}

test('there are at least 400 payloads', () => assert.ok(all.length >= 400));

// Goes through every article without loading the page again.
const through = (page, list, pictures) => page.evaluate(async ([payloads, shown]) => {
  const wrong = [];
  for (const payload of payloads) {
    const first = `first${payload.number}`;
    const there = () => new RegExp(`${first}(?!\\d)`).test(document.querySelector('main article .body')?.textContent);
    await window.eyes.go(`articles/p${payload.number}/`, there);
    if (shown) {
      // Those below the screen are not put off, and each is asked for before the next page.
      await Promise.all([...document.querySelectorAll('main img')].map((image) => {
        image.loading = 'eager';
        return image.decode().catch(() => {});
      }));
    }
    const found = window.eyes.look(payload, shown);
    if (found.length > 0) wrong.push([payload.number, payload.text, ...found].join(' | '));
  }
  return wrong;
}, [list, pictures]);

test('in the reader, every article', async (t) => {
  const page = await open(t);
  await visit(page, house.url());
  assert.deepEqual(await through(page, all, false), []);
  await expectSilence(page, house.url(`articles/p${all.length}/`));
});

test('in the reader without any policy: it is not what stops them', async (t) => {
  const page = await open(t, { bypassCSP: true });
  await visit(page, house.url());
  assert.deepEqual(await through(page, all, false), []);
  await expectSilence(page);
});

test('in the reader, lists, searches, filters and the archive’s own words', async (t) => {
  const page = await open(t);
  for (const address of ['', '?q=keep', '?q=top+hit', '?q=%3Cscript%3E&near=1', '?sort=oldest&more=20', 'about/']) {
    await visit(page, house.url(address));
    await indexed(page);
    await painted(page);
    const found = await page.evaluate(() => {
      const root = document.getElementById('page');
      const faults = window.eyes.faults(root);
      window.eyes.touch(root.querySelector('main'));
      return faults;
    });
    assert.deepEqual(found, [], address);
    await expectSilence(page);
  }
});

test('in the reader, each as the archive’s own', async (t) => {
  const page = await open(t, UNKEPT);
  const groups = [...new Set(all.map((one) => one.group))];
  for (const group of groups) {
    const own = all.filter((one) => one.group === group);
    const one = own[own.length >> 1];
    await page.route('**/articles.json', (route) => route.fulfill({ json: archive(own.slice(0, 3), one) }));
    for (const address of ['', 'about/']) {
      await page.goto(house.url(address));
      await ready(page);
      assert.deepEqual(await page.evaluate(() => window.eyes.faults(document.getElementById('page'))), [], one.text);
      const title = await page.evaluate((text) => window.eyes.letters(document.body.textContent).includes(text), one.text.replace(/[^!-~]/g, ''));
      assert.ok(title, `the archive is called ${one.text}`);
      await expectSilence(page, house.url(address));
    }
  }
});

test('with pictures from elsewhere allowed, pictures are asked for and nothing else', async (t) => {
  const page = await open(t, UNKEPT);
  const asked = [];
  await page.route((address) => address.host === CANARY, (route) => {
    asked.push(route.request().resourceType());
    return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" onload="top.hit(0)"/>' });
  });
  // Ready, lest it be left while the reader is on its way.
  await visit(page, house.url());
  await page.evaluate(() => localStorage.setItem(`backissue:pictures:${document.baseURI}`, '1'));
  await visit(page, house.url());
  const pictured = all.filter((one) => /img|picture|image/i.test(one.text));
  assert.deepEqual(await through(page, pictured, true), []);
  await page.waitForLoadState('networkidle');
  assert.ok(asked.length > 5, `${asked.length} were asked for`);
  assert.deepEqual([...new Set(asked)], ['image']);
  // An address from the top of the host is outside the archive's folder.
  const pictures = [`https://${CANARY}`, `http://${CANARY}`, new URL(house.url()).origin];
  assert.deepEqual(page.seen.strangers.filter((address) => !pictures.includes(new URL(address).origin)), []);
  page.seen.strangers = [];
  await expectSilence(page);
});

test('as pages of the press, every article', async (t) => {
  const waiting = [...all];
  const wrong = [];
  const walk = async () => {
    const page = await open(t);
    for (let payload = waiting.pop(); payload; payload = waiting.pop()) {
      await page.goto(quiet.url('still', `articles/p${payload.number}/`), { waitUntil: 'commit' });
      const found = await page.evaluate(async (one) => {
        if (document.readyState === 'loading') await new Promise((done) => { document.addEventListener('DOMContentLoaded', done); });
        return [...window.eyes.look(one), ...Object.values(window.eyes.seen).flat()];
      }, payload);
      if (found.length > 0) wrong.push([payload.number, payload.text, ...found].join(' | '));
    }
    const about = quiet.url('still', 'about/');
    await page.goto(about);
    await expectSilence(page, about, quiet.url('still'));
  };
  await Promise.all([walk(), walk()]);
  assert.deepEqual(wrong, []);
});
