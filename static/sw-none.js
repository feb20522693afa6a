// Stands in the place of this archive's worker when its publisher wants none
// (`backissue build --no-offline`). A browser that still has one fetches this
// instead, drops what this folder had saved, and reads from the host again.
// Keep it there for as long as anybody may come back with the old one.

const OWN = `backissue ${new URL("./", self.location.href).pathname} `;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN)) await caches.delete(name);
  }
  await registration.unregister();
})()));

// A page may still ask; it is told that there is nothing. The old worker may have
// been at work when this one wanted to take over: now may be better.
self.addEventListener("message", (event) => {
  self.skipWaiting();
  event.ports[0]?.postMessage({ why: "withdrawn" });
});
