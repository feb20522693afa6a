// Starts the reader on a page that can be read already.
//
// The page was written at build time and needs no script to be read. This one
// makes addresses hold, shows what the reader of the page has chosen, waits
// until the page has been painted, then loads the reader, which takes the
// page's place. When that fails it says so in words, and the page stays.
//
// It uses nothing that turns text into markup or script. The names of the
// files it loads stand on its own tag.

const PREFERENCES = "backissue:preferences";
const PICTURES = "backissue:pictures:";
const CHOICES = ["theme", "size", "measure"];

// This file lies at the top of the archive's folder, so its own address says
// where the folder is, whatever the page's address: also on 404.html, which
// hosts send for any address.
const folder = new URL(".", import.meta.url);
const own = document.querySelector("script[data-wasm]");

// What an archive that is one file brings along; in a folder there is nothing.
const brought = globalThis.backissue;

// Addresses inside the page are relative to the folder. The reader changes the
// page's address as it goes, so the base must be absolute before it starts.
function holdBase() {
  let base = document.querySelector("base");
  if (!base) {
    base = document.createElement("base");
    document.head.prepend(base);
  }
  base.setAttribute("href", folder.href);
}

// What was chosen earlier; the style sheet does the rest. The browser may deny
// storage, and what is stored may be anything.
let chosen = {};
function showChoices() {
  try {
    chosen = JSON.parse(localStorage.getItem(PREFERENCES)) ?? {};
    for (const name of CHOICES) {
      if (/^[a-z]{1,20}$/.test(chosen[name])) {
        document.documentElement.dataset[name] = chosen[name];
      }
    }
  } catch {
    // The defaults stand.
  }
}

// Pictures from elsewhere would tell their hosts who reads here. The reader of the
// page may want them, for each archive; until then the policy holds them back, too.
// One file's own policy allows none at any time.
function holdPictures() {
  let shown = null;
  try {
    shown = localStorage.getItem(PICTURES + folder.href);
  } catch {
    // Not to be asked is not to be allowed.
  }
  if (shown !== "1") {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "img-src 'self'";
    document.head.append(policy);
  }
}

// Resolves once the page is on screen; at once where it is not going to be.
function painted() {
  return new Promise((resolve) => {
    if (document.visibilityState === "visible") {
      requestAnimationFrame(() => setTimeout(resolve));
    } else {
      resolve();
    }
  });
}

// The archive is wanted as soon as the reader runs; it can travel beside it.
function askForArchive() {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = new URL("articles.json", folder).href;
  document.head.append(link);
}

// The reader's words: in the language chosen, else in the archive's own, else in
// the first of the browser's that there is, else in English.
function wordsFile() {
  const files = own.dataset.words.split(" ");
  const wanted = [chosen.language, own.dataset.language, ...navigator.languages, "en"];
  const fitting = wanted.flatMap((tag) => files.filter((file) => file.split("-")[0] === String(tag).split("-")[0]));
  return `words/${fitting[0]}.txt`;
}

async function ask(name) {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) {
    throw new Error(`the host answered ${response.status}`);
  }
  return response;
}

async function load() {
  const wasm = ask(own.dataset.wasm);
  const said = ask(wordsFile()).then((response) => response.text());
  brought || askForArchive();
  const [script, indexer, words] = await Promise.all([
    brought?.script ?? import(new URL(own.dataset.script, folder)),
    brought?.indexer ?? import(new URL(own.dataset.indexer, folder)),
    said,
    wasm,
  ]);
  // What the reader asks for its index and its words.
  globalThis.backissue = { ...indexer, words: () => words };
  await script.default({ module_or_path: wasm });
  indexer.prepare?.(Number(own.dataset.length));
}

// The page holds the sentences for each reason.
function tell(why, reason) {
  const failure = document.getElementById("failure");
  for (const sentence of failure.children) {
    sentence.hidden = sentence.dataset.why !== why;
  }
  failure.querySelector("bdi").textContent = reason;
  // Above the page, where it is seen; shown last, so that it is read out whole.
  document.getElementById("page").before(failure);
  failure.hidden = false;
}

async function start() {
  if (typeof WebAssembly !== "object") {
    tell("unable", "");
    return;
  }
  await painted();
  try {
    await load();
  } catch (error) {
    console.warn("The reader did not start:", error);
    tell("failed", error.message);
  }
}

// Keeping the archive for offline is for later: it must not take the line or
// the processor from the reader, who comes first. The reader says on the root
// when it stands. A browser without idle times waits a turn. What cannot be had now
// (the reader may be leaving) is asked for again on the next page.
function keepForOffline() {
  const { offline } = own.dataset;
  const root = document.documentElement;
  const get = () => import(new URL(offline, folder)).catch(() => {});
  const keep = () => (window.requestIdleCallback ?? setTimeout)(get);
  if (!offline) return;
  if (root.dataset.app || !document.getElementById("failure").hidden) keep();
  else {
    new MutationObserver((_, watch) => {
      watch.disconnect();
      keep();
    }).observe(root, { attributeFilter: ["data-app"] });
  }
}

if (!brought) {
  holdBase();
  holdPictures();
}
showChoices();
start().then(keepForOffline);
