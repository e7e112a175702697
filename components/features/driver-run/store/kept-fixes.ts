import type { KeptFix, PositionFix } from "./kept";
import { answerOf, inTransaction } from "./open-database";

/** A working day at one fix in ten seconds. Beyond it the oldest go first: where the van is matters more than was. */
const MAX_FIXES = 3000;

export async function keepFix(database: IDBDatabase, routeId: string, fix: PositionFix): Promise<void> {
  await inTransaction(database, ["fixes"], "readwrite", async (store) => {
    store("fixes").add({ routeId, fix } satisfies KeptFix);
    const excess = (await answerOf(store("fixes").count())) - MAX_FIXES;
    if (excess <= 0) return;
    const oldest = await answerOf(store("fixes").getAllKeys(null, excess));
    for (const key of oldest) store("fixes").delete(key);
  });
}

/** The oldest fixes of a route that the server does not have. */
export async function readFixes(database: IDBDatabase, routeId: string, count: number): Promise<Required<KeptFix>[]> {
  return inTransaction(database, ["fixes"], "readonly", (store) =>
    answerOf<Required<KeptFix>[]>(store("fixes").index("routeId").getAll(routeId, count)),
  );
}

export async function dropFixes(database: IDBDatabase, ids: readonly number[]): Promise<void> {
  await inTransaction(database, ["fixes"], "readwrite", (store) => {
    for (const id of ids) store("fixes").delete(id);
  });
}
