// Draws Backissue's icons as PNG, from the same shapes as icon.svg: a back issue
// with its headline, on the accent's ground. Run it after a change of either:
//
//   node static/icons.mjs
//
// Rounded rectangles are all it can draw. Each pixel is the mean of GRAIN x GRAIN
// points, and the colours are few, so the files stay small without any tool.

import { writeFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';

const ACCENT = [0x9a, 0x1b, 0x1e];
const PAPER = [0xfb, 0xf9, 0xf5];

// Points along a pixel's side. 4 gives 17 shades of an edge: smooth to the eye.
const GRAIN = 4;

// icon.svg's shapes on its field of 64 by 64, from the ground up:
// left, top, right, bottom, radius of the corners, colour.
const GROUND = [0, 0, 64, 64, 12, ACCENT];
const ISSUE = [
  // The issue behind: three sides of a sheet, shown as a sheet under another.
  [18.5, 20.5, 49.5, 53.5, 5.5, PAPER],
  [20, 20.5, 46.5, 50.5, 3, ACCENT],
  [18, 14, 46.5, 50.5, 0, ACCENT],
  // The issue before it, its picture, its headline and lines.
  [14, 16, 44, 48, 0, PAPER],
  [19, 22, 39, 27, 0, ACCENT],
  [19, 32, 28, 43, 0, ACCENT],
  [32, 32.5, 39, 34.5, 1, ACCENT],
  [32, 37, 39, 39, 1, ACCENT],
  [32, 41.5, 37, 43.5, 1, ACCENT],
];

function covers([left, top, right, bottom, radius], x, y) {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius || radius === 0;
}

function draw(size, { ground, scale }) {
  // A filter byte (0, none) before every line of RGBA.
  const lines = Buffer.alloc(size * (1 + size * 4));
  const shapes = [ground, ...ISSUE.map(([l, t, r, b, radius, colour]) => {
    const at = (v) => 32 + (v - 32) * scale;
    return [at(l), at(t), at(r), at(b), radius * scale, colour];
  })];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let point = 0; point < GRAIN * GRAIN; point += 1) {
        const x = ((column + ((point % GRAIN) + 0.5) / GRAIN) / size) * 64;
        const y = ((row + (Math.floor(point / GRAIN) + 0.5) / GRAIN) / size) * 64;
        const top = shapes.findLast((shape) => covers(shape, x, y));
        if (!top) continue;
        top[5].forEach((part, at) => { sum[at] += part; });
        sum[3] += 1;
      }
      const at = row * (1 + size * 4) + 1 + column * 4;
      for (let part = 0; part < 3; part += 1) lines[at + part] = sum[3] ? Math.round(sum[part] / sum[3]) : 0;
      lines[at + 3] = Math.round((255 * sum[3]) / (GRAIN * GRAIN));
    }
  }
  return png(size, lines);
}

// W3C PNG, section 5: signature, header (8 bits RGBA), data, end.
function png(size, lines) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

// A maskable icon may be cut to a circle of 4/5 of its width (W3C manifest, "icon
// masks"): the issue's outermost corner, 27.7 from the middle, must come within
// 25.6 of it, and the ground fills the square.
const SAFE = 0.92;

for (const [file, size, look] of [
  ['icon-192.png', 192, { ground: GROUND, scale: 1 }],
  ['icon-512.png', 512, { ground: GROUND, scale: 1 }],
  ['icon-maskable-512.png', 512, { ground: [0, 0, 64, 64, 0, ACCENT], scale: SAFE }],
]) {
  writeFileSync(new URL(file, import.meta.url), draw(size, look));
}
