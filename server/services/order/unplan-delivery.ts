import "server-only";
import { z } from "zod";
import { loadDeliveries, lockDeliveries } from "@/db/queries/order/load-deliveries";
import { setDeclined } from "@/db/queries/order/set-declined";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { deliveryRefusalMessage } from "@/server/domain/order/change-refusal";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { changed, changedQuietly, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { takeOffRoutes } from "./take-off-routes";

/**
 * Has a delivery wait to be planned again, its driver, where he has it already, being told. `isDeclined`: because he
 * would not take it. What it is joined with waits with it. Refuses what is under way or over.
 */
export const unplanDelivery = command({
  permission: "plan.dispatch",
  input: z.object({ id: z.uuid(), isDeclined: z.boolean().default(false) }),
  run: async (scope, { id, isDeclined }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const [before] = await loadDeliveries(tx, organizationId, [id]);
    const { events, refused } = await takeOffRoutes(scope, [id, before?.joinedWithId ?? []].flat());
    const [held] = await lockDeliveries(tx, organizationId, [id]);
    const { status } = found(held, "delivery");
    const reason = refused.get(id) ?? (TERMINAL_DELIVERY_STATUSES.includes(status) ? "closed" : undefined);
    if (reason) throw new ServiceError("refused", deliveryRefusalMessage(reason), { reason });
    await setDeclined(tx, organizationId, [id], isDeclined ? now : null);
    const declined: DomainEvent[] = isDeclined
      ? [
          {
            type: "delivery.declined",
            entity: "delivery",
            entityId: id,
            data: { routeId: before?.route?.routeId ?? null },
          },
        ]
      : [];
    const all = [...events, ...declined];
    return all.length > 0 ? changed({}, all) : changedQuietly({});
  },
});
