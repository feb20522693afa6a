// The index between visits and beside the page: kept in a cache of the
// archive's own, or built by a worker when the archive is large.
//
// Words: a *mark* tells an archive's bytes and the engine's version from all
// others. There is one entry an archive, that of the last bytes read. A device
// that keeps nothing (a private window, a full disk, a page that is not secure)
// builds the index at each visit, and nobody need know.
//
// The worker runs this file and the builder (src/browser/builder.rs), a module of its own
// that only such archives fetch. It ends with its work, and the memory that
// building takes, several times the index, goes with it. For a very large archive it
// has a helper, a worker like it, that files the second half meanwhile.

// Archives of at least so many bytes go to a worker. Below, slices on the page
// take less altogether (some 40 ms) than a worker takes to begin.
const LARGE = 1 << 20;

// Archives of at least so many bytes are filed by two. Below, a second module is
// hardly there before the first has done all of it.
const HUGE = 8 << 20;

// Gigabytes of memory below which one does it alone (where a browser tells): a helper
// takes some three times the archive for a moment.
const ROOMY = 4;

// How long a worker may take to have its module once the archive, which is longer, is
// here. Firefox, under remote control at least, now and then has one that never does.
const PATIENCE = 5_000;

// The folder's address keeps archives on one host out of each other's way.
const name = () => `backissue-index:${document.baseURI}`;

let mark;

// SHA-256, because the browser has it and works it out beside the page.
async function read(archive, version) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", archive));
  mark = `index-${version}-${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const kept = await caches.match(mark, { cacheName: name() });
  return kept && new Uint8Array(await kept.arrayBuffer());
}

// Whoever had everything removed from the device (offline.js) wants nothing kept.
const unwanted = () => localStorage.getItem(`backissue:offline ${new URL(document.baseURI).pathname}`) === "off";

// Keeps an index under the mark of the archive read last, and no other.
export async function keep(index) {
  try {
    if (unwanted()) return;
    const cache = await caches.open(name());
    for (const old of await cache.keys()) {
      await cache.delete(old);
    }
    await cache.put(mark, new Response(index));
  } catch {
    // It is built again at the next visit.
  }
}

// Scripts may be named by this policy alone, which knows one name and is made once.
const address = () => self.trustedTypes?.createPolicy("backissue-indexer", { createScriptURL: () => import.meta.url }).createScriptURL("") ?? import.meta.url;
let own;

// A worker that runs this file, and has the builder ready for an archive of so many
// bytes; what goes wrong before it is asked is told when it is.
function begin(order) {
  own ??= address();
  const worker = new Worker(own, { type: "module" });
  const broken = new Promise((_, reject) => { worker.onerror = reject; });
  broken.catch(() => {});
  const here = new Promise((resolve) => { worker.onmessage = () => resolve(true); });
  worker.postMessage(order);
  return { worker, broken, here };
}

// Whether a worker has its module, or has failed to and will say so; not waited for
// longer than patience lasts.
function ready({ worker, broken, here }) {
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  return Promise.race([here, broken, late]).then((there) => there || worker.terminate());
}

// What a worker makes of an archive, whose bytes it takes away; then it goes.
function ask({ worker, broken }, archive, stems) {
  const made = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => data === true || (data ? resolve : reject)(data);
    worker.postMessage({ archive, stems }, [archive.buffer]);
  });
  return Promise.race([made, broken]).finally(() => worker.terminate());
}

// The module lies beside its loader; one file alone brings neither.
const builder = () => new URL(document.querySelector("script[data-builder]").dataset.builder, import.meta.url).href;

let preparing;

// Has a worker come, and its module, while an archive of some so many bytes travels;
// not where an index was kept, which most likely is that archive's.
export function prepare(length) {
  const worker = async () => (length >= LARGE && !await caches.has(name()) ? begin({ builder: builder(), length }) : undefined);
  preparing ??= worker().catch(() => {});
}

// The index of an archive as bytes, kept or built; nothing when the page has to
// build it. Measures `index:open` and `index:build` until the bytes are there.
export async function index(archive, stems, version) {
  const start = performance.now();
  const found = async (measure, bytes) => {
    performance.measure(measure, { start });
    return bytes;
  };
  const kept = await read(archive, version).catch(() => null);
  if (kept) {
    return found("index:open", kept);
  }
  if (archive.length < LARGE) {
    return null;
  }
  preparing ??= Promise.resolve();
  const another = () => begin({ builder: builder(), length: archive.length });
  let worker = await preparing ?? another();
  if (!await ready(worker)) {
    worker = another();
    if (!await ready(worker)) return null;
  }
  const built = await ask(worker, archive, stems);
  keep(built);
  return found("index:build", built);
}

let loading;
let helper;

// A very large archive's second half is a helper's, where there may be one.
function load({ builder, length, second }) {
  loading = import(builder).then(async ({ default: load, Making }) => {
    await load({ module_or_path: builder.replace(/\.js$/, "_bg.wasm") });
    return { Making, second };
  });
  // What failed is told when the archive is here.
  loading.catch(() => {}).then(() => postMessage(true));
  if (!second && length >= HUGE && navigator.hardwareConcurrency > 1 && !(navigator.deviceMemory < ROOMY)) {
    helper = begin({ builder, length, second: true });
  }
}

async function work({ archive, stems }) {
  let made;
  try {
    const helped = helper && ask(helper, archive.slice(), stems).catch(() => null);
    const { Making, second } = await loading;
    const since = performance.now();
    const making = new Making(archive, stems, second);
    // A helper may take as long again as this half took. One that takes longer is
    // hindered, and filing its half here is sooner.
    const late = new Promise((resolve) => { setTimeout(resolve, helped ? performance.now() - since : 0); });
    const part = await Promise.race([helped, late]);
    helper?.worker.terminate();
    if (part) making.join(part);
    made = second ? making.part() : making.index();
  } catch (error) {
    console.warn("The index was not built beside the page:", error);
  }
  postMessage(made, made ? [made.buffer] : []);
}

if (self.document === undefined) {
  onmessage = ({ data }) => (data.builder ? load : work)(data);
}
