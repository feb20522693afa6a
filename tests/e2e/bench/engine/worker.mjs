// Builds the index from packs of documents; `null` ends them. The module comes
// first, compiled: the page has it already.

import load, { Engine } from './pkg/engine.js';

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

await load({ module_or_path: await next() });
const engine = new Engine();
for (let pack = await next(); pack; pack = await next()) engine.add(pack.texts, pack.marks);
while (!engine.step());
const bytes = engine.bytes();
postMessage({ bytes, names: engine.names(), years: engine.years() }, [bytes.buffer]);
