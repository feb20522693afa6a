// The archive as one file in Firefox, from a disk and offline.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { headlines as all, plain } from '../expected.mjs';
import { firefoxProgram, openFirefox } from '../firefox.mjs';
import { oneFile } from '../one-file/made.mjs';

const skip = firefoxProgram() ? false : 'there is no Firefox here; install firefox-esr, or set FIREFOX_PATH';
const made = skip ? undefined : oneFile();
const firefox = skip ? undefined : await openFirefox();
after(async () => {
  await firefox?.close();
  made?.remove();
});

const list = (count) => firefox.until((n) => document.querySelectorAll('main ol > li').length === n, count);

test('Firefox opens, reads, searches and comes back', { skip }, async () => {
  const offline = await firefox.inBrowser(() => {
    Services.io.offline = true;
    Services.console.reset();
    return Services.io.offline;
  });
  assert.ok(offline);
  await firefox.goto(made.url);
  await firefox.until(() => document.documentElement.dataset.app === 'ready');
  await list(all.length);

  // Every article, by its link.
  for (const [at, headline] of all.entries()) {
    await firefox.evaluate((n) => document.querySelectorAll('main ol > li > a')[n].click(), at);
    const shown = await firefox.until(() => document.querySelector('article h1')?.textContent);
    assert.equal(plain(shown), headline);
    await firefox.back();
    await list(all.length);
  }

  await firefox.evaluate(() => {
    const field = document.querySelector('input[type=search]');
    field.value = 'firefighters';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await firefox.until(() => location.hash === '#?q=firefighters');
  await firefox.until((n) => document.querySelectorAll('main ol > li').length < n, all.length);
  await firefox.until(() => performance.getEntriesByName('index:ready').length);
  const found = await firefox.evaluate(() => document.querySelectorAll('main ol > li').length);
  assert.ok(found > 3);
  await firefox.reload();
  await list(found);
  await firefox.evaluate(() => document.querySelector('main ol > li > a').click());
  await firefox.until(() => document.querySelector('article mark'));
  await firefox.back();
  await list(found);
  await firefox.forward();
  await firefox.until(() => document.querySelector('article mark'));

  const said = await firefox.inBrowser((url) => Services.console.getMessageArray()
    .map((message) => message.message)
    .filter((text) => text.includes(url)), made.url);
  assert.deepEqual(said, [], 'Firefox has nothing to remark');
});
