// The worker's promises, over a thousand editions of an archive with all that can
// go wrong in between: see world.mjs. And a test of that test: each of
// the mistakes one could make in the worker is found by it.
//
// BACKISSUE_SEED=N runs that seed alone, with its story.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SOURCE } from './browser.mjs';
import { live } from './world.mjs';

const EDITIONS = 1_000;

const seeds = process.env.BACKISSUE_SEED ? [Number(process.env.BACKISSUE_SEED)] : [20020101, 20050731];

for (const seed of seeds) {
  test(`never mixed, never blank, never switched unasked: ${EDITIONS} editions, seed ${seed}`, async (t) => {
    const story = await live({ seed, editions: EDITIONS });
    t.diagnostic(JSON.stringify({ ...story, left: story.left.length }));
    assert.ok(story.opened > EDITIONS && story.loaded > EDITIONS && story.switched > 100 && story.crashed > 100);
    assert.ok(story.old > 0, 'some tab was opened with the edition before, because the newest was damaged');
    // Nothing is left but the edition in use and which tab was opened with what.
    assert.equal(story.left.length, 2, story.left.join(', '));
  });
}

const MISTAKES = {
  'a file is kept unchecked': ['if (await sha256(bytes) === hash) return { response, bytes };', 'return { response, bytes };'],
  'a lost file does not stop the saving': [
    'if (lost) throw lost;', '',
    // Two nets below it.
    '|| !await whole(EDITION)', '',
    'if (!await whole(EDITION)) await unseal(EDITION);', '',
  ],
  'what is in hand is not checked again': ['bytes && await sha256(bytes) === hash', 'bytes'],
  'a new edition switches by itself': ['event.waitUntil(save());', 'event.waitUntil(save().then(() => self.skipWaiting()));'],
  'every tab gets the newest edition': ['const edition = await pinOf(event.clientId) ??', 'const edition = EDITION ??'],
  'a page from the host is not remembered as one': ['pinned(LIVE);', 'pinned(EDITION);'],
  'editions of open tabs are removed': ['!needed.has(edition)', 'true'],
  'old editions are removed before the switch': ['async function fill() {', 'async function fill() {\n  for (const edition of await keptEditions()) await caches.delete(cacheOf(edition));'],
  'an edition that a crash damaged is not noticed': ['if (!await whole(EDITION)) await unseal(EDITION);', ''],
  'a waiting worker tidies up': ['ask === "state" && inCharge', 'ask === "state"'],
};

// Enough for the rarest of them with room to spare; the seeds are tried in order.
const TRIES = 30;

for (const [mistake, changes] of Object.entries(MISTAKES)) {
  test(`the simulation notices when ${mistake}`, async (t) => {
    let source = SOURCE;
    for (let at = 0; at < changes.length; at += 2) {
      assert.equal(source.split(changes[at]).length, 2, `static/sw.js no longer says: ${changes[at]}`);
      source = source.replace(changes[at], changes[at + 1]);
    }
    for (let seed = 1; seed <= TRIES; seed += 1) {
      try {
        await live({ seed, editions: 30, source });
      } catch (error) {
        t.diagnostic(error.message.split('\n')[0]);
        return;
      }
    }
    assert.fail(`not noticed in ${TRIES} runs`);
  });
}
