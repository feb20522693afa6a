// Hundreds of files that are no sound archive, dropped in as articles.json. Each
// gives a message that helps, over a page that can still be read, or opens with its
// problems listed; none brings the reader down.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIST, openHouse } from '../house.mjs';
import { host } from '../hostile/host.mjs';
import { malformed } from '../hostile/malformed.mjs';

const FILES = 420;
const SEED = 4;

// One page after the other is fetched by each of so many windows.
const WINDOWS = 3;

const server = await host(DIST);
const house = await openHouse();
after(async () => {
  await house.close();
  await server.close();
});

// The page is left while more of it may be on its way.
const LEFT = /What this device keeps cannot be shown/;

// What came of a file: the message, or the problems, listed on the page about it.
const outcome = (page) => page.evaluate(async () => {
  const until = async (there) => {
    const since = performance.now();
    while (!there()) {
      if (performance.now() - since > 30_000) throw new Error('nothing happens');
      await new Promise((next) => { setTimeout(next); });
    }
  };
  await until(() => document.documentElement.dataset.app === 'ready');
  const alerts = [...document.querySelectorAll('[role=alert]')].filter((alert) => alert.checkVisibility());
  const headlines = document.querySelectorAll('main ol > li').length;
  if (alerts.length > 0) return { alert: alerts.map((alert) => alert.innerText).join('\n'), headlines };
  const link = document.querySelector('footer a[href="about/#problems"]');
  if (!link) return { problems: [], headlines };
  history.pushState(null, '', new URL('about/', document.baseURI));
  dispatchEvent(new PopStateEvent('popstate'));
  await until(() => document.querySelector('ol.problems'));
  return { problems: [...document.querySelectorAll('ol.problems > li')].map((item) => item.innerText), headlines };
});

const files = malformed(FILES, SEED);

test('they are many, of many kinds, and few of them sound JSON', () => {
  assert.ok(files.length >= 300);
  assert.ok(new Set(files.map((file) => file.kind)).size >= 20);
  assert.ok(files.filter((file) => !file.sound).length >= 300);
});

test('each is told of, or opens with its problems listed', async (t) => {
  const waiting = files.map((file, at) => ({ ...file, at }));
  const wrong = [];
  const came = { told: 0, opened: 0, sound: 0 };
  const judge = (file, { alert, problems, headlines }) => {
    if (alert !== undefined) {
      came.told += 1;
      const lines = alert.split(/\n+/).filter((line) => line.trim() !== '');
      if (lines.length < 2) return `the message does not help: ${alert}`;
      if (headlines === 0) return 'what was prerendered is gone';
      return null;
    }
    if (problems.length > 0) {
      came.opened += 1;
      const bare = problems.find((problem) => problem.split(/\n+/).length < 2);
      return bare ? `a problem without a next step: ${bare}` : null;
    }
    came.sound += 1;
    return file.sound ? null : 'it passes for sound';
  };
  const walk = async (name) => {
    const page = await house.page(t);
    page.setDefaultTimeout(60_000);
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      server.put(name, 'articles.json', file.bytes);
      page.seen.errors = [];
      const found = await page.goto(server.url(name), { waitUntil: 'commit' })
        .then(() => outcome(page))
        .then((came) => judge(file, came), (error) => error.message);
      for (const fault of [found, ...page.seen.errors.filter((text) => !LEFT.test(text))].filter(Boolean)) {
        wrong.push(`${file.at} ${file.kind}: ${fault}: ${file.bytes.subarray(0, 300)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, (_, at) => walk(`w${at}`)));
  assert.deepEqual(wrong, []);
  t.diagnostic(JSON.stringify(came));
});
