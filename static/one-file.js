// What an archive brings along when it is one file: everything the start script
// and the reader would fetch from a folder lies packed in the page itself.
//
// Words: the *pack* is a gzip in the element `pack`, five letters for four bytes.
// Unpacked it is a line of JSON, pairs of name and length, and then the files, one
// after another. The press writes it: crates/press/src/site/one_file/pack.rs.
//
// It runs before the reader and the start script, and stands in the page as it is
// here. It asks nobody for anything, and nothing of a file becomes markup or script.

const pack = document.getElementById("pack");
const folder = new URL(".", document.baseURI);

// The letters are those of ASCII from `#` on, without `&`, `<` and `>`.
function digit(code) {
  return code - 35 - (code > 38) - (code > 60) - (code > 62);
}

function decode(text, length) {
  const view = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let place = at; place < at + 5; place += 1) number = number * 85 + digit(text.charCodeAt(place));
    view.setUint32((at / 5) * 4, number);
  }
  return new Uint8Array(view.buffer, 0, length);
}

// The files by name, once they are unpacked.
async function unpack() {
  const packed = decode(pack.textContent, Number(pack.dataset.length));
  pack.remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let from = bytes.indexOf(10) + 1;
  const list = JSON.parse(new TextDecoder().decode(bytes.subarray(0, from)));
  return new Map(list.map(([name, length]) => [name, bytes.subarray(from, (from += length))]));
}

let held = new Map();
const files = unpack().then((found) => (held = found));

// The name in the pack of what an address means in a folder.
function named(address) {
  const name = new URL(address, folder).href.slice(folder.href.length).split(/[?#]/)[0];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

// A picture needs to be told its kind only where it is a text.
const kind = (name) => (name.endsWith(".svg") ? "image/svg+xml" : "");

// The reader and the start script ask for files as everywhere.
globalThis.fetch = async (address) => {
  const name = named(address);
  const file = (await files).get(name);
  const headers = { "content-type": name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream" };
  return new Response(file, { status: file ? 200 : 404, headers });
};

// A link to a file of the folder saves the packed one.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const name = link && named(link.hash.slice(1));
  const file = held.get(name);
  if (!file) return;
  event.preventDefault();
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([file]));
  saved.download = link.download || name.split("/").pop();
  saved.click();
  // By then the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
});

// Pictures are shown as they come onto the page.
function showPictures() {
  for (const picture of document.querySelectorAll("img[data-src]:not([src])")) {
    const name = named(picture.dataset.src);
    const file = held.get(name);
    if (!file) continue;
    picture.src = URL.createObjectURL(new Blob([file], { type: kind(name) }));
    picture.onload = () => URL.revokeObjectURL(picture.src);
  }
}

files.then(showPictures, () => {});
new MutationObserver(showPictures).observe(document, { childList: true, subtree: true });

globalThis.backissue = {
  // No worker can be had from a local file, and no cache: the page builds its
  // index itself, in slices.
  indexer: { index: async () => null, keep() {} },
};
