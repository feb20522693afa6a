// Builds the index from packs of documents; `null` ends them.

import load, { Engine } from './pkg/engine.js';

const packs = [];
let wake;
onmessage = ({ data }) => {
  packs.push(data);
  wake?.();
};

await load();
const engine = new Engine();
for (;;) {
  if (packs.length === 0) await new Promise((resolve) => { wake = resolve; });
  const pack = packs.shift();
  if (pack === null) break;
  for (const { title, text, topics, year } of pack) engine.add(title, text, topics.join('\n'), year);
}
while (!engine.step());
const bytes = engine.bytes();
postMessage({ bytes, names: engine.names(), years: engine.years() }, [bytes.buffer]);
