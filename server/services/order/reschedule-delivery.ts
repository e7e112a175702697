import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { findProject } from "@/db/queries/project/find-project";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type DeliveryRefusal, deliveryRefusalMessage } from "@/server/domain/order/change-refusal";
import { parseDelivery } from "@/server/domain/order/decide-upsert";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { type DeliveryDraft, mergeDraft } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localWindowSchema } from "@/server/domain/time/local-window";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { type CommandScope, changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { takeBackDelivery } from "../partner/take-back-deliveries";
import { takeReservation } from "../slot/take-reservation";
import { saveChangedDeliveries } from "./save-changed-deliveries";
import { takeOffRoutes } from "./take-off-routes";

/**
 * Gives a delivery that nobody is under way with another day and window: it leaves the route it is on or the partner who
 * has it, who is told, as is the route's driver if he has it already, and waits to be planned. Refuses what is over or under way, a day that is past, and a
 * version that is no longer the delivery's.
 */
export const rescheduleDelivery = command({
  permission: "order.write",
  input: z.object({
    id: z.uuid(),
    version: z.int().positive().optional(),
    /** A day with its windows; or a place held for it, its own from then on: both are then the slot's. */
    to: z.union([
      z.object({ serviceDate: localDateSchema, windows: z.array(localWindowSchema).max(10) }),
      z.object({ reservationId: z.uuid() }),
    ]),
    instructions: z.string().trim().max(2000).optional(),
    reason: z.string().trim().max(500).default(""),
  }),
  run: async (scope, { id, version, to, instructions, reason }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const routeEvents = await takeOffRoute(scope, id, version);
    const [held] = await lockDeliveries(tx, organizationId, [id]);
    const existing = found(held, "delivery");
    const project = found(await findProject(tx, organizationId, existing.projectId), "project");
    const place =
      "reservationId" in to ? await takeReservation(scope, { ...to, deliveryId: id, projectId: project.id }) : null;
    const { serviceDate, windows } =
      "serviceDate" in to ? to : { serviceDate: place!.window.date!, windows: [place!.window] };
    if (serviceDate < localDateAt(now, project.timeZone)) {
      throw new ServiceError("refused", "That day is over.", { reason: "past-day" });
    }
    const role = existing.input.dropoff ? "dropoff" : "pickup";
    const door = { windows, ...(instructions !== undefined && { instructions }) };
    const draft: DeliveryDraft = { serviceDate, [role]: door };
    const parsed = parseDelivery(mergeDraft(existing.input, draft), project, { before: existing.input });
    if (!parsed.ok) throw refused("invalid");
    const changes = await saveChangedDeliveries(scope, [{ existing, next: parsed.input }]);
    const rescheduled: DomainEvent = {
      type: "delivery.rescheduled",
      entity: "delivery",
      entityId: id,
      before: { serviceDate: existing.input.serviceDate ?? null },
      after: { serviceDate },
      ...(reason !== "" && { data: { reason } }),
    };
    return changed({ id, version: existing.version + 1 }, [
      ...routeEvents,
      ...(place?.events ?? []),
      ...changes,
      rescheduled,
    ]);
  },
});

/** Takes it from its driver, or from the partner who has it. */
async function takeOffRoute(
  scope: CommandScope<undefined>,
  id: string,
  version: number | undefined,
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const { events, refused: kept } = await takeOffRoutes(scope, [id]);
  const [held] = await lockDeliveries(tx, actor.organizationId, [id]);
  const delivery = found(held, "delivery");
  refuseUnlessWaiting(delivery, version);
  const reason = kept.get(id);
  if (reason) throw refused(reason);
  return [...(await takeBackDelivery(scope, delivery)), ...events];
}

function refuseUnlessWaiting({ status, version }: StoredDelivery, seen: number | undefined): void {
  if (TERMINAL_DELIVERY_STATUSES.includes(status)) throw refused("closed");
  if (status === "enroute") throw refused("made");
  if (seen !== undefined && seen !== version) throw refused("stale");
}

function refused(reason: DeliveryRefusal): ServiceError {
  const code = reason === "stale" ? "stale" : reason === "invalid" ? "invalid" : "refused";
  return new ServiceError(code, deliveryRefusalMessage(reason), { reason });
}
