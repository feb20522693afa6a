// An archive as one file, made by the press for the tests that open it, under a
// name that no address can hold as it is, and with nothing left beside it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, pressProgram } from '../house.mjs';

const NAME = 'Our Say, 50 % of it é#1?.html';

// `files` are put beside the archive that stands among them as articles.json;
// without any it is the built folder's own.
export function oneFile(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'backissue one file '));
  const file = path.join(folder, NAME);
  let archive = path.join(DIST, 'articles.json');
  for (const [name, content] of Object.entries(files ?? {})) {
    const place = path.join(folder, 'made', name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
    archive = path.join(folder, 'made', 'articles.json');
  }
  execFileSync(pressProgram(), ['build', archive, '--shell', DIST, '--single-file', file], { stdio: 'ignore' });
  rmSync(path.join(folder, 'made'), { recursive: true, force: true });
  return { file, url: pathToFileURL(file).href, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
