// Typing into a large archive: what a key press costs the main thread, from
// the key to the painted result, and what it costs to get there.
//
// Two witnesses: the reader's own User Timing measures, and the browser's
// trace, which also sees layout and paint. A key's cost "to paint" is all the
// main thread did from the key until the first frame after it; "in all" is
// everything until the thread was idle again.

import { chromium } from 'playwright-core';
import { browserProgram, CHROME_FLAGS, DESK, PHONE, ready, serve } from '../house.mjs';

const ARTICLES = Number(process.env.BACKISSUE_ARTICLES ?? 10_000);

// The issue's numbers.
const MOST_USABLE = 1500;
const MOST_KEY = 16;

// Words of every kind: common, rare, several, wrong; sixty-odd keys. Each is
// cleared by key too, which brings the whole list back.
const QUERIES = ['election', 'war in iraq', 'the', 'parliament', 'zzqx', 'minister said', 'report'];

const TRACE = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'blink.user_timing'];

const quantile = (values, at) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(at * sorted.length) - 1)] ?? NaN;
};
const ms = (value) => `${value.toFixed(1)}`.padStart(9);
const row = (name, values) => console.log(
  `${name.padEnd(34)}${String(values.length).padStart(5)}${ms(quantile(values, 0.5))}${ms(quantile(values, 0.95))}${ms(Math.max(...values))}`,
);

const measures = (page, name) => page.evaluate(
  (wanted) => performance.getEntriesByName(wanted, 'measure').map((entry) => ({ start: entry.startTime, time: entry.duration })),
  name,
);

// Idle: two frames in which nothing was asked for.
const settled = (page) => page.evaluate(() => new Promise((done) => {
  requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(() => done())));
}));

async function keys(page) {
  const cdp = await page.context().newCDPSession(page);
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await page.locator('search input[type=search]').focus();
  await settled(page);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: TRACE } });
  for (const query of QUERIES) {
    for (const letter of query) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await settled(page);
    }
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    await settled(page);
  }
  const complete = new Promise((resolve) => { cdp.once('Tracing.tracingComplete', resolve); });
  await cdp.send('Tracing.end');
  await complete;
  return perKey(events);
}

// What a task cost the thread, in microseconds: its processor time. The wall
// clock would also count the wait for a processor that others are using.
const cost = (task) => task.tdur ?? task.dur;

// Sums the main thread's tasks between one input event and the next.
function perKey(events) {
  const input = events.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'input');
  if (input.length === 0) throw new Error('the trace holds no input event');
  const { pid, tid } = input[0];
  const here = events.filter((event) => event.pid === pid && event.tid === tid);
  // Newer Chromiums trace each task under two names, one inside the other.
  const named = (name) => here.filter((event) => event.ph === 'X' && event.name === name);
  const tasks = named('RunTask').length > 0 ? named('RunTask') : named('ThreadControllerImpl::RunTask');
  const paints = here.filter((event) => event.name === 'Paint' || event.name === 'Commit').map((event) => event.ts + (event.dur ?? 0));
  // The task that holds the event began before it: key handling counts too.
  const starts = input.map((event) => tasks.findLast((task) => task.ts <= event.ts && event.ts <= task.ts + task.dur)?.ts ?? event.ts);
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? Infinity;
    const mine = tasks.filter((task) => task.ts >= start && task.ts < end);
    const painted = paints.find((ts) => ts >= start && ts < end) ?? start;
    const sum = (list) => list.reduce((total, task) => total + cost(task), 0) / 1000;
    const toPaint = mine.filter((task) => task.ts <= painted).reduce(
      (total, task) => total + cost(task) * Math.min(1, (painted - task.ts) / (task.dur || 1)), 0,
    ) / 1000;
    return { toPaint, all: sum(mine), longest: Math.max(0, ...mine.map(cost)) / 1000 };
  });
}

const server = await serve();
const browser = await chromium.launch({ executablePath: browserProgram(), args: CHROME_FLAGS });
let failed = false;
const hold = (good, words) => {
  console.log(`${good ? '✓' : '✗'} ${words}`);
  failed ||= !good;
};

try {
  for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]]) {
    const page = await (await browser.newContext({ viewport })).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.base);
    await ready(page);
    const usable = await page.evaluate(() => {
      const archive = performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('/articles.json'));
      const wasm = performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('.wasm'));
      return { bytes: Math.max(archive?.responseEnd ?? 0, wasm?.responseEnd ?? 0) };
    });
    // The reader marks its page ready when it stands; frames until then count.
    const readyAt = await page.evaluate(() => new Promise((done) => {
      requestAnimationFrame(() => done(performance.now()));
    }));
    await page.waitForFunction(() => performance.getEntriesByName('index:build').length > 0);
    const load = await measures(page, 'archive:load');
    const build = await measures(page, 'index:build');
    const tasks = await keys(page);
    console.log(`\n${size}, ${ARTICLES} articles`);
    console.log(`${''.padEnd(34)}${'n'.padStart(5)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'max'.padStart(9)}  (ms)`);
    row('archive:load', load.map(({ time }) => time));
    row('index:build', build.map(({ time }) => time));
    row('bytes there to page usable', [readyAt - usable.bytes]);
    for (const name of ['search:query', 'search:render']) row(name, (await measures(page, name)).map(({ time }) => time));
    row('key to paint, main thread', tasks.map(({ toPaint }) => toPaint));
    row('key, all the main thread did', tasks.map(({ all }) => all));
    row('key, longest single task', tasks.map(({ longest }) => longest));
    const p95 = quantile(tasks.map(({ toPaint }) => toPaint), 0.95);
    hold(readyAt - usable.bytes <= MOST_USABLE, `usable ${Math.round(readyAt - usable.bytes)} ms after the bytes (at most ${MOST_USABLE})`);
    hold(p95 <= MOST_KEY, `key to paint p95 ${p95.toFixed(1)} ms (at most ${MOST_KEY})`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = failed ? 1 : 0;
