// A small host for hundreds of pages: a folder under several paths at once, each
// with files of its own in the place of the folder's, nothing compressed, and files
// with a hash in their name kept by the browser.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const NAMED_BY_CONTENT = /-[0-9a-f]{8,}(_bg)?\.\w+$/;

/** Serves `folder` under `/NAME/` for any name; `put` answers for one path. */
export async function host(folder) {
  const own = new Map();
  const held = new Map();
  const read = (file) => {
    if (!held.has(file)) held.set(file, readFileSync(path.join(folder, file)));
    return held.get(file);
  };
  const server = createServer((request, response) => {
    const at = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const file = at.replace(/^\/[^/]*\//, '').replace(/(^|\/)$/, '$1index.html');
    try {
      const bytes = own.get(at) ?? read(file);
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'cache-control': NAMED_BY_CONTENT.test(file) ? 'public, max-age=3600, immutable' : 'no-store',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('There is nothing here.');
    }
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url: (name, address = '') => `${origin}/${name}/${address}`,
    put: (name, file, bytes) => own.set(`/${name}/${file}`, bytes),
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
