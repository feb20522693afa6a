export const name = 'Orama 3.1.18';

let orama;

export async function load() {
  orama = await import('/node_modules/@orama/orama/dist/browser/index.js');
}

export async function build(documents) {
  const index = await orama.create({
    schema: { title: 'string', text: 'string', topics: 'string[]', year: 'number' },
  });
  // Its documents are its own and their ids are texts.
  const own = documents.map(({ id, ...rest }) => ({ ...rest, id: String(id) }));
  await orama.insertMultiple(index, own, 500);
  return index;
}

export async function type(index, text) {
  const { hits, count } = await orama.search(index, {
    term: text, properties: ['title', 'text', 'topics'], boost: { title: 2 }, tolerance: 1, threshold: 0, limit: 10,
  });
  return { ids: hits.map(({ id }) => Number(id)), total: count };
}

// As a prefix: its exact search tells small letters from capitals.
export async function all(index, word) {
  const { count, facets } = await orama.search(index, {
    term: word, properties: ['title', 'text', 'topics'], limit: 10, facets: { topics: { limit: 1000 } },
  });
  // Years are numbers, which it counts only in ranges that are given.
  return { total: count, topics: new Map(Object.entries(facets.topics.values)), years: new Map() };
}
