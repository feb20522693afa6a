import { count } from './counting.mjs';

export const name = 'MiniSearch 7.2.0';

let MiniSearch;

export async function load() {
  ({ default: MiniSearch } = await import('/node_modules/minisearch/dist/es/index.js'));
}

export function build(documents) {
  const index = new MiniSearch({
    fields: ['title', 'text', 'topics'],
    extractField: (document, field) => (field === 'topics' ? document.topics.join(' ') : document[field]),
    searchOptions: { boost: { title: 2 }, combineWith: 'AND' },
  });
  index.addAll(documents);
  return { index, documents };
}

export function type({ index }, text) {
  const found = index.search(text, { prefix: true, fuzzy: 0.2 });
  return { ids: found.slice(0, 10).map(({ id }) => id), total: found.length };
}

export function all({ index, documents }, word) {
  return count(documents, index.search(word).map(({ id }) => id));
}
