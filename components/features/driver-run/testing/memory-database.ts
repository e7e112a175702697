import type { StoreName } from "../store/open-database";

type Row = Record<string, unknown>;

/** What names the rows of a store; null: a name is given with each. */
const KEY_PATHS: Record<StoreName, string | null> = {
  routes: "routeId",
  acts: "opId",
  proofs: "proofId",
  drafts: "doorKey",
  bytes: null,
  fixes: "id",
};

/** As much of IndexedDB as what is kept of a route asks for, in memory. Nothing is ever rolled back. */
export function memoryDatabase(): IDBDatabase {
  const stores = new Map(Object.entries(KEY_PATHS).map(([name, keyPath]) => [name, memoryStore(keyPath)]));
  const transaction = () => {
    const running = { oncomplete: null as (() => void) | null, objectStore: (name: string) => stores.get(name) };
    setTimeout(() => running.oncomplete?.());
    return running;
  };
  return { transaction } as unknown as IDBDatabase;
}

function memoryStore(keyPath: string | null) {
  const rows = new Map<unknown, unknown>();
  const put = (value: unknown, key = keyPath && (value as Row)[keyPath]) => answering(rows.set(key, value) && key);
  const ofRoute = (routeId: unknown) => [...rows].filter(([, row]) => (row as Row).routeId === routeId);
  return {
    put,
    add: put,
    get: (key: unknown) => answering(rows.get(key)),
    delete: (key: unknown) => answering(rows.delete(key) && undefined),
    getAll: () => answering([...rows.values()]),
    index: () => ({ getAll: (routeId: unknown) => answering(ofRoute(routeId).map(([, row]) => row)) }),
  };
}

function answering<Result>(result: Result) {
  const request = { result, onsuccess: null as (() => void) | null };
  queueMicrotask(() => request.onsuccess?.());
  return request;
}
