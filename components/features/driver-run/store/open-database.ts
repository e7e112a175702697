const NAME = "dray-run";
const VERSION = 1;

export type StoreName = "routes" | "acts" | "proofs" | "bytes" | "drafts" | "fixes";

/** Opens what this device keeps of its routes. Rejects where the browser keeps nothing (some private windows). */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore("routes", { keyPath: "routeId" });
      for (const [name, keyPath] of [
        ["acts", "opId"],
        ["proofs", "proofId"],
        ["drafts", "doorKey"],
      ] as const) {
        database.createObjectStore(name, { keyPath }).createIndex("routeId", "routeId");
      }
      // By proof. ArrayBuffers, not Blobs: some phones lose blobs with the page that made them.
      database.createObjectStore("bytes");
      database.createObjectStore("fixes", { keyPath: "id", autoIncrement: true }).createIndex("routeId", "routeId");
    };
    request.onsuccess = () => {
      // Another tab with newer code must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/** What a request to the database answers. */
export function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Runs `work` in one transaction and resolves once it is on the disk: whoever awaits this may close the page. `work` may
 * await nothing but the database.
 */
export async function inTransaction<Result>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  mode: "readonly" | "readwrite",
  work: (store: (name: StoreName) => IDBObjectStore) => Promise<Result> | Result,
): Promise<Result> {
  const transaction = database.transaction([...stores], mode, { durability: "strict" });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the device's database gave up"));
  });
  // Whoever awaits `work` learns of its failure; this one must not be reported as unhandled beside it.
  done.catch(() => {});
  try {
    const result = await work((name) => transaction.objectStore(name));
    await done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    throw error;
  }
}
