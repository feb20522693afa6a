// Firefox as Debian has it, headless, through its own Marionette protocol: lines
// of `length:[0, id, command, parameters]` over a socket, the commands those of
// WebDriver. No driver program and no package between.
//
// It refuses to wait by the clock: what waits, waits in the page for a condition.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// Firefox writes the port it took into its profile.
const PORT_FILE = 'MarionetteActivePort';
const LONGEST_START = 60_000;

const PREFERENCES = {
  'marionette.port': 0,
  // Without these Firefox calls home, and a test of silence would hear it.
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

export function firefoxProgram() {
  const named = process.env.FIREFOX_PATH;
  if (named) return named;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of ['firefox-esr', 'firefox']) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

// Starts Firefox with a profile of its own; answers a page of it.
export async function openFirefox() {
  const profile = mkdtempSync(path.join(tmpdir(), 'backissue-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
  const child = spawn(firefoxProgram(), ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await portOf(profile, child);
  const ask = await speak(port);
  await ask('WebDriver:NewSession', { strictFileInteractability: true });

  // Runs a function in the page, or in the browser itself, with what it is given.
  const run = (act, given) => ask('WebDriver:ExecuteScript', {
    script: `return (${act})(...arguments)`,
    args: given,
  }).then((answer) => answer.value);

  return {
    goto: (url) => ask('WebDriver:Navigate', { url }),
    back: () => ask('WebDriver:Back'),
    forward: () => ask('WebDriver:Forward'),
    reload: () => ask('WebDriver:Refresh'),
    evaluate: (act, ...given) => run(act, given),

    // Waits until a function says yes in the page, looking at every frame.
    until: (act, ...given) => ask('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
        const look = () => { let said; try { said = (${act})(...given); } catch {}
          if (said) done(said); else setTimeout(look, 16); };
        look();`,
      args: given,
      scriptTimeout: 15_000,
    }).then((answer) => answer.value),

    // The same in the browser's own context, where the console and the line are.
    async inBrowser(act, ...given) {
      await ask('Marionette:SetContext', { value: 'chrome' });
      try {
        return await run(act, given);
      } finally {
        await ask('Marionette:SetContext', { value: 'content' });
      }
    },

    async close() {
      await ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function portOf(profile, child) {
  const file = path.join(profile, PORT_FILE);
  const until = Date.now() + LONGEST_START;
  while (!existsSync(file) || !readFileSync(file, 'utf8')) {
    if (child.exitCode !== null) throw new Error(`Firefox ended at once (code ${child.exitCode})`);
    if (Date.now() > until) throw new Error('Firefox did not start');
    await pause(50);
  }
  return Number(readFileSync(file, 'utf8'));
}

// A way to ask: each message is its length in bytes, a colon, and JSON.
async function speak(port) {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map();
  let held = Buffer.alloc(0);
  let last = 0;
  const greeted = new Promise((resolve, reject) => {
    waiting.set('greeting', { resolve });
    socket.once('error', reject);
  });
  socket.on('data', (part) => {
    held = Buffer.concat([held, part]);
    for (;;) {
      const colon = held.indexOf(':');
      const length = colon < 0 ? NaN : Number(held.subarray(0, colon));
      if (!(held.length >= colon + 1 + length)) return;
      const message = JSON.parse(held.subarray(colon + 1, colon + 1 + length));
      held = held.subarray(colon + 1 + length);
      if (!Array.isArray(message)) {
        waiting.get('greeting').resolve();
        continue;
      }
      const [, id, error, value] = message;
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(value);
    }
  });
  await greeted;
  return (command, parameters = {}) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    const text = JSON.stringify([0, last, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
}
