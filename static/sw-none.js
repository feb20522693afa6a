// Stands in the place of this archive's worker when its publisher wants none
// (`backissue build --no-offline`). A browser that still has one fetches this
// instead, drops what this folder had saved, and reads from the host again.
// Keep it there for as long as anybody may come back with the old one.

const OWN = `backissue ${new URL("./", self.location.href).pathname} `;

// How long the old worker gets to be at rest. Chromium may wait minutes for that,
// or for its last page to go, before it lets another take its place.
const REST = 1_000;

let gone;

// What this folder saved, and then the registration; pages that the old worker still
// answers keep it until they are left, and none that is opened from now on gets it.
function leave() {
  gone ??= (async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OWN)) await caches.delete(name);
    }
    await registration.unregister();
  })();
  return gone;
}

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(leave()));

// A page may still ask; it is told that there is nothing, and again when what there
// was is gone.
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  port?.postMessage({ why: "withdrawn" });
  event.waitUntil((async () => {
    await new Promise((resolve) => { setTimeout(resolve, REST); });
    await leave();
    port?.postMessage({ why: "withdrawn", gone: true });
  })());
});
