import type { DriverRun } from "@/server/domain/execution/driver-run";
import { seenStops } from "../day/changed-stops";
import type { KeptAct, KeptDraft, KeptProof, KeptRoute, KeptSession } from "./kept";
import { answerOf, inTransaction } from "./open-database";

/** All that is kept for one route, but the bytes of its proofs. */
export interface KeptDay {
  readonly route: KeptRoute;
  /** Those not taken by the server, in the order they were made. */
  readonly acts: readonly KeptAct[];
  readonly proofs: readonly KeptProof[];
  readonly drafts: readonly KeptDraft[];
}

/** The route a link opened before on this device; with no link, the one opened last. */
export async function findKeptRoute(database: IDBDatabase, linkToken: string | null): Promise<KeptRoute | null> {
  const routes = await inTransaction(database, ["routes"], "readonly", (store) =>
    answerOf<KeptRoute[]>(store("routes").getAll()),
  );
  const found = linkToken ? routes.filter((route) => route.linkToken === linkToken) : routes;
  return found.toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0] ?? null;
}

export async function readKeptDay(database: IDBDatabase, routeId: string): Promise<KeptDay | null> {
  return inTransaction(database, ["routes", "acts", "proofs", "drafts"], "readonly", async (store) => {
    const [route, acts, proofs, drafts] = await Promise.all([
      answerOf<KeptRoute | undefined>(store("routes").get(routeId)),
      answerOf<KeptAct[]>(store("acts").index("routeId").getAll(routeId)),
      answerOf<KeptProof[]>(store("proofs").index("routeId").getAll(routeId)),
      answerOf<KeptDraft[]>(store("drafts").index("routeId").getAll(routeId)),
    ]);
    if (!route) return null;
    return { route, acts: acts.toSorted((a, b) => a.act.deviceSeq - b.act.deviceSeq), proofs, drafts };
  });
}

/** How many acts and pictures of any route wait on this device. */
export async function countWaiting(database: IDBDatabase): Promise<number> {
  return inTransaction(database, ["acts", "proofs"], "readonly", async (store) => {
    const [acts, proofs] = await Promise.all([
      answerOf<KeptAct[]>(store("acts").getAll()),
      answerOf<KeptProof[]>(store("proofs").getAll()),
    ]);
    return acts.filter(({ refusal }) => refusal === null).length + proofs.filter(isWaiting).length;
  });
}

const isWaiting = ({ state }: KeptProof) => state === "waiting";

/** Keeps what the server says of a route, beside what the device knows of it already. */
export async function keepRun(
  database: IDBDatabase,
  opened: { readonly linkToken: string; readonly session: KeptSession },
  run: DriverRun,
  nowMs: number,
): Promise<void> {
  await inTransaction(database, ["routes"], "readwrite", async (store) => {
    const before = await answerOf<KeptRoute | undefined>(store("routes").get(run.routeId));
    const lastSeq = Math.max(-1, ...run.ops.map(({ deviceSeq }) => deviceSeq));
    const route: KeptRoute = {
      openedAtMs: nowMs,
      lastSentAtMs: null,
      skewSeconds: 0,
      seen: seenStops(run.sheet.stops),
      ...before,
      ...opened,
      routeId: run.routeId,
      run,
      readAtMs: nowMs,
      nextSeq: Math.max(before?.nextSeq ?? 0, lastSeq + 1),
      isClosed: false,
    };
    store("routes").put(route);
  });
}

/** Changes what is kept of a route itself; nothing when it is not kept. */
export async function patchRoute(
  database: IDBDatabase,
  routeId: string,
  patch: (route: KeptRoute) => Partial<KeptRoute>,
): Promise<void> {
  await inTransaction(database, ["routes"], "readwrite", async (store) => {
    const route = await answerOf<KeptRoute | undefined>(store("routes").get(routeId));
    if (route) store("routes").put({ ...route, ...patch(route) });
  });
}
