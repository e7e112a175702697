import type { ProofRow } from "@/db/queries/proof/proofs";
import type { DomainEvent } from "@/server/domain/event/domain-event";

/** What the log says of one picture. */
export function proofEvent(
  type: DomainEvent["type"],
  { id, planId, routeId, kind, visitIds }: Pick<ProofRow, "id" | "planId" | "routeId" | "kind" | "visitIds">,
  data: Readonly<Record<string, unknown>> = {},
): DomainEvent {
  return { type, entity: "proof", entityId: id, planId, data: { routeId, visitIds, kind, ...data } };
}
