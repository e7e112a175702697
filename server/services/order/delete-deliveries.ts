import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { type DeliveryRefusal, deleteRefusal, deliveryRefusalMessage } from "@/server/domain/order/change-refusal";
import { changed, command, unchanged } from "../kernel/command";
import { deleteForGood } from "./delete-for-good";

export interface DeleteVerdict {
  readonly deliveryId: string;
  readonly externalId: string | null;
  readonly outcome: "deleted" | "refused";
  readonly reason: DeliveryRefusal | null;
  readonly message: string | null;
}

/** Deletes deliveries; what is on a route, with a driver or finished stays, with the reason. */
export const deleteDeliveries = command({
  permission: "order.write",
  input: z.object({ ids: z.array(z.uuid()).min(1).max(5000) }),
  run: async (scope, { ids }) => {
    const { tx, actor } = scope;
    const locked = await lockDeliveries(tx, actor.organizationId, ids);
    const byId = new Map(locked.map((delivery) => [delivery.id, delivery]));
    const verdicts = [...new Set(ids)].map((deliveryId): DeleteVerdict => {
      const existing = byId.get(deliveryId);
      const reason = existing ? deleteRefusal(existing) : "unknown";
      const externalId = existing?.input.externalId ?? null;
      return reason
        ? { deliveryId, externalId, outcome: "refused", reason, message: deliveryRefusalMessage(reason) }
        : { deliveryId, externalId, outcome: "deleted", reason: null, message: null };
    });
    const gone = verdicts.filter(({ outcome }) => outcome === "deleted").map(({ deliveryId }) => byId.get(deliveryId)!);
    if (gone.length === 0) return unchanged({ verdicts });
    return changed({ verdicts }, await deleteForGood(scope, gone));
  },
});
