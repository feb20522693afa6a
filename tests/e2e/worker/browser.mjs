// A browser in small, to run the worker (static/sw.js) in: caches, tabs, the life
// of a registration, a host that is rebuilt under it, and everything that can go
// wrong, all drawn from one seed, so that a failure can be run again.
//
// It follows the specification (W3C Service Workers, "algorithms") in what the
// worker can notice: which worker answers, who is told, when a waiting one takes
// over. It has no clock but its own and waits for nothing real.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../house.mjs';

export const SOURCE = readFileSync(path.join(ROOT, 'static', 'sw.js'), 'utf8');
const NUMBER = 'none yet: the press writes the number here';
if (SOURCE.split(NUMBER).length !== 2) throw new Error('static/sw.js has no place for its number');

// However slow, a page has become a tab by then.
const ARRIVED = 30_000;

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

// Mulberry32 (Tommy Ettinger's public-domain generator): small, and good enough to choose.
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (n) => Math.floor(next() * n),
    one: (list) => list[Math.floor(next() * list.length)],
    in: (n) => Math.floor(next() * n) === 0,
  };
}

// ---- Bodies: as much of Fetch as the worker uses, each to be read once ----

class FakeHeaders {
  constructor(from = {}) {
    const pairs = from instanceof FakeHeaders ? from.held : Object.entries(from);
    this.held = new Map([...pairs].map(([name, value]) => [name.toLowerCase(), String(value)]));
  }

  get(name) { return this.held.get(name.toLowerCase()) ?? null; }

  set(name, value) { this.held.set(name.toLowerCase(), String(value)); }

  has(name) { return this.held.has(name.toLowerCase()); }
}

class FakeBlob {
  constructor(bytes, type) { Object.assign(this, { bytes, type, size: bytes.length }); }

  slice(first, end, type) { return new FakeBlob(this.bytes.subarray(first, end), type); }
}

class FakeResponse {
  #body;

  #used = false;

  constructor(body, { status = 200, headers } = {}) {
    this.status = status;
    this.headers = new FakeHeaders(headers);
    this.#body = body;
  }

  get ok() { return this.status >= 200 && this.status < 300; }

  get body() { return this; }

  bytes() {
    if (this.#used) throw new TypeError('a body was read twice');
    this.#used = true;
    const body = this.#body;
    if (body instanceof FakeResponse) return body.bytes();
    if (body instanceof FakeBlob) return body.bytes;
    if (typeof body === 'string') return Buffer.from(body);
    return Buffer.from(body ?? []);
  }

  async arrayBuffer() {
    const bytes = this.bytes();
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  }

  async text() { return this.bytes().toString(); }

  async json() { return JSON.parse(await this.text()); }

  async blob() { return new FakeBlob(this.bytes(), this.headers.get('content-type') ?? ''); }

  static redirect(url, status) {
    return new FakeResponse(null, { status, headers: { location: url } });
  }
}

// ---- The browser ----

export class Browser {
  // `host(url, asked)` answers { status, headers, body } or throws.
  constructor({ seed, folder, host, source = SOURCE }) {
    this.source = source;
    this.chance = chance(seed);
    this.folder = folder;
    this.host = host;
    this.storage = new Map();
    this.journal = [];
    this.full = false;
    this.now = 1_000_000;
    this.tabs = new Map();
    this.born = 0;
    this.ready = [];
    this.installing = undefined;
    this.waiting = undefined;
    this.active = undefined;
    this.straight = new WeakSet();
  }

  // Every asynchronous step of the outside waits here to be chosen.
  pause() {
    return new Promise((resolve) => { this.ready.push(resolve); });
  }

  async step() {
    await new Promise((resolve) => { setImmediate(resolve); });
    if (this.ready.length === 0) return false;
    const [resolve] = this.ready.splice(this.chance.below(this.ready.length), 1);
    resolve();
    return true;
  }

  async some(most) {
    for (let left = this.chance.below(most + 1); left > 0 && await this.step();) left -= 1;
  }

  async settle() {
    do {
      while (await this.step());
    } while (await this.tryActivate());
  }

  // Runs the outside until a promise is settled.
  async until(promise) {
    let over = false;
    const settled = promise.then(
      (value) => { over = true; return { value }; },
      (error) => { over = true; return { error }; },
    );
    while (!over) {
      if (!await this.step() && !over && !await this.tryActivate()) throw new Error('everything waits for nothing');
    }
    return settled;
  }

  // -- Storage --

  caches() {
    const browser = this;
    const read = (held) => held && new FakeResponse(held.body, { status: held.status, headers: held.headers });
    const handle = (entries, cacheName) => ({
      async match(request) {
        await browser.pause();
        return read(entries.get(request.url ?? request));
      },
      async put(request, response) {
        const body = response.bytes();
        const headers = Object.fromEntries(response.headers.held);
        await browser.pause();
        if (browser.full) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
        if (response.status !== 200) throw new TypeError('only whole answers can be kept');
        const url = request.url ?? request;
        entries.set(url, { status: response.status, headers, body });
        browser.journal.push([cacheName, url]);
      },
      async delete(request) {
        await browser.pause();
        return entries.delete(request.url ?? request);
      },
      async keys() {
        await browser.pause();
        return [...entries.keys()].map((url) => ({ url }));
      },
    });
    return {
      async open(name) {
        await browser.pause();
        if (!browser.storage.has(name)) browser.storage.set(name, new Map());
        return handle(browser.storage.get(name), name);
      },
      async match(request, { cacheName }) {
        await browser.pause();
        return read(browser.storage.get(cacheName)?.get(request.url ?? request));
      },
      async has(name) {
        await browser.pause();
        return browser.storage.has(name);
      },
      async delete(name) {
        await browser.pause();
        return browser.storage.delete(name);
      },
      async keys() {
        await browser.pause();
        return [...browser.storage.keys()];
      },
    };
  }

  // -- Workers --

  boot(worker) {
    if (worker.listeners) return;
    const browser = this;
    worker.listeners = {};
    const self = {
      location: { href: `${this.folder}sw.js` },
      addEventListener: (type, listener) => { worker.listeners[type] = listener; },
      async skipWaiting() { worker.skip = true; },
    };
    const clients = {
      async matchAll() {
        await browser.pause();
        return [...browser.tabs.values()].filter((tab) => !tab.arriving || browser.now - tab.since > ARRIVED).map(({ id }) => ({ id }));
      },
    };
    const clock = class extends Date { static now() { return browser.now; } };
    const crypto = {
      subtle: {
        async digest(_, bytes) {
          return Uint8Array.from(createHash('sha256').update(Buffer.from(bytes)).digest()).buffer;
        },
      },
    };
    const fetch = async (request, options = {}) => {
      await browser.pause();
      if (options.signal?.aborted) throw new Error('aborted');
      const { status = 200, headers = {}, body } = browser.host(request.url ?? request, options.cache);
      const response = new FakeResponse(body, { status, headers });
      browser.straight.add(response);
      return response;
    };
    const names = ['self', 'caches', 'clients', 'registration', 'fetch', 'crypto', 'Response', 'Headers', 'Date'];
    const run = new Function(...names, this.source.replace(NUMBER, worker.edition));
    const registration = { get active() { return browser.active && {}; } };
    run(self, this.caches(), clients, registration, fetch, crypto, FakeResponse, FakeHeaders, clock);
  }

  // Idle workers are ended and started again as browsers please.
  rest(worker) {
    if (worker && worker.pending === 0) worker.listeners = undefined;
  }

  dispatch(worker, type, more = {}) {
    this.boot(worker);
    const held = [];
    let response;
    const event = {
      ...more,
      waitUntil: (promise) => {
        promise.catch(() => {});
        held.push(promise);
      },
      respondWith: (promise) => { response = Promise.resolve(promise); held.push(response.catch(() => {})); },
    };
    worker.listeners[type]?.(event);
    worker.pending += 1;
    const done = (async () => {
      // Promises may be added while others are waited for.
      try {
        for (let at = 0; at < held.length; at += 1) await held[at];
      } finally {
        worker.pending -= 1;
      }
    })();
    done.catch(() => {});
    return { response, done };
  }

  // What the browser does by itself on a page's load, and when a page asks.
  async update() {
    await this.pause();
    let edition;
    try {
      edition = this.host(`${this.folder}sw.js`, 'no-cache').body;
    } catch {
      return;
    }
    const newest = this.installing ?? this.waiting ?? this.active;
    if (!edition || newest?.edition === edition || this.installing) return;
    const worker = { edition, pending: 0, skip: false };
    this.installing = worker;
    try {
      await this.dispatch(worker, 'install').done;
    } catch {
      if (this.installing === worker) this.installing = undefined;
      return;
    }
    if (this.installing !== worker) return;
    this.installing = undefined;
    this.waiting = worker;
  }

  async tryActivate() {
    const { waiting, active } = this;
    if (!waiting) return false;
    const held = active && ([...this.tabs.values()].some((tab) => tab.controlled) && !waiting.skip);
    if (held || active?.pending) return false;
    this.active = waiting;
    this.waiting = undefined;
    waiting.activation = this.dispatch(waiting, 'activate').done.catch(() => {});
    return true;
  }

  // -- Pages --

  // Opens an address in a tab, new or not; answers what the tab got.
  async open(url, old) {
    const id = `tab ${this.born += 1}`;
    const { active } = this;
    const request = { url, method: 'GET', mode: 'navigate', headers: new FakeHeaders() };
    let response;
    let worker;
    if (active) {
      await active.activation;
      worker = active;
      ({ response } = this.dispatch(active, 'fetch', { request, resultingClientId: id, clientId: old?.id ?? '' }));
    }
    const outcome = await this.answer(request, response);
    if (old) this.tabs.delete(old.id);
    if (outcome.error) return { outcome };
    const tab = { id, url, controlled: Boolean(worker), arriving: true, straight: outcome.straight, since: this.now };
    this.tabs.set(id, tab);
    return { tab, outcome };
  }

  // A tab's page asks for a file.
  async load(tab, url, headers = {}) {
    const request = { url, method: 'GET', mode: 'cors', headers: new FakeHeaders(headers) };
    let response;
    if (tab.controlled && this.active) {
      await this.active.activation;
      ({ response } = this.dispatch(this.active, 'fetch', { request, resultingClientId: '', clientId: tab.id }));
    }
    return this.answer(request, response);
  }

  async answer(request, promised) {
    try {
      if (promised) {
        const response = await promised;
        const straight = this.straight.has(response);
        return { status: response.status, headers: response.headers, body: response.bytes(), straight };
      }
      await this.pause();
      const { status = 200, body } = this.host(request.url, 'default');
      return { status, body: Buffer.from(body), straight: true };
    } catch (error) {
      return { error };
    }
  }

  // A page asks a worker; answers what the worker says first.
  say(worker, word) {
    let told;
    const answer = new Promise((resolve) => { told = resolve; });
    const { done } = this.dispatch(worker, 'message', {
      data: { backissue: word },
      ports: [{ postMessage: told }],
    });
    return { answer, done };
  }

  // The machine loses its power. What was not yet on the disk may be gone:
  // `torn` says of how many of the last entries some are lost.
  crash(torn = 0) {
    for (const [cacheName, url] of torn ? this.journal.slice(-torn) : []) {
      if (this.chance.in(2)) this.storage.get(cacheName)?.delete(url);
    }
    this.journal.length = 0;
    this.ready.length = 0;
    this.tabs.clear();
    this.installing = undefined;
    for (const worker of [this.waiting, this.active]) {
      if (worker) Object.assign(worker, { listeners: undefined, pending: 0, skip: false, activation: undefined });
    }
  }
}
