// The built folder's archive as one file, made once by the press for the tests
// that open it, under a name that no address can hold as it is.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, pressProgram } from '../house.mjs';

const NAME = 'Our Say, 50 % of it é#1?.html';

export function oneFile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'backissue one file '));
  const file = path.join(folder, NAME);
  execFileSync(pressProgram(), ['build', path.join(DIST, 'articles.json'), '--shell', DIST, '--single-file', file], { stdio: 'ignore' });
  return { file, url: pathToFileURL(file).href, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
