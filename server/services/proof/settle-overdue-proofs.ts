import "server-only";
import { z } from "zod";
import { lockProof, updateProof } from "@/db/queries/proof/proofs";
import { listUnswept } from "@/db/queries/proof/tidy-proofs";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { LOST_AFTER_DAYS } from "@/server/domain/proof/proof";
import { changed, changedQuietly, command } from "../kernel/command";
import { takeIn } from "./announce-proofs";
import { proofEvent } from "./proof-event";
import { incomingKey } from "./proof-keys";

/** So many at a time; whoever gets this number back asks again. */
const BATCH = 200;
const DAY_MS = 24 * 3600 * 1000;
/** A look at a picture that has not ended by then is tried anew. */
const STUCK_AFTER_MS = 3600 * 1000;

/**
 * Pictures that were announced and have not come for days are lost, unless they are here and nobody has said so; those
 * whose look never ended are looked at again. Answers with how many were settled.
 */
export const settleOverdueProofs = command({
  permission: "proof.review",
  input: z.object({}),
  prepare: async ({ actor: { organizationId }, now, ports, read }) => {
    const since = (ms: number) => new Date(now.getTime() - ms);
    const overdue = await read((tx) =>
      listUnswept(tx, organizationId, {
        statuses: ["expected"],
        before: since(LOST_AFTER_DAYS * DAY_MS),
        limit: BATCH,
      }),
    );
    const stuck = await read((tx) =>
      listUnswept(tx, organizationId, { statuses: ["quarantined"], before: since(STUCK_AFTER_MS), limit: BATCH }),
    );
    const arrived = new Set<string>();
    for (const { id } of overdue) if (await ports.blobs.has(incomingKey(organizationId, id))) arrived.add(id);
    return { overdue, stuck, arrived };
  },
  run: async (scope) => {
    const { tx, actor, now, prepared } = scope;
    const events: DomainEvent[] = [];
    for (const { id } of prepared.overdue) {
      const row = await lockProof(tx, actor.organizationId, id);
      if (row?.status !== "expected") continue;
      if (prepared.arrived.has(id)) await takeIn(scope, id);
      else await updateProof(tx, actor.organizationId, id, { status: "lost", updatedAt: now });
      events.push(proofEvent(prepared.arrived.has(id) ? "proof.uploaded" : "proof.lost", row));
    }
    for (const { id } of prepared.stuck) {
      const row = await lockProof(tx, actor.organizationId, id);
      if (row?.status !== "quarantined") continue;
      await updateProof(tx, actor.organizationId, id, { updatedAt: now });
      await scope.enqueue("verify-proof", { proofId: id });
    }
    const settled = Math.max(prepared.overdue.length, prepared.stuck.length);
    const result = { settled, isMore: settled === BATCH };
    return events.length > 0 ? changed(result, events) : changedQuietly(result);
  },
});
