import "server-only";
import { z } from "zod";
import { insertConsignment, insertConsignmentDeliveries } from "@/db/queries/consignment/consignments";
import { lockDeliveriesByExternalId } from "@/db/queries/order/load-deliveries";
import { findProject } from "@/db/queries/project/find-project";
import type { ConsignmentHead } from "@/server/domain/consignment/consignment";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { insertNewDeliveries } from "../order/insert-new-deliveries";

export interface ReceivedConsignment {
  readonly projectId: string;
  /** Null: nobody drives under its address yet. */
  readonly driverId: string | null;
  readonly head: ConsignmentHead;
  readonly deliveries: readonly DeliveryInput[];
}

/**
 * Takes a consignment in with its deliveries, all or nothing. A delivery's own number is kept as such where nobody else in the
 * organization has it: senders count anew with each consignment. Refuses a name its sender has used already, and (`stale`) a
 * number that was taken in this very moment.
 */
export const receiveConsignment = command({
  permission: "order.write",
  input: z.custom<ReceivedConsignment>((value) => typeof value === "object" && value !== null),
  run: async (scope, { projectId, driverId, head, deliveries }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    found(await findProject(tx, organizationId, projectId), "project");
    const id = scope.newId();
    const stamps = { createdAt: now, updatedAt: now };
    const row = { organizationId, id, projectId, senderId: actor.id ?? organizationId, driverId, ...head, ...stamps };
    if (!(await insertConsignment(tx, row))) throw exists(head.externalId);
    const inputs = await withFreeNumbers(scope, deliveries);
    const { ids, events } = await insertNewDeliveries(
      scope,
      inputs.map((input) => ({ projectId, input })),
    );
    // Somebody took a number in this very moment; looked at again, it is seen.
    if (ids.some((each) => each === null)) throw new ServiceError("conflict", "Ask again.", { reason: "stale" });
    const deliveryIds = ids as readonly string[];
    await insertConsignmentDeliveries(
      tx,
      deliveryIds.map((deliveryId, at) => ({
        organizationId,
        consignmentId: id,
        deliveryId,
        sentPosition: at,
        position: at,
      })),
    );
    const after = { projectId, driverId, externalId: head.externalId, date: head.date, deliveries: deliveryIds.length };
    return changed({ id, deliveryIds }, [
      { type: "consignment.received", entity: "consignment", entityId: id, after },
      ...events,
    ]);
  },
});

function exists(externalId: string): ServiceError {
  const reason = { reason: "exists" } as const;
  return new ServiceError("conflict", `There is a consignment ${externalId} already.`, reason);
}

async function withFreeNumbers(
  {
    tx,
    actor,
  }: { readonly tx: Parameters<typeof lockDeliveriesByExternalId>[0]; readonly actor: { organizationId: string } },
  deliveries: readonly DeliveryInput[],
): Promise<DeliveryInput[]> {
  const numbers = deliveries.flatMap(({ externalId }) => externalId ?? []);
  const known = await lockDeliveriesByExternalId(tx, actor.organizationId, numbers);
  const taken = new Set(known.map(({ input }) => input.externalId));
  return deliveries.map(({ externalId, ...input }) =>
    externalId === undefined || taken.has(externalId) ? input : { externalId, ...input },
  );
}
