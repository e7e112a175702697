import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { loadRouteRows, loadRouteStopRows, type RouteRow, type RouteStopRow } from "@/db/queries/route/route-records";
import { startOfDay } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import type { DeliveryRecord } from "../order/delivery-record";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { type DoorEvidence, loadRouteEvidence, NO_EVIDENCE } from "./load-route-evidence";

/** One stop of a route with the delivery it is of, and its evidence. */
export interface RouteStopRecord extends RouteStopRow {
  readonly record: DeliveryRecord;
  readonly evidence: DoorEvidence;
}

/** A route with all that is known of its stops. */
export interface RouteRecord extends RouteRow {
  readonly midnightMs: number;
  readonly stops: readonly RouteStopRecord[];
}

/**
 * Routes whole, in the order asked for; those that are not there are left out. Whose addresses of evidence are given out
 * (`evidenceSeconds`: for how long; 0: none) is for the asker to log (`noteEvidenceShown`).
 */
export const readRouteRecords = query({
  permission: "plan.read",
  input: z.object({ routeIds: z.array(z.uuid()).max(500), evidenceSeconds: z.int().min(0).default(0) }),
  prepare: async ({ actor, read, ports, now }, { routeIds, evidenceSeconds }): Promise<readonly RouteRecord[]> => {
    const { organizationId } = actor;
    const found = await read((tx) => loadRoutes(tx, organizationId, routeIds));
    const mayShow = evidenceSeconds > 0 && actor.permissions.has("proof.read");
    const ended = mayShow ? found.stops.filter(({ completion, runStatus }) => completion ?? runStatus) : [];
    const evidence = await read((tx) => loadRouteEvidence(tx, organizationId, ended));
    const signed = await evidence.sign((key, contentType) =>
      ports.blobs.signDownload(key, { contentType, now, seconds: evidenceSeconds }),
    );
    const records = new Map(found.deliveries.map((record) => [record.delivery.id, record]));
    const rows = new Map(found.routes.map((row) => [row.id, row]));
    return routeIds.flatMap((routeId) => {
      const row = rows.get(routeId);
      if (!row) return [];
      const stops = found.stops.flatMap((stop) => {
        const record = stop.routeId === routeId ? records.get(stop.deliveryId) : undefined;
        return record ? [{ ...stop, record, evidence: signed.get(stop.visitId) ?? NO_EVIDENCE }] : [];
      });
      return [{ ...row, midnightMs: startOfDay(row.date, row.timeZone).getTime(), stops }];
    });
  },
  run: async ({ prepared }) => prepared,
});

async function loadRoutes(tx: Tx, organizationId: string, routeIds: readonly string[]) {
  const routes = await loadRouteRows(tx, organizationId, routeIds);
  const stops = await loadRouteStopRows(tx, organizationId, routes);
  const ids = [...new Set(stops.map(({ deliveryId }) => deliveryId))];
  return { routes, stops, deliveries: await loadDeliveryRecords(tx, organizationId, ids) };
}
