// Keeps one edition of this archive whole, for reading without a connection.
// The press that wrote this folder put the number of its edition in here.

// Words: an *edition* is everything a reader of the folder may open, as the
// press wrote it at one time; its *list* (`edition.json`) names every file with
// length and SHA-256, and the SHA-256 of the list is the edition's number. The
// *seal* is an entry put into an edition's cache last: a cache without it is half
// done or damaged, and no page is opened from it. A *pin* says which edition a tab
// was opened with; the tab gets nothing from any other until it is loaded again.
//
// It refuses to keep a byte it has not checked, to mix two editions, to switch
// before the reader says so, and to touch a cache that is not this folder's.
// docs/offline.md tells the whole story, and what a page can ask.

const EDITION = "none yet: the press writes the number here";

const LIST = "edition.json";

// Instead of an edition's number: a page that came straight from the host.
const LIVE = "live";

// Browsers open six connections to a host; the page wants some for itself.
const LANES = 4;

// How long a page may take from its address to being a tab the browser lists.
const ARRIVING = 60_000;

// Policies that only work as headers (frame-ancestors) must not get lost, and
// without its type a file is not what it was.
const KEPT_HEADERS = [
  "content-type",
  "content-security-policy",
  "cross-origin-embedder-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];

// Ours, on the seal: when the edition was saved, when the host had it, and which
// editions were there before.
const SAVED = "x-backissue-saved";
const PUBLISHED = "x-backissue-published";
const OLDER = "x-backissue-older";

const FOLDER = new URL("./", self.location.href);

// ---- Names ----

// Caches belong to the whole origin. An address holds no space, so no other
// folder's name can begin with ours, however the folders lie in each other.
const OWN = `backissue ${FOLDER.pathname} `;
const PINS = `${OWN}tabs`;

const cacheOf = (edition) => OWN + edition;

const isEdition = (text) => /^[0-9a-f]{64}$/.test(text);

async function keptEditions() {
  const names = await caches.keys();
  return names
    .filter((name) => name.startsWith(OWN))
    .map((name) => name.slice(OWN.length))
    .filter(isEdition);
}

const encoded = (name) => name.split("/").map(encodeURIComponent).join("/");

// Where a file lies in a cache.
const place = (name) => new URL(encoded(name), FOLDER).href;

// What to ask a host for. Many send `about/index.html` on to `about/`; asking
// for the folder itself saves the detour.
const source = (name) => new URL(encoded(name).replace(/(^|\/)index\.html$/, "$1") || "./", FOLDER).href;

// The file an address means; undefined outside the folder.
function nameOf(address) {
  const url = new URL(address);
  if (url.origin !== FOLDER.origin || !url.pathname.startsWith(FOLDER.pathname)) return undefined;
  try {
    const name = decodeURIComponent(url.pathname.slice(FOLDER.pathname.length));
    return name === "" || name.endsWith("/") ? `${name}index.html` : name;
  } catch {
    return undefined;
  }
}

// ---- Saving ----

// Why an edition could not be saved: "missing", "altered", "unreachable",
// "quota", "storage" or "stopped", and at which file.
class Failure extends Error {
  constructor(why, file = "") {
    super(`${why} ${file}`);
    this.why = why;
    this.file = file;
  }
}

const progress = { running: false, done: 0, total: 0, why: "", file: "" };
const watchers = new Set();
let stopped = false;

function report(change) {
  Object.assign(progress, change);
  for (const port of watchers) port.postMessage({ ...progress });
}

async function sha256(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A response of ours: whole, plain, and not `redirected`, which a browser would
// refuse as the answer to a page's address.
function remade(response, bytes) {
  const headers = new Headers();
  for (const name of KEPT_HEADERS) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  headers.set("content-length", bytes.byteLength);
  return new Response(bytes, { headers });
}

// A file from the host, if it is the one the list means; the hash alone decides.
// Of a first edition the browser has just loaded what the page shows, and its own
// copy will do where it is the right one. An update is what the host has now.
async function fetched(name, hash, signal) {
  let failure;
  for (const cache of registration.active ? ["reload"] : ["default", "reload"]) {
    try {
      const response = await fetch(source(name), { cache, signal, credentials: "same-origin", priority: "low" });
      const bytes = await response.arrayBuffer();
      if (await sha256(bytes) === hash) return { response, bytes };
      failure = new Failure(response.ok ? "altered" : "missing", name);
    } catch {
      failure = new Failure("unreachable", name);
    }
    if (signal?.aborted) break;
  }
  throw failure;
}

// What an edition's cache holds at an address. A browser that refuses its storage
// holds nothing for us.
const heldAt = (edition, address) => caches
  .match(address, { cacheName: cacheOf(edition) })
  .catch(() => undefined);

const kept = (edition, name) => heldAt(edition, place(name));

// No file can have this address.
const SEAL = `${FOLDER.href}?seal`;

const sealOf = (edition) => heldAt(edition, SEAL);

// Takes an edition with a hole in it out of use until it is mended.
async function unseal(edition) {
  if (await sealOf(edition)) await (await caches.open(cacheOf(edition))).delete(SEAL);
}

const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

const lists = new Map();

// A list never changes under its number, so one look is enough. Where it is
// lost, the host may still have it.
async function listOf(edition) {
  if (!lists.has(edition)) {
    const held = await kept(edition, LIST);
    lists.set(edition, held ? await held.json() : parsed((await fetched(LIST, edition)).bytes));
  }
  return lists.get(edition);
}

// Where files with these contents lie already, whatever edition they came with.
async function inHand() {
  const found = new Map();
  for (const edition of await keptEditions()) {
    const held = await kept(edition, LIST);
    if (!held) continue;
    for (const [name, , hash] of (await held.json()).files) {
      found.set(hash, [...(found.get(hash) ?? []), { edition, name }]);
    }
  }
  return found;
}

async function fromHand(places, hash) {
  for (const { edition, name } of places) {
    const response = await kept(edition, name);
    const bytes = await response?.arrayBuffer();
    if (bytes && await sha256(bytes) === hash) return { response, bytes, edition, name };
  }
  return undefined;
}

// The name that the Storage standard gives, and Firefox's own.
const FULL = ["QuotaExceededError", "NS_ERROR_FILE_NO_DEVICE_SPACE"];

const storageFailure = (error, file) => (
  error instanceof Failure ? error : new Failure(FULL.includes(error?.name) ? "quota" : "storage", file)
);

async function fill() {
  const older = (await keptEditions()).filter((edition) => edition !== EDITION);
  const held = await inHand();
  const abort = new AbortController();
  const { response, bytes } = await fromHand([{ edition: EDITION, name: LIST }], EDITION)
    ?? await fetched(LIST, EDITION, abort.signal);
  const list = parsed(bytes);
  lists.set(EDITION, list);
  report({ total: list.bytes });
  const cache = await caches.open(cacheOf(EDITION));
  const waiting = [...list.files];

  async function lane() {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const [name, length, hash] = file;
      if (stopped) throw new Failure("stopped", name);
      const found = await fromHand([{ edition: EDITION, name }, ...(held.get(hash) ?? [])], hash)
        ?? await fetched(name, hash, abort.signal);
      try {
        if (found.edition !== EDITION || found.name !== name) {
          await cache.put(place(name), remade(found.response, found.bytes));
        }
      } catch (error) {
        throw storageFailure(error, name);
      }
      report({ done: progress.done + length });
    }
  }
  let lost;
  await Promise.all(Array.from({ length: LANES }, () => lane().catch((error) => {
    // One file lost, all lost: what the others would still fetch is wasted. They
    // fail of that; the first knows why.
    lost ??= error;
    waiting.length = 0;
    abort.abort();
  })));
  if (lost) throw lost;

  const headers = { [SAVED]: Date.now(), [OLDER]: older.join(" "), [PUBLISHED]: response.headers.get("last-modified") ?? "" };
  await cache.put(place(LIST), remade(response, bytes));
  await cache.put(SEAL, new Response("", { headers }));
  // Somebody may have cleared the storage meanwhile: what was put then went nowhere.
  if (stopped || !await whole(EDITION)) throw new Failure(stopped ? "stopped" : "storage");
}

let saving;

// Saves the edition whole, or gives the reason why not; with `half`, what was had
// may stay for another try. Two tabs may ask at once.
function save(half) {
  saving ??= saveOnce(half).finally(() => {
    saving = undefined;
  });
  return saving;
}

async function saveOnce(half) {
  report({ running: true, done: 0, total: 0, why: "", file: "" });
  // A host may go back to an edition that is in use: it must not be lost then.
  const sealed = await sealOf(EDITION);
  try {
    // What a crash left in the cache is as good as any copy: every file in it is
    // compared with the list before it counts.
    await fill();
    report({ running: false });
  } catch (error) {
    const failure = storageFailure(error, error?.file ?? "");
    if (stopped || !(sealed || half)) await caches.delete(cacheOf(EDITION)).catch(() => {});
    report({ running: false, why: failure.why, file: failure.file });
    throw failure;
  }
}

// True when seal, list and as many files as it lists are there. Cheap: no file is
// opened. `verify` below opens all of them.
async function whole(edition) {
  const list = await sealOf(edition) && await kept(edition, LIST);
  if (!list) return false;
  const { files } = await list.json();
  return (await (await caches.open(cacheOf(edition))).keys()).length >= files.length + 2;
}

// ---- Pins ----

const pins = new Map();

const pinPlace = (client) => `${FOLDER.href}?tab=${encodeURIComponent(client)}`;

// Written down, because the next worker has to know it too.
async function pin(client, edition) {
  if (!client) return;
  pins.set(client, edition);
  try {
    const cache = await caches.open(PINS);
    await cache.put(pinPlace(client), new Response(`${edition} ${Date.now()}`));
  } catch {
    // A full disk: this worker still knows.
  }
}

async function pinOf(client) {
  if (!pins.has(client)) {
    const held = await caches.match(pinPlace(client), { cacheName: PINS }).catch(() => undefined);
    if (!held) return undefined;
    pins.set(client, (await held.text()).split(" ")[0]);
  }
  return pins.get(client);
}

// Removes the editions that were there before this one, once no tab that was
// opened with them is left; and the pins of tabs that are gone. What came after
// this one is not its business.
async function tidy() {
  if (!await whole(EDITION)) return;
  // The time of the look, not of what follows: the machine may sleep in between.
  const now = Date.now();
  const open = new Set((await clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id));
  const needed = new Set();
  const cache = await caches.open(PINS);
  for (const request of await cache.keys()) {
    const client = new URL(request.url).searchParams.get("tab");
    const [edition, since] = (await (await cache.match(request)).text()).split(" ");
    // A page on its way is not listed yet.
    if (open.has(client) || now - since < ARRIVING) {
      needed.add(edition);
    } else {
      await cache.delete(request);
      pins.delete(client);
    }
  }
  const older = ((await sealOf(EDITION))?.headers.get(OLDER) ?? "").split(" ").filter(isEdition);
  for (const edition of older) {
    if (edition !== EDITION && !needed.has(edition)) await caches.delete(cacheOf(edition));
  }
}

// ---- Answering ----

// What new pages are opened with, best first: this worker's edition, or, should
// it have been damaged (a crash, a browser short of space), one that is held still.
async function candidates() {
  const others = (await keptEditions().catch(() => [])).filter((edition) => edition !== EDITION);
  return [EDITION, ...others.reverse()];
}

// What the list says of a file. It does not list itself, but its hash is known.
async function entry(edition, name) {
  if (name === LIST) return [LIST, 0, edition];
  return (await listOf(edition)).files.find(([listed]) => listed === name);
}

async function answerPage(event, name) {
  const pinned = (edition) => event.waitUntil(pin(event.resultingClientId, edition));
  let ours;
  for (const edition of await candidates()) {
    if (!await sealOf(edition)) continue;
    const found = await kept(edition, name);
    if (found) {
      pinned(edition);
      return found;
    }
    if (await entry(edition, name)) {
      // Listed and lost: not whole, so not to be opened.
      event.waitUntil(unseal(edition).catch(() => {}));
      continue;
    }
    // Addresses of folders end in a slash, or their relative links go astray.
    if (await entry(edition, `${name}/index.html`)) {
      const { origin, pathname, search } = new URL(event.request.url);
      return Response.redirect(`${origin}${pathname}/${search}`, 301);
    }
    ours = edition;
    break;
  }
  // Not a page of ours as far as we know: the publisher's, a nested archive's,
  // or one of an edition that nobody has saved. The host knows.
  try {
    const response = await fetch(event.request);
    pinned(LIVE);
    return response;
  } catch (error) {
    const page = ours && await kept(ours, "404.html");
    if (!page) throw error;
    pinned(ours);
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}

async function answerFile(event, name) {
  // Whose pin is lost (a disk too full to write it down, storage cleared) cannot
  // be served without guessing: better nothing, until the page is loaded again.
  // Safari before 16 does not tell tabs apart.
  const edition = await pinOf(event.clientId) ?? ("resultingClientId" in event ? undefined : EDITION);
  if (!edition) throw new Failure("unknown", name);
  // A worker of the page's is of the page's edition.
  if (event.resultingClientId) event.waitUntil(pin(event.resultingClientId, edition));
  if (edition === LIVE) return fetch(event.request);
  const found = await kept(edition, name);
  if (found) return ranged(event.request, found);
  const file = await entry(edition, name);
  if (!file) return fetch(event.request);
  // Listed and lost. The host's will do if it is the very same.
  event.waitUntil(unseal(edition).catch(() => {}));
  const { response, bytes } = await fetched(name, file[2]);
  return ranged(event.request, remade(response, bytes));
}

// RFC 9110, section 14: one range of bytes. Anything else gets the whole, as it
// allows; so does If-Range, since nothing here has a validator to compare.
async function ranged(request, response) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "") ?? [];
  const asked = from || to;
  if (!asked || request.headers.has("if-range") || (from && to && Number(to) < Number(from))) return response;
  const blob = await response.blob();
  const first = from ? Number(from) : Math.max(0, blob.size - Number(to));
  const last = from && to ? Math.min(Number(to), blob.size - 1) : blob.size - 1;
  const headers = new Headers(response.headers);
  headers.set("accept-ranges", "bytes");
  if (first >= blob.size) {
    headers.set("content-range", `bytes */${blob.size}`);
    headers.set("content-length", 0);
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-range", `bytes ${first}-${last}/${blob.size}`);
  headers.set("content-length", last + 1 - first);
  return new Response(blob.slice(first, last + 1, blob.type), { status: 206, headers });
}

// ---- What a page can ask; docs/offline.md lists it ----

async function verify() {
  const { files } = await listOf(EDITION);
  const wrong = [];
  for (const [name, , hash] of [...files, [LIST, 0, EDITION]]) {
    if (!await fromHand([{ edition: EDITION, name }], hash)) wrong.push(name);
  }
  if (wrong.length) await unseal(EDITION);
  return { whole: wrong.length === 0, wrong };
}

const asks = {
  async state() {
    const seal = await sealOf(EDITION);
    const { bytes, files } = seal ? await listOf(EDITION) : { bytes: 0, files: [] };
    return {
      edition: EDITION,
      whole: await whole(EDITION),
      bytes,
      files: files.length,
      saved: Number(seal?.headers.get(SAVED)) || 0,
      published: Date.parse(seal?.headers.get(PUBLISHED)) || 0,
    };
  },

  async watch(port) {
    watchers.add(port);
    return { ...progress };
  },

  async save() {
    stopped = false;
    await save(true);
    return asks.state();
  },

  verify,

  // Whether the host has another archive than this edition's, under the same
  // edition: somebody replaced the file by hand. Only a whole one counts.
  async compare() {
    const file = await entry(EDITION, "articles.json");
    const response = await fetch(source("articles.json"), { cache: "no-cache" });
    if (!file || !response.ok) return { replaced: false };
    const bytes = await response.arrayBuffer();
    if (await sha256(bytes) === file[2]) return { replaced: false };
    parsed(bytes);
    return { replaced: true };
  },

  async switch() {
    // Between its saving and the reader's word the browser may have removed it.
    if (!await whole(EDITION)) await save(true);
    await self.skipWaiting();
    return {};
  },

  async remove() {
    stopped = true;
    lists.clear();
    for (const edition of await keptEditions()) await caches.delete(cacheOf(edition));
    await caches.delete(PINS);
    return {};
  },
};

// ---- Events ----

// Only the worker in charge is sent any fetch, and only it may tidy up: one that
// waits would take the edition in use for an old one.
let inCharge = false;

self.addEventListener("install", (event) => {
  event.waitUntil(save());
});

// The machine may have lost power since the edition was saved. With a hole in it,
// the one before stays in use, and the next page that is opened has it mended.
async function takeOver() {
  if (!await whole(EDITION)) await unseal(EDITION);
  await tidy();
}

// No `clients.claim`: a page that came from the host stays with the host.
self.addEventListener("activate", (event) => {
  inCharge = true;
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  inCharge = true;
  const { request } = event;
  const name = request.method === "GET" ? nameOf(request.url) : undefined;
  if (name === undefined) return;
  if (request.mode === "navigate") {
    event.respondWith(answerPage(event, name));
  } else if (!new URL(request.url).search) {
    event.respondWith(answerFile(event, name));
  }
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const ask = event.data?.backissue;
  if (!port || !Object.hasOwn(asks, ask)) return;
  event.waitUntil(asks[ask](port).then(
    (answer) => port.postMessage(answer),
    (error) => port.postMessage({ why: error?.why ?? "unreachable", file: error?.file ?? "" }),
  ));
  if (ask === "state" && inCharge) event.waitUntil(tidy());
});
