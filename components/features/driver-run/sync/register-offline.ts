/**
 * Lets the page open without network. Marks the document once that is so. Not while developing, where assets keep their
 * names when they change.
 */
export function registerOffline(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("/run/offline.js", { scope: "/run/" }).then(
    async () => {
      await navigator.serviceWorker.ready;
      document.documentElement.dataset.offline = "ready";
    },
    // Without it the page works as long as it is open.
    () => {},
  );
}
