// Every kind of page, for the checks that must hold on all of them.

import { headlines, whole, plain } from './expected.mjs';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DIST } from './house.mjs';
import { openSettings } from './reader.mjs';

// The folder itself says under which slug an article stands.
function slugOf(headline) {
  const folder = path.join(DIST, 'articles');
  const wanted = plain(headline);
  for (const slug of readdirSync(folder)) {
    const html = readFileSync(path.join(folder, slug, 'index.html'), 'utf8');
    const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
    if (plain(unescape(heading.replace(/<[^>]*>/g, ' '))) === wanted) return slug;
  }
  throw new Error(`no page in ${folder} is headed “${headline}”`);
}

const unescape = (text) => text
  .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10)))
  .replace(/&(quot|apos|lt|gt|amp);/g, (_, name) => ({ quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' })[name]);

export const articleAddress = () => `articles/${slugOf(whole.title)}/`;
export const headlineOnlyAddress = () => `articles/${slugOf(headlines[0])}/`;

// As though a newer edition had been saved, and nothing were told any more.
const offerNewer = (page) => page.evaluate(async () => {
  const told = 'backissue:offline';
  const detail = { kind: 'saved', bytes: 1, saved: 1, newer: { kind: 'ready', edition: 'another', bytes: 1 } };
  addEventListener(told, (event) => { if (event.detail !== detail) event.stopImmediatePropagation(); });
  const { device } = document.querySelector('script[data-device]').dataset;
  const { watch } = await import(new URL(device, document.baseURI));
  watch();
  dispatchEvent(new CustomEvent(told, { detail }));
  while (!document.querySelector('.offer button')) await new Promise((done) => { requestAnimationFrame(done); });
});

export const kinds = () => [
  { name: 'front', address: '' },
  { name: 'filtered', address: '?year=2005&topic=elections' },
  { name: 'nothing-found', address: '?q=zzzzzz' },
  { name: 'article', address: articleAddress() },
  { name: 'headline-only', address: headlineOnlyAddress() },
  { name: 'about', address: 'about/', then: (page) => page.locator('archive-device button').last().waitFor() },
  { name: 'newer-edition', address: '', then: offerNewer },
  { name: 'not-found', address: '404.html' },
  { name: 'settings', address: '', then: openSettings },
];
