// From a JSON Feed to what every engine gets: the same documents, and the same
// things typed into the search box.

import { readFile } from 'node:fs/promises';

// Queries typed letter by letter: some forty give a few hundred keys.
const QUERIES = 40;

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

// Good enough for measuring: what stands between tags.
function words(html) {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) => {
      const code = hex ? parseInt(hex, 16) : Number(digits);
      if (name) return NAMED[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ');
}

const day = (item) => /\d{4}(-\d\d)?(-\d\d)?/.exec(item._archive?.date ?? item.date_published ?? '')?.[0] ?? '';

// Newest first, undated last, as an archive lists them.
export async function documents(path) {
  const bytes = await readFile(path);
  const { items } = JSON.parse(bytes);
  const dated = items.map((item) => ({ item, day: day(item) })).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return {
    bytes: bytes.length,
    documents: dated.map(({ item, day: date }, id) => ({
      id,
      title: item.title ?? '',
      text: item.content_text ?? words(item.content_html ?? item.summary ?? ''),
      topics: item.tags ?? [],
      year: Number(date.slice(0, 4)) || 0,
    })),
  };
}

const swapped = (word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4);

// Two words of a headline each, every fourth with two letters swapped, spread
// evenly over the archive and always the same for the same archive. `source` is
// the document the words are from.
export function queries(all) {
  const step = Math.max(1, Math.floor(all.length / QUERIES));
  const chosen = [];
  for (let at = 0; at < all.length && chosen.length < QUERIES; at += step) {
    const [first, second] = all[at].title.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    if (!first) continue;
    const typo = chosen.length % 4 === 3 && first.length > 4;
    chosen.push({ source: at, text: [typo ? swapped(first) : first, second].filter(Boolean).join(' ') });
  }
  return chosen;
}

// The word that most documents hold, of those long enough to be no stop word of
// anybody's list: the dearest question with one word.
export function commonest(all) {
  const counts = new Map();
  const step = Math.max(1, Math.floor(all.length / 500));
  for (let at = 0; at < all.length; at += step) {
    for (const word of new Set(all[at].text.toLowerCase().match(/[a-z]{5,}/g))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const common = new Set(['about', 'after', 'again', 'also', 'because', 'being', 'could', 'every', 'first', 'other', 'should', 'since', 'their', 'there', 'these', 'those', 'which', 'where', 'while', 'would']);
  return [...counts].filter(([word]) => !common.has(word)).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'the';
}
