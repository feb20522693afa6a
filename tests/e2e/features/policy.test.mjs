// What every file of the finished folder keeps to: no code made of text, no markup
// made of text, the policy and the referrer's silence in every page, and a browser
// that holds the pages to it.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, openHouse, ROOT, visit } from '../house.mjs';

const house = await openHouse();
after(() => house.close());

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(DIST, path.join(entry.parentPath ?? entry.path, entry.name)));
const read = (file) => readFileSync(path.join(DIST, file), 'utf8');
const scripts = files.filter((file) => /\.m?js$/.test(file));
const pages = files.filter((file) => file.endsWith('.html'));

// Ways from text to code or markup. `Function` may be asked after (`instanceof`),
// not called; a timer takes a function.
const FORBIDDEN = [
  [/\beval\s*\(/, 'eval'],
  [/\bFunction\s*\(/, 'the Function constructor'],
  [/\bset(?:Timeout|Interval|Immediate)\s*\(\s*(?:["'`]|[\w$.]+\s*\+\s*["'`])/, 'a timer that takes text'],
  [/\b(?:inner|outer)HTML\b/, 'innerHTML'],
  [/\binsertAdjacentHTML\b|\bsetHTMLUnsafe\b|\bcreateContextualFragment\b|\bparseFromString\b/, 'markup made of text'],
  [/\bdocument\s*\.\s*write/, 'document.write'],
  [/\bsrcdoc\b/, 'srcdoc'],
  [/javascript:/i, 'a javascript: address'],
  [/\.on[a-z]+\s*=\s*["'`]|\bsetAttribute\(\s*["'`]on/, 'a handler made of text'],
  [/\bexecScript\b|\bimportScripts\s*\(/, 'another way to run text'],
];

test('the patterns find what they are for', () => {
  const found = (text) => FORBIDDEN.filter(([pattern]) => pattern.test(text)).length;
  for (const text of [
    'eval("1")', 'new Function("return this")', 'Function ("x")', 'setTimeout("x()",1)', 'setInterval(a + "x")', 'a.innerHTML=b',
    'a["outerHTML"]', 'document.write(x)', 'p.parseFromString(x)', 'f.srcdoc=x', 'a.href="JavaScript:x"', 'a.onclick="x()"',
    'a.setAttribute("onclick",x)', 'importScripts(x)', 'r.createContextualFragment(x)',
  ]) assert.ok(found(text) > 0, text);
  for (const text of ['evaluate(x)', 'x instanceof Function', 'setTimeout(x,1)', 'a.onmessage=b', 'retrieval (x)', 'setTimeout(()=>"x")']) {
    assert.equal(found(text), 0, text);
  }
});

// Yew can be asked to put text into a page as markup (`Html::from_html_unchecked`),
// and its import for that cannot be left out. The reader never asks, and where Trusted
// Types are known the browser would refuse.
const YEWS_OWN = /\(\w+,\w+,\w+\)\{\w+\.innerHTML=\w+\(\w+,\w+\)\}/;

test('no script of the folder makes code or markup out of text', () => {
  assert.ok(scripts.length >= 3, scripts.join());
  for (const file of scripts) {
    const script = /^reader-/.test(file) ? read(file).replace(YEWS_OWN, '') : read(file);
    for (const [pattern, what] of FORBIDDEN) {
      const found = pattern.exec(script);
      assert.equal(found, null, `${file}: ${what}: …${found && script.slice(found.index - 60, found.index + 60)}…`);
    }
  }
});

test('the reader never makes markup out of text', () => {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true }).filter((name) => name.endsWith('.rs'));
  assert.ok(sources.length > 20);
  for (const file of sources) {
    assert.doesNotMatch(readFileSync(path.join(ROOT, 'src', file), 'utf8'), /from_html_unchecked|VRaw|set_inner_html|set_outer_html/, file);
  }
});

test('what the module imports has no such name either', () => {
  for (const file of files.filter((name) => name.endsWith('.wasm'))) {
    assert.doesNotMatch(readFileSync(path.join(DIST, file)).toString('latin1'), /innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc/, file);
  }
});

const policyOf = (html) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];

test('every page has the policy before all else, and says nothing of where its reader comes from', () => {
  assert.ok(pages.length > 90);
  const policies = new Set();
  for (const file of pages) {
    const html = read(file);
    const policy = policyOf(html);
    assert.ok(policy, `${file} has no policy`);
    policies.add(policy);
    const before = html.slice(0, html.indexOf('Content-Security-Policy'));
    assert.doesNotMatch(before, /<(script|link|base|style|img)\b/, file);
    assert.match(html, /<meta name="referrer" content="no-referrer">/, file);
    assert.doesNotMatch(html, /<style\b|\sstyle=|\son[a-z]+\s*=|javascript:|<iframe|<object|<embed/i, file);
    for (const [tag, body] of html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)) {
      assert.ok(body === '' || tag.includes('type="application/ld+json"'), `${file}: ${tag.slice(0, 100)}`);
    }
  }
  assert.equal(policies.size, 1, 'one policy for all');
  const parts = Object.fromEntries([...policies][0].split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
  assert.deepEqual(parts['default-src'], ["'none'"]);
  assert.deepEqual(parts['script-src'], ["'self'", "'wasm-unsafe-eval'"]);
  assert.deepEqual(parts['style-src'], ["'self'"]);
  assert.deepEqual(parts['connect-src'], ["'self'"]);
  assert.deepEqual(parts['form-action'], ["'none'"]);
  assert.deepEqual(parts['base-uri'], ["'self'"]);
  assert.deepEqual(parts['require-trusted-types-for'], ["'script'"]);
  assert.ok(parts['trusted-types'].every((name) => /^backissue/.test(name)), String(parts['trusted-types']));
  assert.doesNotMatch([...policies][0], /unsafe-inline|'unsafe-eval'|\*|data:|blob:/);
});

test('the headers that docs/hosting.md gives are that policy', () => {
  const policy = policyOf(read('index.html'));
  const given = readFileSync(path.join(ROOT, 'docs', 'hosting.md'), 'utf8').match(/default-src 'none'[^"\n]*/g);
  assert.ok(given.length >= 4);
  for (const one of given) assert.equal(one, `${policy}; frame-ancestors 'self'`);
});

test('the browser holds the page to it', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  const [markup, script] = await page.evaluate(() => {
    const refused = (act) => {
      try {
        act();
        return 'allowed';
      } catch (error) {
        return error.name;
      }
    };
    return [
      refused(() => { document.createElement('p').innerHTML = '<b>no</b>'; }),
      refused(() => { document.createElement('script').src = 'https://example.org/no.js'; }),
    ];
  });
  assert.equal(markup, 'TypeError');
  assert.equal(script, 'TypeError');
});

test('a picture from elsewhere is stopped by the policy, too, until it is asked for', async (t) => {
  const page = await house.page(t);
  await visit(page, house.url());
  const stopped = await page.evaluate(() => new Promise((done) => {
    document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective));
    const image = document.createElement('img');
    image.onload = () => done('loaded');
    image.src = 'https://example.org/no.png';
  }));
  assert.equal(stopped, 'img-src');
});
