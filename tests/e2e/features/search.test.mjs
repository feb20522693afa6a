// The search box: folded words and prefixes, in headline, note, topic and body.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, visit } from '../house.mjs';
import { headlines as all, whole as article, plain } from '../expected.mjs';
import { count, headlines, search, whole } from '../reader.mjs';

const house = await openHouse();
after(() => house.close());

// Types, and waits until the address and the list follow.
async function find(page, words) {
  await search(page).fill(words);
  await page.waitForFunction(
    (wanted) => (new URL(location.href).searchParams.get('q') ?? '') === wanted
      && !document.querySelector('main [role=status]').textContent.startsWith('89 '),
    words,
  );
  await whole(page);
  return headlines(page);
}

const cases = [
  ['etat', 'L’état – c’est New Labour', 'an accent and a curly apostrophe'],
  ["l'état", 'L’état – c’est New Labour', 'a straight apostrophe'],
  ['dependency', 'Reject ‘dependency’ politics', 'a word in curly quotes'],
  ['DEPENDENCY', 'Reject ‘dependency’ politics', 'capitals'],
  ['depend', 'Reject ‘dependency’ politics', 'a prefix'],
  ['precott', "FBU finds itself in Precott's trap", 'the spelling of the source'],
  ['live 8 pressure', 'After Live 8: from pressure to action', 'both lines of a headline'],
  ['gleneagles', 'The G8 summit and political power', 'the archivist’s note'],
  ['khruschev', plain(article.title), 'the body'],
];

for (const [words, headline, why] of cases) {
  test(`“${words}” finds ${headline} (${why})`, async (t) => {
    const page = await house.page(t);
    await visit(page, house.url());
    const found = await find(page, words);
    assert.ok(found.includes(headline), `found ${JSON.stringify(found)}`);
    assert.match(await count(page).innerText(), new RegExp(`^${found.length} article`));
  });
}

test('what was found does not depend on what was asked before', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  const first = await find(page, 'war');
  for (const words of ['w', 'warz', 'labour', 'e']) {
    await search(page).fill(words);
  }
  assert.deepEqual(await find(page, 'war'), first);
  const fresh = await house.page(t);
  await visit(fresh, `${house.url()}?q=war`);
  await fresh.waitForFunction((n) => document.querySelectorAll('main ol > li').length === n, first.length);
  assert.deepEqual(await headlines(fresh), first);
});

test('an emptied box shows everything again', async (t) => {
  const page = await house.page(t);
  await visit(page, `${house.url()}?q=war`);
  await search(page).fill('');
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length === n, all.length);
  assert.equal(new URL(page.url()).search, '');
});

test('words typed before the app is there are not lost', async (t) => {
  const page = await house.page(t);
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(house.url(), { waitUntil: 'commit' });
  await search(page).pressSequentially('etat');
  letGo();
  await page.waitForSelector('html[data-app=ready]', { state: 'attached' });
  await page.waitForFunction(() => document.querySelectorAll('main ol > li').length < 10);
  assert.equal(await search(page).inputValue(), 'etat');
  assert.ok(await search(page).evaluate((input) => input === document.activeElement));
});

test('searching from an article leads to the front page', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url('about/'));
  await search(page).fill('etat');
  await search(page).press('Enter');
  await page.waitForURL(/\?q=etat$/);
  await page.waitForFunction(() => document.querySelectorAll('main ol > li').length > 0);
  assert.ok((await headlines(page)).includes('L’état – c’est New Labour'));
});
