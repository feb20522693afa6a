// The list of hostile payloads, tests/fixtures/hostile/payloads.txt, read as its
// head says, and archives that hold them. crates/press/tests/it/payloads.rs reads
// the same list.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../house.mjs';

export const CANARY = 'canary.test';

const unescaped = (line) => line.replace(/\\(u\{([0-9a-f]+)\}|.)/g, (_, code, digits) => (
  digits ? String.fromCodePoint(parseInt(digits, 16)) : { n: '\n', t: '\t', r: '\r', '\\': '\\' }[code]
));

function payload(number, group, line) {
  const ends = !line.startsWith('~');
  const text = unescaped(ends ? line : line.slice(1))
    .replaceAll('RUN', `top.hit(${number})`)
    .replaceAll('TICK', `top.hit\`${number}\``)
    .replaceAll('CANARY', `https://${CANARY}/${number}`)
    .replaceAll('(N)', `(${number})`)
    .replaceAll('`N`', `\`${number}\``);
  const words = line.split(/[^A-Za-z0-9]/).filter((word) => /^(keep|kept|keepalt)$/.test(word));
  return { number, group, text, words, ends };
}

export function payloads() {
  const list = readFileSync(path.join(ROOT, 'tests', 'fixtures', 'hostile', 'payloads.txt'), 'utf8');
  const all = [];
  let group = '';
  for (const line of list.split('\n')) {
    if (line.startsWith('# ')) group = line.slice(2).split(':')[0];
    else if (line && !line.startsWith('//')) all.push(payload(all.length + 1, group, line));
  }
  return all;
}

// An article that has a payload wherever it can have anything, but for its address.
const article = ({ number, text }) => ({
  id: `${number} ${text}`,
  url: text,
  external_url: text,
  image: text,
  title: text,
  summary: text,
  content_html: `<p>first${number}</p>${text}<p>last${number}</p>`,
  authors: [{ name: text, url: text, avatar: text }, { name: text }],
  tags: [text, `${text} too`],
  language: text,
  date_published: text,
  _archive: {
    slug: `p${number}`,
    date: text,
    note: text,
    supplied: [text],
    headline_lines: [text, text],
    related: [{ title: text, url: text, id: text }, { id: text }, text],
  },
  [text]: text,
});

// An archive of them whose own fields hold one payload, and its longer ones all.
export function archive(all, own = all[0]) {
  const { text } = own;
  const every = all.map((one) => one.text).join('\n\n');
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: text,
    description: every,
    user_comment: text,
    icon: text,
    favicon: text,
    home_page_url: text,
    feed_url: text,
    language: text,
    authors: [{ name: text, url: text }],
    _archive: {
      version: 1,
      subtitle: text,
      period: text,
      provenance: every,
      rights: every,
      note: every,
      topics: [text],
      updates: { text: every, email: text, body: text },
      supplied: [text],
    },
    items: all.map(article),
  };
}
