// What the reader must show, told by the repository's own articles.json and
// by nothing the reader computed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './house.mjs';

export const archive = JSON.parse(readFileSync(path.join(ROOT, 'articles.json'), 'utf8'));

// Line breaks are the page's business; words and their order are not.
export const plain = (text) => text.replace(/\s+/g, ' ').trim();

export const headlines = archive.items.map((item) => plain(item.title));

export const whole = archive.items.find((item) => item.content_text);

export const paragraphs = whole.content_text.split(/\n\s*\n/).map(plain).filter(Boolean);

export const byTopic = (topic) => archive.items
  .filter((item) => item.tags?.includes(topic))
  .map((item) => plain(item.title));

export const byMonth = (month) => archive.items
  .filter((item) => item._archive?.date?.startsWith(month))
  .map((item) => plain(item.title));
