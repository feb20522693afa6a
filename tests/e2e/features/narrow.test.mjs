// Narrow screens and large letters: nothing is wider than the window.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { openHouse, painted, visit } from '../house.mjs';
import { kinds } from '../kinds.mjs';

const house = await openHouse();
after(() => house.close());

// WCAG 1.4.10: 320 CSS pixels is a 1280-pixel window at 400 %.
const NARROW = { width: 320, height: 640 };
// 200 % text in half a desk's window.
const HALF = { width: 640, height: 900 };

const tooWide = (page) => page.evaluate(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const over = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > wide + 0.5)
    .map((element) => `${element.outerHTML.slice(0, 80)} to ${Math.round(element.getBoundingClientRect().right)}`);
  return [`the page is ${document.documentElement.scrollWidth} wide`, ...over.slice(0, 8)];
});

for (const kind of kinds()) {
  test(`no sideways scroll at 320 px: ${kind.name}`, async (t) => {
    const page = await house.page(t, { viewport: NARROW });
    await visit(page, house.url() + kind.address);
    await kind.then?.(page);
    await painted(page);
    assert.deepEqual(await tooWide(page), []);
  });

  test(`200 % text fits: ${kind.name}`, async (t) => {
    const page = await house.page(t, { viewport: HALF });
    await visit(page, house.url() + kind.address);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await kind.then?.(page);
    await painted(page);
    assert.deepEqual(await tooWide(page), []);
    const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    assert.ok(size >= 28, `the text follows the reader's size (body is ${size} px)`);
  });
}

test('the long text of an article keeps a good measure at a desk', async (t) => {
  const page = await house.page(t);
  const article = kinds().find((kind) => kind.name === 'article');
  await visit(page, house.url() + article.address);
  // Counted as the design counts it: characters in a full line.
  const perLine = await page.locator('article .body p').first().evaluate((paragraph) => {
    const text = paragraph.firstChild;
    const range = document.createRange();
    let lines = 0;
    let top = -1;
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getClientRects()[0];
      if (box && box.width > 0 && Math.abs(box.top - top) > 4) {
        lines += 1;
        top = box.top;
      }
    }
    return text.length / Math.max(1, lines - 0.5);
  });
  t.diagnostic(`${perLine.toFixed(1)} characters a line`);
  assert.ok(perLine >= 50 && perLine <= 80, `${perLine} characters a line`);
});
