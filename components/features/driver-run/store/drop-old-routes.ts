import type { KeptAct, KeptProof, KeptRoute } from "./kept";
import { answerOf, inTransaction, type StoreName } from "./open-database";

const KEPT_MILLISECONDS = 7 * 24 * 3600_000;
const OF_ROUTE = ["acts", "proofs", "drafts", "fixes"] as const satisfies readonly StoreName[];

/**
 * Lets go of routes not opened for a week: other people's names do not belong on a phone for longer. One with anything
 * that the server does not have stays.
 */
export async function dropOldRoutes(database: IDBDatabase, nowMs: number): Promise<void> {
  await inTransaction(database, ["routes", "bytes", ...OF_ROUTE], "readwrite", async (store) => {
    const routes = await answerOf<KeptRoute[]>(store("routes").getAll());
    for (const { routeId, openedAtMs } of routes) {
      if (openedAtMs > nowMs - KEPT_MILLISECONDS) continue;
      const acts = await answerOf<KeptAct[]>(store("acts").index("routeId").getAll(routeId));
      const proofs = await answerOf<KeptProof[]>(store("proofs").index("routeId").getAll(routeId));
      if (acts.length > 0 || proofs.some(({ state }) => state === "waiting")) continue;
      for (const { proofId } of proofs) store("bytes").delete(proofId);
      for (const name of OF_ROUTE) {
        for (const key of await answerOf(store(name).index("routeId").getAllKeys(routeId))) store(name).delete(key);
      }
      store("routes").delete(routeId);
    }
  });
}
