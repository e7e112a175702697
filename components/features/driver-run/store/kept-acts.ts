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
 * Keeps an act, with the proofs it names, and resolves once it is on the disk. Only then may the screen show it. `doorKey`:
 * the door whose form it came from, which is empty again; `insteadOf`: the refused act of which this says again what is
 * still true.
 */
export async function keepAct(
  database: IDBDatabase,
  routeId: string,
  act: NewAct,
  {
    occurredAt,
    doorKey,
    insteadOf,
  }: { readonly occurredAt: string; readonly doorKey?: string; readonly insteadOf?: KeptAct },
): Promise<void> {
  const opId = newUuid();
  await inTransaction(database, ["routes", "acts", "proofs", "drafts"], "readwrite", async (store) => {
    const route = await answerOf<KeptRoute | undefined>(store("routes").get(routeId));
    if (!route) throw new Error("the route is not kept on this device");
    const kept: KeptAct = {
      opId,
      routeId,
      act: { ...act, opId, deviceSeq: route.nextSeq, occurredAt },
      names: seenStops(route.run.sheet.stops)
        .filter(({ visitId }) => opVisitIds(act).includes(visitId))
        .map(({ name }) => name),
      refusal: null,
    };
    store("acts").add(kept);
    store("routes").put({ ...route, nextSeq: route.nextSeq + 1 });
    for (const proofId of "proofIds" in act ? act.proofIds : []) {
      const proof = await answerOf<KeptProof | undefined>(store("proofs").get(proofId));
      const isHere = proof?.state === "draft" || proof?.state === "waiting";
      if (isHere)
        store("proofs").put({ ...proof, opId, visitIds: opVisitIds(act), state: "waiting" } satisfies KeptProof);
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
