// Runs the reader's browser tests (tests/browser) in Firefox. wasm-pack could do it
// with geckodriver, which has to be compiled; the test runner that wasm-pack itself
// uses also serves its page to whoever asks, and Playwright asks.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { firefox } from 'playwright-core';
import { firefoxProgram, ROOT } from '../house.mjs';

const TESTS = ['test', '--target', 'wasm32-unknown-unknown', '--package', 'reader', '--test', 'browser'];

// Longer than they ever took, by far: they take seconds.
const PATIENCE = 300_000;

const cargo = spawn('cargo', TESTS, {
  cwd: ROOT,
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
    NO_HEADLESS: '1',
    WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0',
  },
});

const address = await new Promise((resolve, reject) => {
  cargo.once('error', reject);
  cargo.once('exit', (code) => reject(new Error(`cargo ended with ${code}`)));
  createInterface({ input: cargo.stdout }).on('line', (line) => {
    const found = /https?:\/\/\S+/.exec(line);
    if (found) resolve(found[0]);
  });
});
cargo.removeAllListeners('exit');

let passed = false;
const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxProgram() });
try {
  const page = await browser.newPage();
  await page.goto(address);
  const output = page.locator('#output');
  await page.waitForFunction(
    () => document.getElementById('output')?.textContent.includes('test result:'),
    undefined,
    { timeout: PATIENCE },
  ).catch((error) => console.error(error.message));
  const text = await output.textContent();
  console.log(text);
  passed = /test result: ok\. [1-9]\d* passed; 0 failed/.test(text);
} finally {
  await browser.close();
  process.kill(-cargo.pid);
}
process.exit(passed ? 0 : 1);
