import "server-only";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryDecision } from "@/server/domain/order/decide-upsert";
import { type DeliveryVerdict, refusedVerdict } from "@/server/domain/order/delivery-verdict";
import { insertNewDeliveries, type SaveScope } from "./insert-new-deliveries";
import { saveChangedDeliveries } from "./save-changed-deliveries";

/** What was decided about one item of a request. */
export interface ItemDecision {
  readonly index: number;
  readonly externalId: string | null;
  /** Known already where items were asked for by id. */
  readonly deliveryId?: string;
  readonly decision: DeliveryDecision;
}

/** Saves all that was decided in the command's transaction and says what became of each item. */
export async function saveDecisions(
  scope: SaveScope,
  items: readonly ItemDecision[],
): Promise<{ verdicts: DeliveryVerdict[]; events: DomainEvent[] }> {
  const creations = items.flatMap(({ decision }) => (decision.kind === "create" ? [decision] : []));
  const changes = items.flatMap(({ decision }) => (decision.kind === "change" ? [decision] : []));
  const inserted = await insertNewDeliveries(scope, creations);
  const changeEvents = await saveChangedDeliveries(scope, changes);
  let created = 0;
  const verdicts = items.map(({ index, externalId, deliveryId: askedId, decision }): DeliveryVerdict => {
    if (decision.kind === "refused") {
      return refusedVerdict(index, { externalId, deliveryId: askedId }, decision.reason, decision.issues);
    }
    if (decision.kind === "create") {
      const deliveryId = inserted.ids[created++] ?? null;
      return deliveryId === null
        ? refusedVerdict(index, { externalId }, "busy")
        : { index, externalId, outcome: "created", deliveryId };
    }
    const outcome = decision.kind === "change" ? "updated" : "unchanged";
    return { index, externalId, outcome, deliveryId: decision.existing.id };
  });
  return { verdicts, events: [...inserted.events, ...changeEvents] };
}
