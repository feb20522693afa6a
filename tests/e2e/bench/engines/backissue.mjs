// The engine in `crates/search`, through a module of a few exports that only
// measuring needs: `tests/e2e/bench/engine/`, built by `cargo xtask bench` into
// `engine/pkg/`, and for the worker into `engine/builder/`. As in the reader, a large archive's index is built by a worker,
// handed over as bytes and opened on the page; both are part of the build's time,
// and so is making bytes of the texts, which the reader has as bytes.
//
//   class Engine {
//     constructor();
//     add(texts, marks);               // UTF-8, and for each document where its
//                                      // title, text and topics end, and its year
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

/** Bytes handed to the worker at a time: made in about 2 ms. */
const PACK = 1 << 20;

/** Packs under way: more take memory, and processors from whoever compiles. */
const AHEAD = 3;

/** UTF-8 takes at most so many bytes for a UTF-16 unit (Encoding Standard, 7.3). */
const WIDEST = 3;

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
  let under = 0;
  let taken;
  const made = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data !== 'more') return resolve(data);
      under -= 1;
      return taken?.();
    };
    worker.onerror = reject;
  });
  for (const pack of packs(documents)) {
    worker.postMessage(pack, [pack.texts.buffer, pack.marks.buffer]);
    under += 1;
    if (under < AHEAD) await breathe();
    else await new Promise((resolve) => { taken = resolve; });
  }
  worker.postMessage(null);
  const { bytes, names, years } = await made;
  worker.terminate();
  return Engine.open(bytes, names, years);
}

/** The documents as the worker takes them, a pack at a time. */
function* packs(documents) {
  const encoder = new TextEncoder();
  let texts = new Uint8Array(PACK);
  let marks = [];
  let end = 0;
  for (const { title, text, topics, year } of documents) {
    const fields = [title, text, topics.join('\n')];
    const room = WIDEST * fields.reduce((sum, field) => sum + field.length + 1, 0);
    if (end + room > texts.length) {
      if (marks.length) yield { texts: texts.subarray(0, end), marks: Uint32Array.from(marks) };
      texts = new Uint8Array(Math.max(PACK, room));
      marks = [];
      end = 0;
    }
    for (const field of fields) {
      // A copy: a text that a browser reads itself leaves the heap that is
      // measured, and the engine would seem to free what it did not.
      end += encoder.encodeInto(`${field} `, texts.subarray(end)).written;
      marks.push(end);
    }
    marks.push(year);
  }
  if (marks.length) yield { texts: texts.subarray(0, end), marks: Uint32Array.from(marks) };
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
