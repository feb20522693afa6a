// Builds the index, or half of it, from packs of documents; `null` ends them. First
// comes whether it is the second half, with a port to the other worker, then the number
// of its first document. It says "ready" when its module is there and "more" after each
// pack, so that the page need not be far ahead. The module is the one compiled as the
// reader's builder is, and fetched by the worker as there.

import load, { Making } from './builder/engine.js';

const packs = [];
let wake;
onmessage = ({ data }) => {
  packs.push(data);
  wake?.();
};

const next = async () => {
  while (packs.length === 0) await new Promise((resolve) => { wake = resolve; });
  return packs.shift();
};

const { second, port } = await next();
await load();
postMessage('ready');
const other = new Promise((resolve) => { port.onmessage = ({ data }) => resolve(data); });
const making = new Making(await next());
for (let pack = await next(); pack; pack = await next()) {
  making.add(pack.texts, pack.marks, pack.values);
  postMessage('more');
}
if (second) {
  const part = making.part();
  port.postMessage(part, [part.buffer]);
} else {
  if (!making.join(await other)) throw new Error('the halves do not join');
  const bytes = making.index();
  postMessage(bytes, [bytes.buffer]);
}
