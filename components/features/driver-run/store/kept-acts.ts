import { opVisitIds } from "@/server/domain/execution/driver-op";
import type { WireDriverOp } from "@/server/domain/execution/driver-run";
import { seenStops } from "../day/changed-stops";
import { type OpsAnswer, settleActs } from "../sync/settle-acts";
import type { KeptAct, KeptProof, KeptRoute } from "./kept";
import { newUuid } from "./new-uuid";
import { answerOf, inTransaction } from "./open-database";

type Undated<Act> = Act extends unknown ? Omit<Act, "opId" | "deviceSeq" | "occurredAt"> : never;

/** What a driver does, before it has a name and a number. */
export type NewAct = Undated<WireDriverOp>;

/**
 * Keeps acts, with the proofs they name, and resolves once they are on the disk, all or none. Only then may the screen show
 * them. `doorKey`: the door whose form they came from, which is empty again; `insteadOf`: the refused act of which this says
 * again what is still true.
 */
export async function keepActs(
  database: IDBDatabase,
  routeId: string,
  acts: readonly NewAct[],
  {
    occurredAt,
    doorKey,
    insteadOf,
  }: { readonly occurredAt: string; readonly doorKey?: string; readonly insteadOf?: KeptAct },
): Promise<void> {
  await inTransaction(database, ["routes", "acts", "proofs", "drafts"], "readwrite", async (store) => {
    const route = await answerOf<KeptRoute | undefined>(store("routes").get(routeId));
    if (!route) throw new Error("the route is not kept on this device");
    const named = seenStops(route.run.sheet.stops);
    const made = acts.map((act, index) => ({ ...act, opId: newUuid(), deviceSeq: route.nextSeq + index, occurredAt }));
    for (const act of made) {
      const names = named.filter(({ visitId }) => opVisitIds(act).includes(visitId)).map(({ name }) => name);
      store("acts").add({ opId: act.opId, routeId, act, names, refusal: null } satisfies KeptAct);
    }
    store("routes").put({ ...route, nextSeq: route.nextSeq + made.length });
    for (const proofId of new Set(made.flatMap((act) => ("proofIds" in act ? act.proofIds : [])))) {
      const proof = await answerOf<KeptProof | undefined>(store("proofs").get(proofId));
      if (proof?.state !== "draft" && proof?.state !== "waiting") continue;
      const by = made.filter((act) => "proofIds" in act && act.proofIds.includes(proofId));
      const visitIds = by.flatMap((act) => opVisitIds(act));
      store("proofs").put({ ...proof, opId: by[0]!.opId, visitIds, state: "waiting" } satisfies KeptProof);
    }
    if (insteadOf?.refusal) {
      const isSaidAgain = { ...insteadOf.refusal, isSaidAgain: true };
      store("acts").put({ ...insteadOf, refusal: isSaidAgain } satisfies KeptAct);
    }
    if (doorKey) store("drafts").delete(doorKey);
  });
}

/** Takes in the server's answers to acts: what it has joins the route's known acts, what it refused says so. */
export async function keepAnswers(
  database: IDBDatabase,
  routeId: string,
  sent: readonly KeptAct[],
  { answers, skewSeconds }: OpsAnswer,
  nowMs: number,
): Promise<void> {
  await inTransaction(database, ["routes", "acts"], "readwrite", async (store) => {
    const route = await answerOf<KeptRoute | undefined>(store("routes").get(routeId));
    if (!route) return;
    const { taken, refused } = settleActs(sent, answers);
    for (const { opId } of taken) store("acts").delete(opId);
    for (const act of refused) store("acts").put(act);
    const known = new Set(route.run.ops.map(({ opId }) => opId));
    const news = taken.map(({ act }) => act).filter(({ opId }) => !known.has(opId));
    const run = { ...route.run, ops: [...route.run.ops, ...news] };
    store("routes").put({ ...route, lastSentAtMs: nowMs, skewSeconds, run } satisfies KeptRoute);
  });
}

/** Lets go of a refused act once its driver has seen why. */
export async function dismissAct(database: IDBDatabase, opId: string): Promise<void> {
  await inTransaction(database, ["acts"], "readwrite", async (store) => {
    const kept = await answerOf<KeptAct | undefined>(store("acts").get(opId));
    if (kept?.refusal) store("acts").delete(opId);
  });
}
