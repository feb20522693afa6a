// A static host for the tests of offline reading: serves folders under paths of
// one origin, is published to, stopped and started, and fails as it is told.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml; charset=utf-8',
};

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

// A folder as names and bytes.
export function read(folder, below = '') {
  return new Map(readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    return entry.isDirectory() ? [...read(folder, `${name}/`)] : [[name, readFileSync(path.join(folder, name))]];
  }));
}

export const listed = (files) => JSON.parse(files.get('edition.json')).files.map(([name]) => name);

export const numberOf = (files) => sha256(files.get('edition.json'));

// What may be added to a file of each kind without changing what it does.
function marked(name, bytes, mark) {
  const kind = name.split('.').at(-1);
  const more = {
    css: `/* ${mark} */`,
    html: `<!-- ${mark} -->`,
    js: `\n// ${mark}`,
    json: ' '.repeat(mark.length),
    svg: `<!-- ${mark} -->`,
    webmanifest: ' '.repeat(mark.length),
    xml: `<!-- ${mark} -->`,
    // A section that WebAssembly ignores (core specification, 5.5.3).
    wasm: Buffer.concat([Buffer.from([0, mark.length + 1, mark.length]), Buffer.from(mark)]),
  }[kind] ?? mark;
  return Buffer.concat([bytes, Buffer.from(more)]);
}

// An edition of which every single file differs from the given one's, by a mark
// that readers do not see; titles of pages carry it, so that they can be told.
// Languages that nothing here is written in are left out.
export function edition(files, mark) {
  const next = new Map();
  for (const [name, bytes] of files) {
    if (name === 'edition.json' || name === 'sw.js' || name.startsWith('stems/')) continue;
    const text = name.endsWith('.html') ? Buffer.from(bytes.toString().replace('<head>', `<head data-mark="${mark}">`)) : bytes;
    next.set(name, marked(name, text, mark));
  }
  const list = listed(files).filter((name) => next.has(name)).map((name) => [name, next.get(name).length, sha256(next.get(name))]);
  next.set('edition.json', Buffer.from(JSON.stringify({ format: 1, bytes: list.reduce((sum, [, length]) => sum + length, 0), files: list })));
  next.set('sw.js', Buffer.from(files.get('sw.js').toString().replace(numberOf(files), numberOf(next))));
  return next;
}

export class Host {
  constructor() {
    this.sites = new Map();
    this.faults = new Map();
    this.headers = {};
    this.asked = [];
    this.held = new Map();
    this.pretty = false;
    this.server = undefined;
    this.port = 0;
  }

  publish(under, files) {
    this.sites.set(under, files);
  }

  url(under, address = '') {
    return `http://127.0.0.1:${this.port}${under}${address}`;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  start() {
    this.server = createServer((request, response) => this.answer(request, response));
    return new Promise((resolve) => {
      this.server.listen(this.port, '127.0.0.1', () => {
        this.port = this.server.address().port;
        resolve(this);
      });
    });
  }

  stop() {
    const { server } = this;
    if (!server) return Promise.resolve();
    this.server = undefined;
    return new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  // Holds the answer to a file until told; `asked` resolves when it is wanted.
  hold(name) {
    let letGo;
    let wanted;
    const asked = new Promise((resolve) => { wanted = resolve; });
    const held = new Promise((resolve) => { letGo = resolve; });
    this.held.set(name, { held, wanted });
    return { asked, letGo: () => { this.held.delete(name); letGo(); } };
  }

  async answer(request, response) {
    const url = new URL(request.url, this.origin);
    // The longest path wins: archives may lie in each other.
    const under = [...this.sites.keys()].filter((key) => url.pathname.startsWith(key)).sort((a, b) => b.length - a.length)[0];
    const address = under && decodeURIComponent(url.pathname.slice(under.length));
    this.asked.push(address);
    if (this.held.has(address)) {
      const { held, wanted } = this.held.get(address);
      wanted();
      await held;
    }
    if (under === undefined) return response.writeHead(404).end('nothing here');
    const files = this.sites.get(under);
    // As some hosts do: pages without their endings.
    if (this.pretty && /(^|\/)index\.html$|404\.html$/.test(address)) {
      return response.writeHead(308, { location: url.pathname.replace(/index\.html$|\.html$/, '') }).end();
    }
    const name = [address, `${address}index.html`, this.pretty ? `${address}.html` : ''].find((file) => files.has(file) && (file.endsWith('.html') || file === address));
    const fault = this.faults.get(name);
    let status = 200;
    let bytes = files.get(name);
    if (!bytes || fault === 'missing') {
      status = 404;
      bytes = Buffer.from('no such page');
    }
    if (fault === 'truncated') bytes = bytes.subarray(0, Math.floor(bytes.length / 2));
    if (fault === 'altered') bytes = Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) ^ 1])]);
    response.writeHead(status, {
      'content-type': TYPES[name?.split('.').at(-1)] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': /-[0-9a-f]{8,}/.test(name ?? '') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...this.headers,
    });
    return response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}
