// What happens in the page: one engine is loaded, built and asked, each timed.
// Times are in milliseconds. It knows engines only by what `engines/README.md`
// says they export.

/** How often the question with all matches is asked. */
const REPEATS = 15;

/** Keys are typed until this much time is gone; a slow engine is asked fewer. */
const PATIENCE = 60_000;

let engine;
let index;
let documents;

const turns = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => turns.shift()?.();

/** Gives the page its turn; unlike a timer, without waiting for a clock. */
export function breathe() {
  return new Promise((resolve) => {
    turns.push(resolve);
    channel.port2.postMessage(null);
  });
}

export async function fetchDocuments() {
  documents = await (await fetch('/documents.json')).json();
}

export async function load(name) {
  const since = performance.now();
  engine = await import(`../engines/${name}.mjs`);
  await engine.load();
  return { name: engine.name, time: performance.now() - since };
}

/** A beat of the page: some milliseconds, by a timer. Turns without one would keep a
 * processor busy that workers could use, and no page does that. */
const beat = () => new Promise((resolve) => { setTimeout(resolve); });

/** The time of the build, and the longest the page was not answered meanwhile. */
export async function build() {
  let longest = 0;
  let last = performance.now();
  let building = true;
  const beats = (async () => {
    while (building) {
      await beat();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  await breathe();
  const since = performance.now();
  index = await engine.build(documents);
  const time = performance.now() - since;
  building = false;
  await beats;
  return { time, longest };
}

/** Bytes the engine holds where the heap's count does not look. */
export function outside() {
  return engine.outside?.(index) ?? 0;
}

/** Every query letter by letter: each key's time, and whether the end found its source. */
export async function typing(queries) {
  const keys = [];
  let found = 0;
  let asked = 0;
  const start = performance.now();
  for (const { text, source } of queries) {
    if (performance.now() - start > PATIENCE) break;
    let ids = [];
    for (let end = 1; end <= text.length; end += 1) {
      const since = performance.now();
      ({ ids } = await engine.type(index, text.slice(0, end)));
      keys.push(performance.now() - since);
      await breathe();
    }
    asked += 1;
    found += ids.includes(source) ? 1 : 0;
  }
  return { keys, asked, found };
}

export async function all(word) {
  const times = [];
  let answer;
  const start = performance.now();
  while (times.length < REPEATS && performance.now() - start < PATIENCE) {
    const since = performance.now();
    answer = await engine.all(index, word);
    times.push(performance.now() - since);
    await breathe();
  }
  return { times, total: answer.total, topics: answer.topics.size };
}
