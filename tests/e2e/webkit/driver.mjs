// WebKit as the system has it: WebKitGTK's own driver and MiniBrowser, on a display
// nobody sees. Speaks the few words of WebDriver (W3C, 2018) that are needed here.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

// The key of an element in WebDriver's answers.
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const DRIVER = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

// X server and its display's number.
async function display() {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, number };
}

// Debian keeps MiniBrowser beside the library, whose folder has the machine's name.
function miniBrowser() {
  for (const machine of readdirSync('/usr/lib')) {
    for (const version of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
      const file = `/usr/lib/${machine}/${version}/MiniBrowser`;
      if (existsSync(file)) return file;
    }
  }
  throw new Error('No MiniBrowser found. Install webkit2gtk-driver; `cargo xtask test` does it by itself.');
}

// A browser with one window.
export async function open() {
  const screen = await display();
  const port = await freePort();
  const driver = spawn(DRIVER, ['-p', String(port)], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      DISPLAY: `:${screen.number}`,
      GDK_BACKEND: 'x11',
      // There is no graphics card to share memory with; and no sandbox, which wants
      // rights that containers do not have.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const base = `http://127.0.0.1:${port}`;

  async function ask(method, path, body) {
    const response = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  const close = async () => {
    for (const pid of [-driver.pid, screen.child.pid]) {
      try {
        process.kill(pid);
      } catch {
        // It has ended already.
      }
    }
  };

  try {
    // The driver says nothing when it listens.
    for (let tries = 0; ; tries += 1) {
      try {
        await ask('GET', '/status');
        break;
      } catch (error) {
        if (tries === 100) throw error;
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
    }
    const { sessionId, capabilities } = await ask('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    });
    const at = `/session/${sessionId}`;
    await ask('POST', `${at}/timeouts`, { script: 30_000, pageLoad: 60_000, implicit: 0 });

    // A function's value in the page; it may be a promise.
    const evaluate = (work, ...args) => ask('POST', `${at}/execute/async`, {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve((${work})(...Array.from(arguments).slice(0, -1))).then(done, (error) => done({ failed: String(error) }));`,
      args,
    }).then((value) => {
      if (value?.failed) throw new Error(value.failed);
      return value;
    });

    const element = async (selector) => (
      await ask('POST', `${at}/element`, { using: 'css selector', value: selector })
    )[ELEMENT];

    return {
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      go: (url) => ask('POST', `${at}/url`, { url }),
      evaluate,
      click: async (selector) => ask('POST', `${at}/element/${await element(selector)}/click`, {}),
      type: async (selector, text) => ask('POST', `${at}/element/${await element(selector)}/value`, { text }),
      // Waits until a question gets a yes, in the page.
      async until(question, ...args) {
        for (const end = Date.now() + 30_000; ;) {
          if (await evaluate(question, ...args)) return;
          if (Date.now() > end) throw new Error(`never came true: ${question}`);
          await evaluate('() => new Promise((done) => { setTimeout(done, 50); })');
        }
      },
      async close() {
        await ask('DELETE', at).catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
