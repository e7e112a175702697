import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";

/** What the log says of a visit's evidence as a whole. */
export function evidenceEvent(
  type: DomainEvent["type"],
  { visitId, planId, routeId, routeNumber, deliveryId, externalId }: VisitEvidence,
  data: Readonly<Record<string, unknown>> = {},
): DomainEvent {
  return {
    type,
    entity: "proof",
    entityId: visitId,
    planId,
    data: { routeId, number: routeNumber, deliveryId, externalId, ...data },
  };
}
