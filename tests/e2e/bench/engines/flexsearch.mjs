import { count } from './counting.mjs';

export const name = 'FlexSearch 0.8.212';

let Document;
let Charset;

export async function load() {
  const library = await import('/node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs');
  ({ Document, Charset } = library.default ?? library);
}

export function build(documents) {
  const index = new Document({
    tokenize: 'forward',
    encoder: Charset.LatinBalance,
    document: { id: 'id', index: ['title', 'text', 'topics[]'] },
  });
  for (const document of documents) index.add(document);
  return { index, documents };
}

// The title's matches first, as it is the first field.
function ids(index, text, limit) {
  const seen = new Set();
  for (const { result } of index.search(text, { limit })) {
    for (const id of result) seen.add(id);
  }
  return [...seen].slice(0, limit);
}

export function type({ index }, text) {
  // It tells no total beyond the limit.
  const found = ids(index, text, 10);
  return { ids: found, total: found.length };
}

export function all({ index, documents }, word) {
  return count(documents, ids(index, word, documents.length));
}
