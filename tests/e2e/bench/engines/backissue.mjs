// The engine in `crates/search`, through a module of a few exports that only
// measuring needs: `tests/e2e/bench/engine/`, built by `cargo xtask bench` into
// `engine/pkg/`.
//
//   class Engine {
//     constructor();
//     add(title, text, topics, year);  // topics: one a line; year: 0 for none
//     step();                          // a slice of the work; true when whole
//     type(text);                      // Uint32Array: the total, then the ten best
//     all(word);                       // Uint32Array: the total, topics' counts
//                                      // by number, then pairs of year and count
//     topic(number);                   // its name
//     topics();                        // how many there are
//   }

import { breathe } from '../beside/measure.mjs';

export const name = 'Backissue';

/** Work this long, in ms, then let the page have its turn. */
const SLICE = 8;

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
  const engine = new Engine();
  let since = performance.now();
  const slice = async () => {
    if (performance.now() - since < SLICE) return;
    await breathe();
    since = performance.now();
  };
  for (const { title, text, topics, year } of documents) {
    engine.add(title, text, topics.join('\n'), year);
    await slice();
  }
  while (!engine.step()) await slice();
  return engine;
}

/** All of it, with what only the building needed. */
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
