import "server-only";
import { z } from "zod";
import { countEventsAfter, loadRouteDrivers, seqBeforeLastSent } from "@/db/queries/event/driver-events";
import { lastEventSeq, listHeardEvents } from "@/db/queries/event/list-events";
import { selectDriverNames } from "@/db/queries/fleet/driver-names";
import { findHomeProject } from "@/db/queries/project/find-project";
import type { EventType } from "@/server/domain/event/domain-event";
import { query } from "../kernel/query";

/** What drivers do, and what becomes of that: on and off duty, begun and ended routes, doors reached, made and declined. */
export const DRIVER_EVENTS = [
  "driver.checked-in",
  "driver.checked-out",
  "route.checked-in",
  "route.checked-out",
  "route.started",
  "route.finished",
  "stop.arrived",
  "stop.completed",
  "delivery.declined",
] as const satisfies readonly EventType[];
export type DriverEventType = (typeof DRIVER_EVENTS)[number];

export interface DriverEvent {
  readonly seq: number;
  readonly type: DriverEventType;
  readonly occurredAtMs: number;
  readonly timeZone: string;
  readonly driver: { readonly name: string; readonly externalId: string; readonly serial: string } | null;
  readonly deliveryId: string | null;
  readonly visitId: string | null;
  /** Of a door that was made: how, by which act. */
  readonly outcome: string | null;
  readonly opId: string | null;
}

/**
 * What drivers have done since an entry of the log, in the order in which it was heard of; without one since the last plan
 * was sent. `lastSeq` is what to ask from next; the same while there is nothing new.
 */
export const readDriverEvents = query({
  permission: "plan.read",
  input: z.object({ afterSeq: z.int().min(0).nullable(), limit: z.int().min(1).max(500) }),
  run: async ({ tx, actor }, { afterSeq: asked, limit }) => {
    const { organizationId } = actor;
    const upToSeq = await lastEventSeq(tx, organizationId);
    const afterSeq = asked === null || asked > upToSeq ? await seqBeforeLastSent(tx, organizationId) : asked;
    const rows = await listHeardEvents(tx, organizationId, DRIVER_EVENTS, { afterSeq, upToSeq, limit });
    const lastSeq = rows.at(-1)?.seq ?? afterSeq;
    const remaining = rows.length < limit ? 0 : await countEventsAfter(tx, organizationId, DRIVER_EVENTS, lastSeq);
    const routeOf = (row: (typeof rows)[number]) => textOf(row.entity === "route" ? row.entityId : row.data.routeId);
    const routes = await loadRouteDrivers(tx, organizationId, [...new Set(rows.flatMap((row) => routeOf(row) ?? []))]);
    const routeById = new Map(routes.map((route) => [route.routeId, route]));
    const driverOf = (row: (typeof rows)[number]) =>
      row.entity === "driver" ? row.entityId : routeById.get(routeOf(row) ?? "")?.driverId;
    const drivers = await selectDriverNames(tx, organizationId, [
      ...new Set(rows.flatMap((row) => driverOf(row) ?? [])),
    ]);
    const driverById = new Map(drivers.map((driver) => [driver.id, driver]));
    const home = await findHomeProject(tx, organizationId);
    const events = rows.map((row): DriverEvent => {
      const { data } = row;
      return {
        seq: row.seq,
        type: row.type as DriverEventType,
        occurredAtMs: row.occurredAt.getTime(),
        timeZone: routeById.get(routeOf(row) ?? "")?.timeZone ?? home?.timeZone ?? "UTC",
        driver: driverById.get(driverOf(row) ?? "") ?? null,
        deliveryId: row.entity === "delivery" ? row.entityId : textOf(data.deliveryId),
        visitId: row.entity === "stop" ? row.entityId : null,
        outcome: textOf(data.outcome),
        opId: textOf(data.opId),
      };
    });
    return { events, lastSeq, remaining };
  },
});

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
