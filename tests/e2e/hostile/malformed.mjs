// Files that are no sound archive: made from a seed, so that every run sees the same.
//
// A sound archive is grown over the grammar of JSON and of the format as a row of
// pieces, and then something is done to it: a piece falls out, doubles, changes
// places or becomes another; the text stops, is of another encoding or is something
// else altogether; a value is of the wrong kind. Whatever is sound in spite of it is
// thrown away and made anew.

/** mulberry32: small, and the same everywhere. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { next, below, of: (list) => list[below(list.length)] };
}

const WORDS = ['peace', 'war', 'élan', 'Straße', 'Ünder', '東京', '“said”', 'a\\"b', '\\u00e9', '\\n', 'C:\\\\x', '<b>', '&amp;', '😀'];

// Values are grown as rows of pieces; a text, number or name is one piece.
function grow(luck) {
  const text = (count = 1 + luck.below(4)) => `"${Array.from({ length: count }, () => luck.of(WORDS)).join(' ')}"`;
  const list = (entries) => ['[', ...entries.flatMap((entry, at) => (at ? [',', ...entry] : entry)), ']'];
  const object = (members) => ['{', ...members.flatMap(([name, value], at) => (
    [...(at ? [','] : []), `"${name}"`, ':', ...value])), '}'];
  const some = (members) => members.filter(() => luck.next() < 0.6);
  const texts = (most) => list(Array.from({ length: luck.below(most + 1) }, () => [text()]));
  const date = () => [luck.of(['"2003"', '"2003-05"', '"2003-05-07"', '"2005-07~"', '"2001/2005"'])];
  const other = (depth) => (depth === 0 || luck.next() < 0.5
    ? [luck.of(['1', '-0.5e3', 'true', 'false', 'null', text()])]
    : luck.next() < 0.5
      ? list([other(depth - 1), other(depth - 1)])
      : object([['x', other(depth - 1)], ['y', other(depth - 1)]]));
  const item = (number) => object([
    ['id', [`"${number}"`]],
    ['title', [text()]],
    ...some([
      ['content_html', [`"<p>${text(3).slice(1, -1)}</p>"`]],
      ['summary', [text(5)]],
      ['date_published', ['"2003-05-07T00:00:00Z"']],
      ['authors', list([object([['name', [text(2)]]])])],
      ['tags', texts(3)],
      ['_other', other(3)],
      ['_archive', object(some([['date', date()], ['note', [text(6)]], ['headline_lines', texts(2)]]))],
    ]),
  ]);
  return object([
    ['version', ['"https://jsonfeed.org/version/1.1"']],
    ['title', [text(2)]],
    ...some([['description', [text(6)]], ['language', ['"en"']], ['expired', ['true']], ['_x', other(4)]]),
    ['_archive', object([['version', ['1']], ...some([['subtitle', [text()]], ['topics', texts(3)]])])],
    ['items', list(Array.from({ length: 1 + luck.below(4) }, (_, at) => item(at + 1)))],
  ]);
}

const STRUCTURE = ['{', '}', '[', ']', ',', ':', '"', '\'', '', '//', '/*', '*/', '{}', '[]', '""', 'null', '\u0000', '\u00a0', '“', ';', '=', '\\', '(', '<', '#'];
const LITERALS = ['True', 'None', 'undefined', 'NaN', '-Infinity', '01', '1.', '.5', '+1', '0x1F', '1e', '--1', '1_000', '1,5', 'tru', 'nul', 'TRUE', 'new Date()', '`x`', '\'x\'', '"x', 'x"', '"\\x"', '"\\u12"', '"a\nb"', '"\t"', '"a" + "b"', '@x', '$x', '1n', '/x/', '(1)', '{"a" 1}', '[1 2]', '<x>', '&x;', '...'];

const KINDS = {
  // A piece falls out, doubles, changes places or becomes another.
  lost: (pieces, luck) => pieces.toSpliced(luck.below(pieces.length), 1),
  doubled: (pieces, luck) => {
    const at = luck.below(pieces.length);
    return pieces.toSpliced(at, 0, pieces[at]);
  },
  swapped: (pieces, luck) => {
    const [one, two] = [luck.below(pieces.length), luck.below(pieces.length)];
    return pieces.with(one, pieces[two]).with(two, pieces[one]);
  },
  changed: (pieces, luck) => pieces.with(luck.below(pieces.length), luck.of(STRUCTURE)),
  added: (pieces, luck) => pieces.toSpliced(luck.below(pieces.length + 1), 0, luck.of(STRUCTURE)),
  literal: (pieces, luck) => {
    const values = pieces.flatMap((piece, at) => (pieces[at - 1] === ':' && !'{['.includes(piece) ? [at] : []));
    return pieces.with(luck.of(values), luck.of(LITERALS));
  },
  several: (pieces, luck) => {
    let worse = pieces;
    for (let times = 2 + luck.below(6); times > 0; times -= 1) worse = luck.of([KINDS.lost, KINDS.changed, KINDS.swapped])(worse, luck);
    return worse;
  },
  unquoted: (pieces) => pieces.map((piece, at) => (pieces[at + 1] === ':' ? piece.slice(1, -1) : piece)),
  single: (pieces) => pieces.map((piece) => (piece.startsWith('"') && !piece.includes('\'') ? `'${piece.slice(1, -1)}'` : piece)),
  commented: (pieces, luck) => pieces.toSpliced(luck.below(pieces.length), 0, luck.of(['// no\n', '/* no */', '# no\n', '<!-- no -->'])),
  // The text stops, or has something before or after it.
  cut: (pieces, luck) => {
    const text = pieces.join(' ');
    return text.slice(0, luck.below(text.length));
  },
  before: (pieces, luck) => luck.of([')]}\',\n', 'callback(', 'var feed = ', 'HTTP/1.1 200 OK\n\n', '\ufeff\ufeff', '\u0000', '---\n', '"', '{', '[', 'x']) + pieces.join(''),
  after: (pieces, luck) => pieces.join('') + luck.of([')', ';', '}', ']', '{"x":1}', 'x', '\u0000', '"', '<!-- cached -->', '\n\n1', ',']),
  twice: (pieces) => `${pieces.join('')}\n${pieces.join('')}`,
  // Bytes of another kind.
  latin: (pieces) => Buffer.from(`${pieces.join('')}`.replace('"title":"', '"title":"caf\u00e9 \u00a3 '), 'latin1'),
  wide: (pieces, luck) => {
    const bytes = Buffer.from(pieces.join(''), 'utf16le');
    return luck.next() < 0.5 ? bytes : bytes.swap16();
  },
  bytes: (pieces, luck) => {
    const bytes = Buffer.from(pieces.join(''));
    for (let times = 1 + luck.below(8); times > 0; times -= 1) bytes[luck.below(bytes.length)] = luck.below(256);
    return bytes;
  },
  noise: (_, luck) => Buffer.from(Array.from({ length: luck.below(400) }, () => luck.below(256))),
  // Something else altogether, or too much of it.
  foreign: (pieces, luck) => luck.of([
    '', ' ', '\n\n', 'null', 'true', '7', '"words"', '[]', '{}', '[[]]', '[1, 2]', '{"items"', '"', '[', '{', '\\',
    '<!doctype html><title>Not found</title>', '<?xml version="1.0"?><rss><channel/></rss>', '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    'title: x\nitems:\n  - id: 1\n', 'id,title\n1,x\n', '%PDF-1.7', 'PK\u0003\u0004', 'GIF89a', '\u001f\u008b\u0008', 'undefined', '[object Object]',
    '<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> x', 'Fatal error: Allowed memory size', '{"error":"rate limited"}', '{"message":"Not Found","status":404}',
    '{"title":"x"}\n{"title":"y"}', `{"type":"FeatureCollection","features":[]}`,
    '['.repeat(100_000), '{"a":'.repeat(50_000), `[${'0,'.repeat(50_000)}`, `"${'x'.repeat(200_000)}`, `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[${'[],'.repeat(20_000)}]}`,
    `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ]),
  // Sound JSON, and a value of the wrong kind.
  wrong: (pieces, luck) => {
    const member = luck.of(['title', 'items', '_archive', 'version', 'authors', 'tags', 'content_html', 'date_published', 'language', 'id', 'url', 'date', 'note', 'related', 'supplied', 'topics', 'slug', 'updates', 'expired']);
    const value = luck.of([{}, [], [[]], [{}], 7, -1.5, true, 'x\u0000', '\u202e', { a: { b: [] } }, [null, 7, 'x', {}]]);
    const archive = JSON.parse(pieces.join(''));
    const item = archive.items[0];
    const feed = { version: 1, title: 1, items: 1, _archive: 1, language: 1, expired: 1, topics: 2, updates: 2, authors: 1 };
    const holder = { 1: archive, 2: archive._archive }[feed[member]] ?? (/^(date|note|related|supplied|slug)$/.test(member) ? (item._archive ??= {}) : item);
    holder[member] = value;
    return JSON.stringify(archive);
  },
};

// Valid JSON may still be no sound archive; these kinds may come to something sound.
const MAY_BE_SOUND = new Set(['wrong', 'foreign', 'wide', 'latin']);

const parses = (bytes) => {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
};

/** So many files, each `{ kind, bytes, sound }`; `sound` when it is JSON all the same. */
export function malformed(count, seed = 1) {
  const luck = chance(seed);
  const kinds = Object.keys(KINDS);
  const files = [];
  const known = new Set();
  while (files.length < count) {
    const kind = kinds[files.length % kinds.length];
    const made = KINDS[kind](grow(luck), luck);
    const bytes = Buffer.isBuffer(made) ? made : Buffer.from(typeof made === 'string' ? made : made.join(luck.of(['', ' ', '\n'])));
    const sound = parses(bytes);
    const mark = bytes.toString('latin1');
    // A short list may run out of new ones.
    if ((!sound || MAY_BE_SOUND.has(kind)) && !(known.has(mark) && kind !== 'foreign' && kind !== 'noise')) {
      known.add(mark);
      files.push({ kind, bytes, sound });
    }
  }
  return files;
}
