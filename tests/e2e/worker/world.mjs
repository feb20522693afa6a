// A day in the life of an archive: editions come out, hosts serve half of them,
// lines go down, tabs come and go, machines lose power. After every step, what the
// tabs got is compared with what the editions hold.
//
// Three things must never happen: a tab that gets files of two editions; a page
// that stays blank although an edition is whole on the device; a switch that
// nobody asked for. And what is not ours must stay as it is.

import assert from 'node:assert/strict';
import { Browser, sha256 } from './browser.mjs';

const FOLDER = 'https://host.example/deep/sub/';
const OWN = 'backissue /deep/sub/ ';

const STRANGERS = [
  'somebody-else-v1',
  `backissue /deep/ ${sha256('outer')}`,
  `backissue /deep/sub/nested/ ${sha256('nested')}`,
  'backissue-index:https://host.example/deep/sub/',
];

// What a file is on a disk that went bad.
const ROT = Buffer.from('rot');

const isEdition = (cacheName) => cacheName.startsWith(OWN) && /[0-9a-f]{64}$/.test(cacheName);

// More than the worker gives a page to arrive.
const A_WHILE = 61_000;

const SMALL = ['style-00000001.css', 'stems/de.bin', 'icon.svg'];

class World {
  constructor({ seed, source }) {
    this.browser = new Browser({ seed, source, folder: FOLDER, host: (url, asked) => this.host(url, asked) });
    this.chance = this.browser.chance;
    this.editions = [];
    this.byNumber = new Map();
    this.line = true;
    this.faults = new Map();
    this.half = false;
    this.switched = new Set();
    this.sound = new Set();
    this.rotten = new Set();
    this.counts = { opened: 0, loaded: 0, switched: 0, crashed: 0, failed: 0, straight: 0, old: 0 };
    for (const name of STRANGERS) this.browser.storage.set(name, new Map([['x', { status: 200, headers: {}, body: Buffer.from(name) }]]));
    this.publish();
  }

  // -- The host --

  publish() {
    const { chance } = this;
    const at = this.editions.length;
    const last = this.editions.at(-1)?.files;
    const files = new Map();
    const put = (name, text) => files.set(name, Buffer.from(text));
    const script = last && chance.in(2) ? [...last.keys()].find((name) => name.startsWith('reader-')) : `reader-${at}.js`;
    put(script, script);
    for (const name of ['index.html', '404.html', 'about/index.html', 'articles/one & 1/index.html']) put(name, `${at}|${name}|${script}`);
    // Articles come and go.
    if (chance.in(2)) put(`articles/${at}/index.html`, `${at}|only here`);
    put('articles.json', `{"edition":${chance.in(3) && last ? at - 1 : at}}`);
    for (const name of SMALL) files.set(name, last && !chance.in(3) ? last.get(name) : Buffer.from(`${at}|${name}`));
    const list = JSON.stringify({
      format: 1,
      bytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0),
      files: [...files].map(([name, bytes]) => [name, bytes.length, sha256(bytes)]),
    });
    const number = sha256(list);
    files.set('edition.json', Buffer.from(list));
    const edition = { at, number, files };
    this.editions.push(edition);
    this.byNumber.set(number, edition);
  }

  host(url, asked) {
    const { chance } = this;
    if (!this.line) throw new Error('no line');
    const path = decodeURIComponent(new URL(url).pathname.slice(new URL(FOLDER).pathname.length));
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const newest = this.editions.at(-1);
    const last = this.editions.at(-2) ?? newest;
    // An upload under way: some files are still the last edition's.
    let edition = this.half && chance.in(2) ? last : newest;
    if (name === 'sw.js') return { body: edition.number };
    // The browser's own copy may be older than anything the host has.
    if (asked === 'default' && chance.in(4)) edition = last;
    const body = edition.files.get(name);
    const fault = this.faults.get(name);
    if (fault === 'down') throw new Error('the line broke');
    if (!body || fault === 'missing') return { status: 404, body: Buffer.from('no such page') };
    if (fault === 'truncated') return { body: body.subarray(0, -1) };
    if (fault === 'altered') return { body: Buffer.concat([body, Buffer.from(' ')]) };
    return { body, headers: { 'content-type': 'text/html' } };
  }

  // -- What the device really holds --

  isWhole(number) {
    const cache = this.browser.storage.get(OWN + number);
    const edition = this.byNumber.get(number);
    if (!cache?.has(`${FOLDER}?seal`)) return false;
    return [...edition.files].every(([name, bytes]) => {
      const url = new URL(name.split('/').map(encodeURIComponent).join('/'), FOLDER).href;
      return cache.get(url)?.body.equals(bytes);
    });
  }

  sealed(number) {
    return Boolean(this.browser.storage.get(OWN + number)?.has(`${FOLDER}?seal`));
  }

  // The editions of which a new page must be one, or none if nothing must.
  mustOpen() {
    const { active } = this.browser;
    if (!active) return [];
    if (this.isWhole(active.edition)) return [active.edition];
    if (this.sealed(active.edition)) return [];
    const others = [...this.byNumber.keys()].filter((number) => this.sealed(number));
    return others.length && others.every((number) => this.isWhole(number)) ? others : [];
  }

  // -- What people do --

  async open(old) {
    const { browser, chance } = this;
    const name = chance.one(['', '', 'index.html', 'about/', 'articles/one%20%26%201/', '?q=war', 'nowhere/']);
    const must = this.mustOpen();
    const before = browser.active;
    const { value: { tab, outcome } } = await browser.until(browser.open(FOLDER + name, old));
    this.counts.opened += 1;
    // Only where nothing changed meanwhile is it known what had to come.
    const same = before === browser.active && must.join() === this.mustOpen().join();
    const known = name !== 'nowhere/';
    if (known && must.length && same) {
      assert.ok(!outcome.error, `blank: ${name} although ${must} is whole: ${outcome.error?.stack}`);
      assert.ok(!outcome.straight, `${name} came from the host although ${must} is whole`);
    }
    if (outcome.error || !tab) return;
    if (outcome.straight) {
      this.counts.straight += 1;
      return;
    }
    if (outcome.body.equals(ROT)) {
      browser.tabs.delete(tab.id);
      return;
    }
    const at = Number(/^\d+/.exec(outcome.body)[0]);
    tab.edition = this.editions[at];
    tab.unwritten = browser.full;
    if (tab.edition.number !== before?.edition) this.counts.old += 1;
    const file = known ? `${name.replace(/\?.*/, '').replace('%20%26%20', ' & ').replace('index.html', '')}index.html` : '404.html';
    assert.ok(tab.edition.files.get(file).equals(outcome.body), `${name} is not the edition's ${file}`);
    if (known && must.length && same) assert.ok(must.includes(tab.edition.number), `opened with ${at}, not with the one in use`);
    if (browser.chance.in(3)) tab.arriving = false;
  }

  async load() {
    const { browser, chance } = this;
    const tab = chance.one([...browser.tabs.values()]);
    if (!tab) return;
    tab.arriving = false;
    const edition = tab.edition ?? this.editions.at(-1);
    const name = chance.in(8) ? 'elsewhere.bin' : chance.one([...edition.files.keys()]);
    const whole = tab.edition && this.isWhole(tab.edition.number);
    const url = new URL(name.split('/').map(encodeURIComponent).join('/'), FOLDER).href;
    const { value: outcome } = await browser.until(browser.load(tab, url));
    this.counts.loaded += 1;
    if (!tab.edition) {
      assert.ok(outcome.error || outcome.straight, `${name}: a page from the host got a saved file`);
      return;
    }
    if (outcome.body?.equals(ROT)) return;
    const wanted = tab.edition.files.get(name);
    if (!wanted) {
      assert.ok(outcome.error || outcome.straight, `${name} is no file of the edition`);
      return;
    }
    if (outcome.error) {
      // Which edition a tab is of cannot be written on a full disk, and is lost
      // with the storage; the worker then knows only for as long as it lives.
      if (tab.unwritten) return;
      assert.ok(!whole || !this.isWhole(tab.edition.number), `${name} withheld from edition ${tab.edition.at}: ${outcome.error.stack}`);
      return;
    }
    assert.equal(outcome.body.toString(), wanted.toString(), `mixed: a tab of edition ${tab.edition.at} got another's ${name}`);
  }

  async step() {
    const { browser, chance } = this;
    switch (chance.below(22)) {
      case 0: case 1: case 2: case 3: await this.open(); break;
      case 4: case 5: await this.open(chance.one([...browser.tabs.values()])); break;
      case 6: case 7: case 8: case 9: await this.load(); break;
      case 10: {
        const tab = chance.one([...browser.tabs.values()]);
        if (tab) browser.tabs.delete(tab.id);
        break;
      }
      case 11: case 12: {
        browser.update();
        await browser.some(60);
        break;
      }
      case 13: await browser.some(200); break;
      case 14: {
        const { waiting } = browser;
        if (waiting && browser.tabs.size) {
          this.switched.add(waiting);
          browser.say(waiting, 'switch');
          this.counts.switched += 1;
        }
        break;
      }
      case 15: this.line = chance.in(4) ? !this.line : true; break;
      case 16: {
        this.faults.clear();
        if (chance.in(2)) {
          const name = chance.one([...this.editions.at(-1).files.keys()]);
          this.faults.set(name, chance.one(['missing', 'truncated', 'altered', 'down']));
        }
        this.half = chance.in(6);
        break;
      }
      case 17: browser.now += chance.below(A_WHILE); break;
      case 18: browser.rest(chance.one([browser.active, browser.waiting])); break;
      case 19: {
        if (browser.waiting) browser.say(browser.waiting, 'state');
        if (browser.active) {
          const { value } = await browser.until(browser.say(browser.active, 'state').answer);
          // As offline.js does: what is not whole is saved again.
          if (value && !value.whole && !value.why) browser.say(browser.active, 'save');
        }
        break;
      }
      case 20:
        browser.full = chance.in(3);
        if (browser.full) this.unwrite();
        break;
      default: await this.misfortune();
    }
    await browser.some(12);
    if (await browser.tryActivate()) await this.tookOver();
    for (const worker of [browser.waiting, browser.active]) {
      assert.ok(!worker?.skip || this.switched.has(worker), 'a worker switches though nobody said so');
    }
    this.nothingLost();
  }

  // An edition taken into use is whole, or known not to be.
  async tookOver() {
    const { active } = this.browser;
    await this.browser.until(active.activation);
    if (this.rotten.has(OWN + active.edition)) return;
    assert.ok(!this.sealed(active.edition) || this.isWhole(active.edition), 'an edition with a hole was taken into use');
  }

  // What was whole while it was needed stays whole for as long as it is, unless
  // the device itself lost something. Needed: the edition in use, and those that
  // tabs were opened with.
  nothingLost() {
    const { active, tabs } = this.browser;
    const needed = [active?.edition, ...[...tabs.values()].filter((tab) => !tab.unwritten).map((tab) => tab.edition?.number)];
    for (const number of [...this.sound]) {
      if (!needed.includes(number)) this.sound.delete(number);
      else assert.ok(this.isWhole(number), `edition ${this.byNumber.get(number).at} was lost while it was needed`);
    }
    for (const number of needed) if (number && this.isWhole(number)) this.sound.add(number);
  }

  unwrite() {
    this.sound.clear();
    for (const tab of this.browser.tabs.values()) tab.unwritten = true;
  }

  async misfortune() {
    const { browser, chance } = this;
    if (!chance.in(4)) return;
    this.unwrite();
    switch (chance.below(5)) {
      case 0:
        this.counts.crashed += 1;
        browser.crash();
        break;
      case 1:
        this.counts.crashed += 1;
        browser.crash(chance.below(30));
        break;
      case 2:
        // The storage is cleared while tabs are open.
        for (const name of [...browser.storage.keys()]) if (name.startsWith(OWN)) browser.storage.delete(name);
        break;
      default: {
        // A file is lost, or goes bad on the disk.
        const caches = [...browser.storage].filter(([name]) => isEdition(name));
        const [cacheName, cache] = chance.one(caches) ?? [];
        const url = cache && chance.one([...cache.keys()].filter((held) => !/[?]|edition\.json/.test(held)));
        if (!url) break;
        if (chance.in(2)) {
          cache.delete(url);
        } else {
          cache.set(url, { ...cache.get(url), body: ROT });
          this.rotten.add(cacheName);
        }
      }
    }
  }

  strangers() {
    for (const name of STRANGERS) {
      const cache = this.browser.storage.get(name);
      assert.equal(cache?.size, 1, `${name} was touched`);
      assert.equal(cache.get('x').body.toString(), name);
    }
  }

  // When all is well again, the newest edition is had, and nothing else is kept.
  async end() {
    const { browser } = this;
    Object.assign(this, { line: true, half: false });
    this.faults.clear();
    browser.full = false;
    await browser.settle();
    for (let round = 0; round < 2; round += 1) {
      browser.update();
      await browser.settle();
      browser.tabs.clear();
      browser.now += A_WHILE;
      await browser.settle();
    }
    const newest = this.editions.at(-1);
    assert.equal(browser.active.edition, newest.number, 'the newest edition is in use');
    // A page is opened, and asks, as offline.js does.
    await this.open();
    await browser.settle();
    let { value: state } = await browser.until(browser.say(browser.active, 'state').answer);
    await browser.until(browser.say(browser.active, 'verify').answer);
    if (!this.isWhole(newest.number)) ({ value: state } = await browser.until(browser.say(browser.active, 'save').answer));
    assert.equal(state.whole, true, JSON.stringify(state));
    browser.say(browser.active, 'state');
    await browser.settle();
    assert.ok(this.isWhole(newest.number));
    this.strangers();
    return [...browser.storage.keys()].filter((name) => name.startsWith(OWN));
  }
}

// Lives through so many editions; answers what happened.
export async function live({ seed, editions, source, each = 25 }) {
  const world = new World({ seed, source });
  let steps = 0;
  try {
    while (world.editions.length < editions) {
      for (let at = 0; at < each; at += 1) {
        await world.step();
        steps += 1;
      }
      world.strangers();
      world.publish();
    }
    const left = await world.end();
    return { steps, ...world.counts, left };
  } catch (error) {
    error.message = `seed ${seed}, edition ${world.editions.length}, step ${steps}: ${error.message}`;
    throw error;
  }
}
