// A small archive, built by the press with the built folder as its shell: few
// enough files that each can fail in turn.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { archive, whole } from '../expected.mjs';
import { DIST, pressProgram } from '../house.mjs';
import { read } from './host.mjs';

const ARTICLES = 3;

// The folder's files; `options` are the press's.
export function small(options = []) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'backissue-offline-'));
  try {
    const file = path.join(scratch, 'archive.json');
    const items = [...archive.items.filter((item) => item !== whole).slice(1, ARTICLES), whole];
    writeFileSync(file, JSON.stringify({ ...archive, items }));
    const out = path.join(scratch, 'out');
    execFileSync(pressProgram(), ['build', file, '--shell', DIST, '-o', out, ...options], { stdio: 'ignore' });
    return read(out);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
