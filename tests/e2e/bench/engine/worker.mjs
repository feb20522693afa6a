// Builds the index from packs of documents; `null` ends them. It says "more" after
// each, so that the page need not be far ahead. The module is the one
// compiled as the reader's builder is, and fetched by the worker as there.

import load, { Engine } from './builder/engine.js';

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

await load();
const engine = new Engine();
for (let pack = await next(); pack; pack = await next()) {
  engine.add(pack.texts, pack.marks);
  postMessage('more');
}
while (!engine.step());
const bytes = engine.bytes();
postMessage({ bytes, names: engine.names(), years: engine.years() }, [bytes.buffer]);
