import { count } from './counting.mjs';

export const name = 'includes (no index)';

export async function load() {}

export function build(documents) {
  const texts = documents.map(({ title, text, topics }) => `${title}\n${topics.join('\n')}\n${text}`.toLowerCase());
  return { texts, documents };
}

function scan(texts, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const ids = [];
  for (let id = 0; id < texts.length; id += 1) {
    if (words.every((word) => texts[id].includes(word))) ids.push(id);
  }
  return ids;
}

export function type({ texts }, text) {
  const ids = scan(texts, text);
  return { ids: ids.slice(0, 10), total: ids.length };
}

export function all({ texts, documents }, word) {
  return count(documents, scan(texts, word));
}
