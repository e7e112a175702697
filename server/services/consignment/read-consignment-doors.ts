import "server-only";
import { z } from "zod";
import { findConsignment, listConsignmentDeliveries } from "@/db/queries/consignment/consignments";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

export interface ConsignmentDoor {
  readonly visitId: string;
  readonly deliveryId: string;
  /** Still to be brought by somebody, and on no route. */
  readonly isOpen: boolean;
}

/** A consignment's doors as they were sent, and who is to drive them when. */
export const readConsignmentDoors = query({
  permission: "plan.read",
  input: z.object({ consignmentId: z.uuid() }),
  run: async ({ tx, actor }, { consignmentId }) => {
    const { organizationId } = actor;
    const { driverId, projectId, date } = found(
      await findConsignment(tx, organizationId, consignmentId),
      "consignment",
    );
    const parts = await listConsignmentDeliveries(tx, organizationId, consignmentId);
    const sent = [...parts].sort((a, b) => a.sentPosition - b.sentPosition).map(({ deliveryId }) => deliveryId);
    const deliveries = new Map((await loadDeliveries(tx, organizationId, sent)).map((each) => [each.id, each]));
    const doors = sent.flatMap((deliveryId): ConsignmentDoor[] => {
      const delivery = deliveries.get(deliveryId);
      const isOpen = delivery?.status === "requested" && delivery.route === null && delivery.partnerId === null;
      return (delivery?.visits ?? []).map(({ id: visitId }) => ({ visitId, deliveryId, isOpen }));
    });
    return { driverId, projectId, date, doors };
  },
});
