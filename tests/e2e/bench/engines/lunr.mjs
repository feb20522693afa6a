import { count } from './counting.mjs';

export const name = 'Lunr 2.3.9';

let lunr;

// An old kind of module: it leaves itself in the page.
export async function load() {
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/node_modules/lunr/lunr.min.js';
    script.onload = resolve;
    script.onerror = () => reject(new Error('lunr cannot be had'));
    document.head.append(script);
  });
  ({ lunr } = window);
}

export function build(documents) {
  const index = lunr(function configure() {
    this.ref('id');
    this.field('title', { boost: 2 });
    this.field('text');
    this.field('topics', { extractor: ({ topics }) => topics.join(' ') });
    for (const document of documents) this.add(document);
  });
  return { index, documents };
}

const words = (text) => lunr.tokenizer(text).map(String);

export function type({ index }, text) {
  const found = index.query((query) => {
    for (const word of words(text)) {
      query.term(word, { boost: 100 });
      query.term(word, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      if (word.length > 3) query.term(word, { boost: 1, usePipeline: false, editDistance: 1 });
    }
  });
  return { ids: found.slice(0, 10).map(({ ref }) => Number(ref)), total: found.length };
}

export function all({ index, documents }, word) {
  const found = index.query((query) => query.term(words(word)));
  return count(documents, found.map(({ ref }) => Number(ref)));
}
