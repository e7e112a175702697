import "server-only";
import { z } from "zod";
import {
  type ConsignmentRow,
  findConsignment,
  findConsignmentByName,
  findConsignmentOf,
  listConsignmentDeliveries,
} from "@/db/queries/consignment/consignments";
import { hasEvent } from "@/db/queries/event/has-event";
import { findProject } from "@/db/queries/project/find-project";
import { type ConsignmentProgress, consignmentProgress } from "@/server/domain/consignment/consignment";
import { outwardStatus } from "@/server/domain/order/outward-status";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import type { DeliveryRecord } from "../order/delivery-record";
import { loadDeliveryRecords } from "../order/load-delivery-records";

/** A consignment as it stands: who drives it, how far it is, its deliveries in the order in which they are driven. */
export interface ConsignmentView {
  readonly consignment: ConsignmentRow;
  /** Its project's. */
  readonly timeZone: string;
  /** The route that has it, or most of it; null while there is none. */
  readonly routeId: string | null;
  /** Who drives it; null: nobody does. */
  readonly driverId: string | null;
  readonly progress: ConsignmentProgress;
  readonly records: readonly DeliveryRecord[];
  /** The latest of its own changes and its deliveries'. */
  readonly updatedAt: Date;
}

const wantedSchema = z.union([
  z.object({ id: z.uuid() }),
  z.object({ deliveryId: z.uuid() }),
  z.object({ source: z.string(), externalId: z.string() }),
]);

/** A consignment by its id, by its sender's name for it, or by one of its deliveries; null where there is none. */
export const findConsignmentView = query({
  permission: "order.read",
  input: wantedSchema,
  run: async ({ tx, actor }, wanted): Promise<ConsignmentView | null> => {
    const { organizationId } = actor;
    const row = await ("id" in wanted
      ? findConsignment(tx, organizationId, wanted.id)
      : "deliveryId" in wanted
        ? findConsignmentOf(tx, organizationId, wanted.deliveryId)
        : findConsignmentByName(tx, organizationId, { ...wanted, senderId: actor.id ?? organizationId }));
    if (!row) return null;
    const project = found(await findProject(tx, organizationId, row.projectId), "project");
    const parts = await listConsignmentDeliveries(tx, organizationId, row.id);
    const records = await loadDeliveryRecords(
      tx,
      organizationId,
      parts.map(({ deliveryId }) => deliveryId),
    );
    const serving = mostServing(records);
    const statuses = records.map((record) => outwardStatus(record.delivery.status, record.serving));
    const changes = records.map(({ delivery }) => Date.parse(delivery.updatedAt));
    return {
      consignment: row,
      timeZone: project.timeZone,
      routeId: serving?.routeId ?? null,
      driverId: serving?.driverId ?? row.driverId,
      progress: consignmentProgress(statuses),
      records: asDriven(records, serving?.routeId),
      updatedAt: new Date(Math.max(row.updatedAt.getTime(), ...changes)),
    };
  },
});

/** A consignment that was received under this correlation id, its deliveries in the order sent; null: under another. */
export const findReceived = query({
  permission: "order.read",
  input: z.object({ consignmentId: z.uuid(), correlationId: z.string() }),
  run: async ({ tx, actor }, { consignmentId: id, correlationId }) => {
    const { organizationId } = actor;
    const entry = { entity: "consignment", entityId: id, type: "consignment.received", correlationId } as const;
    if (!(await hasEvent(tx, organizationId, entry))) return null;
    const parts = await listConsignmentDeliveries(tx, organizationId, id);
    const bySending = parts.toSorted((a, b) => a.sentPosition - b.sentPosition);
    return { id, deliveryIds: bySending.map(({ deliveryId }) => deliveryId) };
  },
});

/** A dispatcher may have moved some of it elsewhere. */
function mostServing(records: readonly DeliveryRecord[]) {
  const counts = new Map<string, number>();
  for (const { serving } of records) if (serving) counts.set(serving.routeId, (counts.get(serving.routeId) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return records.find(({ serving }) => serving?.routeId === most?.[0])?.serving ?? undefined;
}

/** In the route's order where it has one; what is not on it keeps its place behind what was before it. */
function asDriven(records: readonly DeliveryRecord[], routeId: string | undefined): DeliveryRecord[] {
  const isOn = ({ serving }: DeliveryRecord) => serving !== null && serving.routeId === routeId;
  const driven = records.filter(isOn).sort((a, b) => a.serving!.position - b.serving!.position);
  return records.map((record) => (isOn(record) ? driven.shift()! : record));
}
