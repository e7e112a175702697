import "server-only";
import { z } from "zod";
import {
  findConsignment,
  listConsignmentDeliveries,
  saveConsignmentOrder,
} from "@/db/queries/consignment/consignments";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import type { ConsignmentFigures } from "@/server/domain/consignment/consignment";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Keeps in which order a consignment is best driven, and what that comes to; doors that are not named come last. */
export const orderConsignment = command({
  permission: "order.write",
  input: z.object({
    consignmentId: z.uuid(),
    visitIds: z.array(z.uuid()),
    figures: z.custom<ConsignmentFigures | null>((value) => typeof value === "object"),
  }),
  run: async ({ tx, actor, now }, { consignmentId, visitIds, figures }) => {
    const { organizationId } = actor;
    found(await findConsignment(tx, organizationId, consignmentId), "consignment");
    const parts = await listConsignmentDeliveries(tx, organizationId, consignmentId);
    const bySending = [...parts].sort((a, b) => a.sentPosition - b.sentPosition).map(({ deliveryId }) => deliveryId);
    const deliveries = await loadDeliveries(tx, organizationId, bySending);
    const place = new Map(visitIds.map((visitId, index) => [visitId, index]));
    const placeOf = new Map(
      deliveries.map(({ id, visits }) => [
        id,
        Math.min(...visits.map((visit) => place.get(visit.id) ?? visitIds.length)),
      ]),
    );
    const order = bySending
      .toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0))
      .map((deliveryId, position) => ({ deliveryId, position }));
    await saveConsignmentOrder(tx, organizationId, consignmentId, order, figures, now);
    const after = figures && { distanceMeters: figures.distanceMeters, driveSeconds: figures.driveSeconds };
    return changed(undefined, [
      {
        type: "consignment.changed",
        entity: "consignment",
        entityId: consignmentId,
        ...(after && { after }),
      },
    ]);
  },
});
