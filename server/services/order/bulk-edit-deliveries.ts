import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { applyBulkEdit, bulkEditSchema } from "@/server/domain/order/bulk-edit";
import { decideChange } from "@/server/domain/order/decide-upsert";
import type { DeliveryVerdict } from "@/server/domain/order/delivery-verdict";
import { changed, command, unchanged } from "../kernel/command";
import { type ItemDecision, saveDecisions } from "./save-decisions";

/** Makes the same change to many deliveries; one verdict each, in the order asked. What cannot change stays as it is. */
export const bulkEditDeliveries = command({
  permission: "order.write",
  input: z.object({ ids: z.array(z.uuid()).min(1).max(5000), edit: bulkEditSchema }),
  run: async (scope, { ids, edit }) => {
    const locked = await lockDeliveries(scope.tx, scope.actor.organizationId, ids);
    const byId = new Map(locked.map((delivery) => [delivery.id, delivery]));
    const items = [...new Set(ids)].map((id, index): ItemDecision => {
      const existing = byId.get(id);
      if (!existing) {
        return {
          index,
          externalId: null,
          deliveryId: id,
          decision: { kind: "refused", reason: "unknown", issues: [] },
        };
      }
      const externalId = existing.input.externalId ?? null;
      return {
        index,
        externalId,
        deliveryId: id,
        decision: decideChange(existing, applyBulkEdit(existing.input, edit)),
      };
    });
    const { verdicts, events } = await saveDecisions(scope, items);
    const result: { verdicts: DeliveryVerdict[] } = { verdicts };
    return events.length > 0 ? changed(result, events) : unchanged(result);
  },
});
