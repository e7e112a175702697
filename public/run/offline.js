/*
 * Opens a driver's pages without network. Kept are only what every driver gets alike: an empty page (`/run/today`), which
 * takes the route from the device's own database, and the scripts, styles and letters it needs. Routes, names and links
 * are never in this cache. The page is kept with its own headers, so that its policy fits the scripts in it.
 */
const SHELL = "/run/today";
const CACHE = "dray-run-1";
const ASSET = /^\/(_next\/static\/|run\/[\w-]+\.(?:png|svg|webmanifest)$)/;
const PATIENCE_MILLISECONDS = 5000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(event));
  else if (ASSET.test(url.pathname)) event.respondWith(openAsset(request));
});

/** The page as it is now; without network, or with one that does not answer, the page that was kept. */
async function openPage(event) {
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    // A gateway that answers for a server that is away is no answer.
    if (response.status < 500) {
      event.waitUntil(keepShell().catch(() => {}));
      return response;
    }
    return (await caches.match(SHELL)) ?? response;
  } catch (error) {
    const kept = await caches.match(SHELL);
    if (kept) return kept;
    throw error;
  }
}

/** Assets have their contents in their names: what is kept is right. */
async function openAsset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
}

/** Fetches the empty page and all that it and its styles name. It is kept last: a kept page is a complete one. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  const response = await fetch(SHELL, { cache: "no-store" });
  if (!response.ok) throw new Error(`the page could not be kept: ${response.status}`);
  const html = await response.clone().text();
  const known = await cache.match(SHELL);
  const assets = assetsIn(html, SHELL);
  const texts = await Promise.all(assets.map((asset) => keepAsset(cache, asset)));
  const fonts = texts.flatMap((text, index) => (text ? assetsIn(text, assets[index]) : []));
  await Promise.all(fonts.map((font) => keepAsset(cache, font)));
  await cache.put(SHELL, response);
  if (known) await dropStrangers(cache, new Set([SHELL, ...assets, ...fonts]), assetsIn(await known.text(), SHELL));
}

/** Keeps one asset; a style sheet's text, for the letters it names. */
async function keepAsset(cache, asset) {
  let response = await cache.match(asset);
  if (!response) {
    response = await fetch(asset);
    if (!response.ok) throw new Error(`${asset} could not be kept: ${response.status}`);
    await cache.put(asset, response.clone());
  }
  return asset.endsWith(".css") ? response.text() : "";
}

/** Paths of assets that a page or a style sheet names. Latin letters are enough; others come when they are needed. */
function assetsIn(text, from) {
  const named = from.endsWith(".css")
    ? [...text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(([, path]) => path)
    : [...text.matchAll(/["'(\\](\/(?:_next\/static|run)\/[\w./%~@-]+\.(?:js|css|woff2|png|svg|webmanifest))/g)].map(
        ([, path]) => path,
      );
  const paths = named.map((path) => new URL(path, new URL(from, self.location.origin)).pathname);
  return [...new Set(paths)].filter((path) => ASSET.test(path) && (!path.endsWith(".woff2") || /latin/.test(path)));
}

/** Lets go of what neither this page nor the one kept before needs: tabs may still show the one before. */
async function dropStrangers(cache, needed, before) {
  const keep = new Set([...needed, ...before]);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!keep.has(pathname) && pathname.endsWith(".js")) await cache.delete(request);
  }
}

async function dropOldCaches() {
  for (const name of await caches.keys()) if (name.startsWith("dray-run-") && name !== CACHE) await caches.delete(name);
}
