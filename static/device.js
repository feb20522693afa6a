// Says on the page what this device keeps of the archive, and offers what can be
// done about it: in full where the page has an <archive-device>, elsewhere only
// that a newer edition is ready.
//
// offline.js loads it when there is something to say, tells it how things are and
// does what is asked; docs/offline.md lists both. The words are a file of their
// own, words/<language>-device.ftl in the sources.
//
// `view` is what is said and offered, and no more than a function of what was
// told. The rest puts it on the page, as text and never as markup. It refuses to
// promise: what it says is what was found.

const TOLD = "backissue:offline";
const ASKED = "backissue:offline-ask";

// The lines of the reader's words that are of use here: see src/words.rs.
const LANGUAGE = 0;
const DEVICE = 7;

// What a state means in words. `lead` is announced when it changes, `more` stands
// below it, and `end` below the buttons; all are messages, each a name and its
// parts. `acts` are what offline.js can be asked, each with the message on its
// button. `bar` is how far the saving is. `asked` holds what has been asked for on this page, and `size`
// and `day` put bytes and times into words.
export function view(state, asked, { size, day }) {
  const { kind, newer } = state;
  const lead = [];
  const more = [];
  const acts = [];
  const end = [];
  let bar;
  const because = ({ why, file }) => [`why-${why}`, file];
  const saving = ({ done, total }) => {
    bar = { done, total };
    if (total) more.push(["progress", size(total), size(done)]);
  };
  if (state.evicted) lead.push([kind === "saved" ? "came-back" : "gone"]);
  if (kind === "saved") {
    lead.push(["saved", size(state.bytes), day(state.published || state.saved)]);
    if (state.checking) lead.push(["checking"]);
    else if (state.verified) lead.push(["verified"]);
    more.push(["works"], [state.persisted ? "kept" : asked.has("persist") ? "not-promised" : "may-go"]);
  } else if (kind === "saving") {
    lead.push(["saving"]);
    saving(state);
  } else if (kind === "failed") {
    lead.push(["not-saved"], because(state));
    more.push(["reads-on"]);
    acts.push(["save", state.why === "damaged" ? "do-save" : "do-again"]);
  } else if (kind === "ask") {
    lead.push(state.total ? ["ask", size(state.total)] : ["ask-sparing"]);
    acts.push(["save", "do-save"]);
  } else if (kind === "off") {
    lead.push(["off"]);
    acts.push(["save", "do-save"]);
  } else if (state.why) {
    lead.push(["not-saved"], because(state));
    more.push(["reads-on"]);
  }
  if (isOffered(newer)) {
    lead.push(["newer-ready"]);
    acts.push(["switch", "do-switch"]);
  } else if (newer?.kind === "saving") {
    lead.push(["newer-saving"]);
    saving(newer);
  } else if (newer?.kind === "failed") {
    lead.push(["newer-failed"]);
    more.push(because(newer));
    acts.push(["look", "do-again"]);
  }
  if (kind === "saved") {
    acts.push(["verify", "do-verify"]);
    if (state.persisted === false) acts.push(["persist", "do-persist"]);
  }
  if (state.installable) acts.push(["install", "do-install"]);
  if (lead.length && kind !== "off") {
    acts.push(["remove", "do-remove"]);
    end.push(["remove-words"]);
  }
  return { lead, more, acts, end, bar };
}

// A newer edition, or another archive in the place of the one that was saved.
const isOffered = (newer) => newer?.kind === "ready" || newer?.kind === "replaced";

// ---- Words ----

let words;
let loading;

async function load() {
  const lines = globalThis.backissue.words().split("\n");
  const response = await fetch(new URL(lines[DEVICE], new URL(".", import.meta.url)));
  if (!response.ok) throw new Error(`the host answered ${response.status}`);
  const text = await response.text();
  const said = new Map(text.split("\n").map((line) => {
    const end = line.indexOf(" ");
    return [line.slice(0, end), line.slice(end + 1)];
  }));
  // Days before months, as everywhere in the reader, and its digits.
  const language = lines[LANGUAGE] === "en" ? "en-GB" : lines[LANGUAGE];
  const locale = `${language}-u-nu-latn`;
  const bytes = (unit, most) => new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: most });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  words = {
    say: ([name, ...parts]) => said.get(name).replace(/\$(\d)/g, (_, at) => parts[at]),
    size: (count) => (count < 1e6 ? bytes("kilobyte", 0).format(count / 1e3) : bytes("megabyte", 1).format(count / 1e6)),
    day: (time) => days.format(time),
  };
}

// ---- The page ----

let state;
let offer;
let declined;
const asked = new Set();

// Brings the inside of an element to what is wanted: [key, tag, text] each. What
// is the same stays as it is, so that nobody loses the focus and nothing is
// announced twice.
function fill(parent, wanted) {
  const keys = wanted.map(([key]) => key);
  for (const child of [...parent.children]) {
    if (!keys.includes(child.dataset.part)) child.remove();
  }
  return wanted.map(([key, tag, text], at) => {
    let child = [...parent.children].find(({ dataset }) => dataset.part === key);
    if (!child) {
      child = document.createElement(tag);
      child.dataset.part = key;
    }
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
    if (text !== undefined && child.textContent !== text) child.textContent = text;
    return child;
  });
}

function buttons(parent, acts) {
  const made = fill(parent, acts.map(([act, word]) => [act, "button", words.say([word])]));
  for (const [at, button] of made.entries()) {
    button.type = "button";
    button.onclick = () => {
      const [act] = acts[at];
      asked.add(act);
      dispatchEvent(new CustomEvent(ASKED, { detail: act }));
    };
  }
  return made;
}

function drawPanel(panel) {
  const held = panel.contains(document.activeElement);
  const { lead, more, acts, end, bar } = view(state, asked, words);
  const lines = (messages) => messages.map((message) => [message[0], "p", words.say(message)]);
  const [status, progress, text, tools, last] = fill(panel, [
    ["lead", "div"], ["bar", "progress"], ["more", "div"], ["acts", "p"], ["end", "div"],
  ]);
  status.setAttribute("role", "status");
  fill(status, lines(lead));
  progress.hidden = !bar;
  progress.setAttribute("aria-label", words.say(["saving"]));
  if (bar?.total) {
    progress.max = bar.total;
    progress.value = bar.done;
  } else {
    progress.removeAttribute("value");
  }
  text.className = "small";
  last.className = "small";
  fill(text, lines(more));
  fill(last, lines(end));
  tools.className = "buttons";
  buttons(tools, acts);
  // The button that was pressed may be gone.
  panel.tabIndex = -1;
  if (held && !panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
}

function drawOffer() {
  const { newer } = state;
  if (!isOffered(newer) || declined === newer.edition) {
    offer.replaceChildren();
    return;
  }
  const [, tools] = fill(offer, [["text", "span", words.say(["newer-ready"])], ["acts", "span"]]);
  tools.className = "buttons";
  const [, later] = buttons(tools, [["switch", "do-switch"], ["later", "do-later"]]);
  later.onclick = () => {
    declined = newer.edition;
    drawOffer();
  };
}

async function draw() {
  try {
    await (loading ??= load());
  } catch {
    // What the page said stays. The next event tries again.
    loading = undefined;
    return;
  }
  for (const panel of document.querySelectorAll("archive-device")) drawPanel(panel);
  drawOffer();
}

// Shows how things are from now on; more calls look again at the page.
export function watch() {
  if (!offer) {
    // Its words come later, so that they are announced.
    offer = document.createElement("div");
    offer.className = "offer";
    offer.setAttribute("role", "status");
    document.body.append(offer);
    addEventListener(TOLD, ({ detail }) => {
      state = detail;
      draw();
    });
  }
  dispatchEvent(new CustomEvent(ASKED, { detail: "state" }));
}
