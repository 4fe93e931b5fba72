/**
 * Serves the app without a network after the first visit. It keeps files of the app and nothing else: what is sent to
 * the server or asked of it, such as a teaching round with its patient and its votes, is in no list and is left alone.
 *
 * The list of files and its version are written after each build (scripts/precache.ts). A browser that finds the
 * list changed installs this worker again; the new one waits until the page asks for it, so that no page mixes
 * the files of two versions.
 */
importScripts("/_next/static/precache.js");

const { version, files, pages } = self.precache;
const cacheName = `sle-${version}`;

async function fill() {
  const cache = await caches.open(cacheName);
  // Files of the build are named by their content, so a copy of an earlier version is the same file.
  const copyOrFetch = async (file) => {
    const known = file.startsWith("/_next/static/") && (await caches.match(file));
    await (known ? cache.put(file, known) : cache.add(new Request(file, { cache: "reload" })));
  };
  const tasks = [
    ...files.map((file) => () => copyOrFetch(file)),
    ...pages.map((page) => () => cache.add(new Request(page, { cache: "reload" }))),
  ];
  await Promise.all(Array.from({ length: AT_ONCE }, () => workThrough(tasks)));
}

/** All at once would hold up the answers of a first visitor; one by one would take half a minute on a slow network. */
const AT_ONCE = 3;

async function workThrough(tasks) {
  for (let task = tasks.shift(); task; task = tasks.shift()) await task();
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("sle-") && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromCache(key, request) {
  const cache = await caches.open(cacheName);
  const found = await cache.match(key);
  if (!found) return fetch(request);
  // A thread is told what to run in the fragment of its own address, which an answer with an address would replace.
  return request.destination === "worker" ? new Response(found.body, found) : found;
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());

const known = { files: new Set(files), pages: new Set(pages) };

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const kept = request.mode === "navigate" ? known.pages : known.files;
  if (kept.has(pathname)) event.respondWith(fromCache(pathname, request));
});
