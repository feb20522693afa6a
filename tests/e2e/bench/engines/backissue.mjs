// The engine in `crates/search`, through a module of a few exports that only
// measuring needs: `tests/e2e/bench/engine/`, built by `cargo xtask bench` into
// `engine/pkg/`. As in the reader, a large archive's index is built by a worker,
// handed over as bytes and opened on the page; both are part of the build's time.
//
//   class Engine {
//     constructor();
//     add(title, text, topics, year);  // topics: one a line; year: 0 for none
//     step();                          // a slice of the work; true when whole
//     bytes(); names(); years();       // the index, its topics and years
//     static open(bytes, names, years);
//     type(text);                      // Uint32Array: the total, then the ten best
//     all(word);                       // Uint32Array: the total, topics' counts
//                                      // by number, then pairs of year and count
//     topic(number);                   // its name
//     topics();                        // how many there are
//   }

import { breathe } from '../beside/measure.mjs';

export const name = 'Backissue';

/** Documents handed to the worker at a time: about 1 MB, copied in a few ms. */
const PACK = 256;

let Engine;
let memory;

export async function load() {
  let library;
  try {
    library = await import('../engine/pkg/engine.js');
  } catch {
    throw new Error('not built: there is no bench/engine/pkg/engine.js');
  }
  ({ memory } = await library.default());
  ({ Engine } = library);
}

export async function build(documents) {
  const worker = new Worker(new URL('../engine/worker.mjs', import.meta.url), { type: 'module' });
  const made = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
  });
  for (let at = 0; at < documents.length; at += PACK) {
    worker.postMessage(documents.slice(at, at + PACK));
    await breathe();
  }
  worker.postMessage(null);
  const { bytes, names, years } = await made;
  worker.terminate();
  return Engine.open(bytes, names, years);
}

/** All of it; what only the building needed went with the worker. */
export function outside() {
  return memory.buffer.byteLength;
}

export function type(engine, text) {
  const [total, ...ids] = engine.type(text);
  return { ids, total };
}

export function all(engine, word) {
  const [total, ...counts] = engine.all(word);
  const topics = new Map();
  const known = engine.topics();
  for (let at = 0; at < known; at += 1) {
    if (counts[at] > 0) topics.set(engine.topic(at), counts[at]);
  }
  const years = new Map();
  for (let at = known; at < counts.length; at += 2) years.set(counts[at], counts[at + 1]);
  return { total, topics, years };
}
