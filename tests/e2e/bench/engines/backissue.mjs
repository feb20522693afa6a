// The engine in `crates/search`, through a module of a few exports that only
// measuring needs: `tests/e2e/bench/engine/`, built by `cargo xtask bench` into
// `engine/pkg/`, and for the workers into `engine/builder/`. As in the reader, a large
// archive's index is built by a worker and its helper, handed over as bytes and opened
// on the page; all of it is part of the build's time, and so is making bytes of the
// texts, which the reader has as bytes. The workers come when the engine is loaded, as
// they come in the reader while it reads the archive.
//
//   class Making {
//     constructor(after);              // the number of its first document
//     add(texts, marks, values);       // UTF-8, and for each document where its
//                                      // title, text and topics end, its year, and
//                                      // where its values end
//     part(); join(part);              // what one added, for the other
//     index();                         // as bytes
//   }
//   class Engine {
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

/** Packs under way to one worker: more take memory, and processors from whoever compiles. */
const AHEAD = 3;

/** UTF-8 takes at most so many bytes for a UTF-16 unit (Encoding Standard, 7.3). */
const WIDEST = 3;

let Engine;
let memory;
let first;
let second;

export async function load() {
  let library;
  try {
    library = await import('../engine/pkg/engine.js');
  } catch {
    throw new Error('not built: there is no bench/engine/pkg/engine.js');
  }
  ({ memory } = await library.default());
  ({ Engine } = library);
  const { port1, port2 } = new MessageChannel();
  first = worker({ second: false, port: port1 });
  second = worker({ second: true, port: port2 });
  await Promise.all([first.ready, second.ready]);
}

export async function build(documents) {
  const middle = half(documents);
  const names = new Numbers();
  const years = new Numbers();
  first.worker.postMessage(0);
  second.worker.postMessage(middle);
  const fed = Promise.all([
    feed(first, packs(documents.slice(0, middle), names, years)),
    feed(second, packs(documents.slice(middle), names, years)),
  ]);
  const bytes = await first.made;
  await fed;
  first.worker.terminate();
  second.worker.terminate();
  // What they made goes with them.
  first = undefined;
  second = undefined;
  return Engine.open(bytes, names.list.join('\n'), Uint32Array.from(years.list));
}

/** How many documents have half of the text. */
function half(documents) {
  const all = documents.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  const at = documents.findIndex(({ text }) => (before += text.length) * 2 > all);
  return Math.max(at, 0);
}

/** Things numbered as they come. */
class Numbers {
  list = [];

  #known = new Map();

  of(thing) {
    let number = this.#known.get(thing);
    if (number === undefined) {
      number = this.list.push(thing) - 1;
      this.#known.set(thing, number);
    }
    return number;
  }
}

function worker(order) {
  const self = new Worker(new URL('../engine/worker.mjs', import.meta.url), { type: 'module' });
  const one = { worker: self, under: 0, taken: null };
  one.ready = new Promise((ready, reject) => {
    one.made = new Promise((made) => {
      self.onmessage = ({ data }) => {
        if (data === 'ready') return ready();
        if (data !== 'more') return made(data);
        one.under -= 1;
        return one.taken?.();
      };
    });
    self.onerror = reject;
  });
  self.postMessage(order, [order.port]);
  return one;
}

async function feed(one, all) {
  for (const pack of all) {
    one.worker.postMessage(pack, [pack.texts.buffer, pack.marks.buffer, pack.values.buffer]);
    one.under += 1;
    if (one.under < AHEAD) await breathe();
    else await new Promise((resolve) => { one.taken = resolve; });
  }
  one.worker.postMessage(null);
}

/** The documents as a worker takes them, a pack at a time. */
function* packs(documents, names, years) {
  const encoder = new TextEncoder();
  let texts;
  let marks;
  let values;
  let end;
  const begin = (room) => {
    texts = new Uint8Array(Math.max(PACK, room));
    marks = [];
    values = [];
    end = 0;
  };
  const pack = () => ({ texts: texts.subarray(0, end), marks: Uint32Array.from(marks), values: Uint32Array.from(values) });
  begin(0);
  for (const { title, text, topics, year } of documents) {
    const fields = [title, text, topics.join('\n')];
    const room = WIDEST * fields.reduce((sum, field) => sum + field.length + 1, 0);
    if (end + room > texts.length) {
      if (marks.length) yield pack();
      begin(room);
    }
    for (const field of fields) {
      // A copy: a text that a browser reads itself leaves the heap that is
      // measured, and the engine would seem to free what it did not.
      end += encoder.encodeInto(`${field} `, texts.subarray(end)).written;
      marks.push(end);
    }
    values.push(years.of(year), ...topics.map((topic) => names.of(topic)));
    marks.push(year, values.length);
  }
  if (marks.length) yield pack();
}

/** All of it; what only the building needed went with the workers. */
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
