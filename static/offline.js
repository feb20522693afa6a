// Has the archive kept on the device, and tells the page the truth about it.
//
// Loaded after the reader stands. It registers the worker (sw.js), listens to
// it, and tells every change by an event on the window, `backissue:offline`,
// whose detail is the whole state. The page asks by another,
// `backissue:offline-ask`, whose detail is a word: see `asks` at the end.
// docs/offline.md describes both. What is shown of it is device.js's affair,
// which is loaded when there is something to show.
//
// It never throws at the page: what cannot be done is a state with a reason.
// Nothing is asked of a person here, and nothing switches without their word.

const TOLD = "backissue:offline";
const ASKED = "backissue:offline-ask";

// How often, at most, a page that is looked at again looks for a new edition.
const LOOK_EVERY = 60 * 60 * 1000;

// This file lies at the top of the folder, as the worker does.
const folder = new URL(".", import.meta.url).href;
const tag = document.querySelector("script[data-offline]");

// What must be remembered: that the reader wants nothing kept, or that there
// was an edition once. Of this folder, not of others on the same host.
const NOTE = `backissue:offline ${new URL(folder).pathname}`;

const OWN_CACHES = `backissue ${new URL(folder).pathname} `;
const KEPT_INDEX = `backissue-index:${folder}`;

// What a reader has chosen: see src/browser/storage.rs.
const CHOICES = ["backissue:preferences", `backissue:pictures:${folder}`];

const state = {
  // none: cannot be (see why) · off: the reader wants none · ask: waits for the
  // reader's word · saving · saved · failed (see why and file).
  kind: "none",
  why: "",
  file: "",
  // Of what is saved: number, bytes, files, and when (ms since 1970; 0 unknown).
  edition: "",
  bytes: 0,
  files: 0,
  saved: 0,
  published: 0,
  // Of what is being saved, in bytes.
  done: 0,
  total: 0,
  // A newer edition: null, or { kind: saving · ready · failed · replaced, … }.
  newer: null,
  // Whether the browser removed what had been saved on an earlier visit.
  evicted: false,
  // Whether every file is just being checked, and what that found the last time:
  // null, true or false.
  checking: false,
  verified: null,
  // Whether the browser has promised to keep it: null where it cannot say.
  persisted: null,
  // Whether the browser offers to install the archive as an app.
  installable: false,
};

// Where nothing is saved any more.
const NOTHING = { file: "", edition: "", bytes: 0, files: 0, saved: 0, published: 0, newer: null, evicted: false, verified: null };

let offered = false;

function tell(change = {}) {
  Object.assign(state, change);
  dispatchEvent(new CustomEvent(TOLD, { detail: { ...state } }));
  if (!offered && (state.newer?.kind === "ready" || state.newer?.kind === "replaced")) {
    offered = true;
    show();
  }
}

// Has it shown on the page, now and from now on. If it cannot be had, the page
// says nothing and everything else works.
async function show() {
  try {
    const { watch } = await import(new URL(tag.dataset.device, folder));
    watch();
  } catch (error) {
    console.warn("What this device keeps cannot be shown:", error);
  }
}

// Storage may be denied.
const note = {
  read() {
    try {
      return localStorage.getItem(NOTE);
    } catch {
      return null;
    }
  },
  write(word) {
    try {
      if (word) localStorage.setItem(NOTE, word);
      else localStorage.removeItem(NOTE);
    } catch {
      // Then it is forgotten.
    }
  },
};

let registration;
let installing;
let reloading = false;
let looked = Date.now();

// Asks a worker; `more` hears whatever it says afterwards.
function ask(worker, word, more) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data);
      more?.(data);
    };
    worker.postMessage({ backissue: word }, [port2]);
  });
}

// `register` takes script addresses from a policy only. Ours knows one.
function workerAddress() {
  const address = new URL("sw.js", folder).href;
  const policy = window.trustedTypes?.createPolicy("backissue", { createScriptURL: () => address });
  return policy ? policy.createScriptURL("") : address;
}
let address;

async function register() {
  try {
    address ??= workerAddress();
    registration = await navigator.serviceWorker.register(address, { scope: folder, updateViaCache: "none" });
  } catch (error) {
    tell({ kind: "failed", why: error.name === "SecurityError" ? "refused" : "unreachable" });
    return;
  }
  registration.onupdatefound = () => follow(registration.installing);
  // One that another page began may be done already, and not be in charge yet.
  follow(registration.installing ?? (registration.active ? null : registration.waiting));
  await refresh();
}

// Tells how a worker gets on with saving its edition.
function follow(worker) {
  if (!worker || worker === installing) return;
  installing = worker;
  const first = !registration.active;
  let why = "storage";
  let file = "";
  const fail = () => {
    tell(first ? { kind: "failed", why, file } : { newer: { kind: "failed", why, file } });
  };
  const hear = (progress) => {
    const { done, total } = progress;
    if (progress.why) ({ why, file } = progress);
    // The reason may come after the end.
    if (progress.why && worker.state === "redundant") fail();
    if (worker.state !== "installing" || progress.why) return;
    tell(first ? { kind: "saving", why: "", file: "", done, total } : { newer: { kind: "saving", done, total } });
  };
  ask(worker, "watch", hear);
  worker.addEventListener("statechange", () => {
    if (worker.state === "installing") return;
    if (installing === worker) installing = undefined;
    if (worker.state !== "redundant") refresh();
    else if ((first ? state : state.newer)?.kind === "saving") fail();
  });
}

// What is in hand, and what waits.
async function refresh() {
  const { active, waiting } = registration;
  if (active) {
    const { why, whole, edition, bytes, files, saved, published } = await ask(active, "state");
    if (why) {
      tell({ ...NOTHING, kind: "none", why });
      return;
    }
    if (whole) {
      note.write("saved");
      tell({ kind: "saved", why: "", file: "", edition, bytes, files, saved, published });
    } else if (note.read() !== "off") {
      tell({ evicted: true, edition });
      await mend();
    }
  }
  // Of a first edition, waiting is a moment on the way.
  if (active && waiting) {
    const { why, edition, bytes } = await ask(waiting, "state", ({ gone }) => gone && tell({ ...NOTHING, kind: "none", why: "withdrawn" }));
    // The same edition with another worker changes nothing for a reader; it takes
    // over by itself when the last tab is closed.
    if (!why && edition !== state.edition) tell({ newer: { kind: "ready", edition, bytes } });
  }
}

// Has the worker in charge save its edition again.
async function mend() {
  const { active } = registration;
  tell({ kind: "saving", why: "", file: "", done: 0, total: 0 });
  ask(active, "watch", ({ running, done, total }) => {
    if (running && state.kind === "saving") tell({ done, total });
  });
  const { why, file } = await ask(active, "save");
  if (why) {
    tell({ kind: "failed", why, file });
    // The host may have moved on; then its edition can be had instead.
    registration.update().catch(() => {});
  } else {
    await refresh();
  }
}

// The host's edition may be newer. Where the archive alone was replaced, by
// hand, there is no newer edition and what is saved is still not the latest.
async function look() {
  looked = Date.now();
  try {
    await registration.update();
  } catch {
    // No connection; the next look will do.
    return;
  }
  const { active } = registration;
  if (!active || registration.installing || registration.waiting) return;
  const { replaced } = await ask(active, "compare");
  if (replaced) tell({ newer: { kind: "replaced" } });
}

function lookAgain() {
  if (registration && document.visibilityState === "visible" && Date.now() - looked > LOOK_EVERY) look();
}

function reload() {
  if (!reloading) location.reload();
  reloading = true;
}

async function remove(word) {
  note.write(word);
  // One that is just saving ends with what it saves, and may not live to say so.
  if (registration?.installing) ask(registration.installing, "remove");
  for (const worker of [registration?.waiting, registration?.active]) {
    if (worker) await ask(worker, "remove");
  }
  await registration?.unregister();
  registration = undefined;
  // Without a worker to ask, or with one that cannot answer.
  // A page that is not secure has no caches at all.
  for (const name of await globalThis.caches?.keys() ?? []) {
    if (name.startsWith(OWN_CACHES) || (word === "off" && name === KEPT_INDEX)) await caches.delete(name);
  }
  if (word === "off") forget();
  const none = state.kind === "none" ? {} : { kind: "off", why: "" };
  tell({ ...NOTHING, ...none });
}

function forget() {
  try {
    for (const name of CHOICES) localStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}

let install;

const asks = {
  // Say again how things are.
  state: tell,

  // Look for a newer edition now.
  look: () => registration && look(),

  // Keep the archive on this device, though it is large or was removed.
  async save() {
    note.write("");
    if (registration?.active) return mend();
    tell({ kind: "saving", why: "", file: "", done: 0, total: 0 });
    return register();
  },

  // Open every saved file and compare it with the list.
  async verify() {
    const active = registration?.active;
    if (!active) return tell();
    tell({ checking: true });
    const { whole, wrong = [] } = await ask(active, "verify");
    const found = { checking: false, verified: Boolean(whole) };
    return tell(whole ? found : { ...found, kind: "failed", why: "damaged", file: wrong[0] ?? "" });
  },

  // Go over to the newer edition: all tabs, once.
  async switch() {
    const waiting = registration?.waiting;
    if (waiting) {
      waiting.addEventListener("statechange", () => waiting.state === "activated" && reload());
      const { why, file } = await ask(waiting, "switch");
      if (why) tell({ newer: { kind: "failed", why, file } });
    } else if (state.newer?.kind === "replaced") {
      await remove("");
      reload();
    }
  },

  // Remove what this folder has kept on this device, with the search's index and
  // what was chosen, and keep nothing more.
  remove: () => remove("off"),

  // Ask the browser to keep it even when it runs short of space.
  async persist() {
    tell({ persisted: await navigator.storage.persist() });
  },

  // Let the browser offer the archive as an app.
  async install() {
    await install?.prompt();
    install = undefined;
    tell({ installable: false });
  },
};

async function start() {
  addEventListener(ASKED, ({ detail }) => {
    if (Object.hasOwn(asks, detail)) {
      Promise.resolve(asks[detail]()).catch(() => tell({ kind: "failed", why: "storage" }));
    }
  });
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    install = event;
    tell({ installable: true });
  });
  customElements.define("archive-device", class extends HTMLElement {
    connectedCallback() {
      show();
    }
  });

  if ("offlineNo" in tag.dataset) return tell({ why: "withdrawn" });
  if (!isSecureContext) return tell({ why: "insecure" });
  let controller;
  try {
    ({ controller } = navigator.serviceWorker);
  } catch {
    return tell({ why: "unsupported" });
  }
  tell({ persisted: await navigator.storage?.persisted?.().catch(() => null) ?? null });

  // Another tab may have switched: this one goes along, once. A page that came
  // from the host itself, or a worker with the same edition, is no reason.
  const opened = controller && ask(controller, "state");
  navigator.serviceWorker.addEventListener("controllerchange", async () => {
    const now = navigator.serviceWorker.controller;
    if (!opened || !now) return;
    const { edition } = await ask(now, "state");
    if (edition && edition !== (await opened).edition) reload();
  });
  document.addEventListener("visibilitychange", lookAgain);
  addEventListener("focus", lookAgain);

  const noted = note.read();
  if (noted === "off") return tell({ kind: "off" });
  const there = (await navigator.serviceWorker.getRegistrations()).find(({ scope }) => scope === folder);
  if (noted === "saved" && !there?.active) tell({ evicted: true });
  const total = Number(tag.dataset.offlineAsk ?? 0);
  if (!there && (total || navigator.connection?.saveData)) return tell({ kind: "ask", total });
  return register();
}

start().catch(() => tell({ kind: "failed", why: "storage" }));
