import "server-only";
import { z } from "zod";
import { listNewestOf } from "@/db/queries/event/list-events";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import { findOwnRoute, listOpenRoutes, type OwnRoute } from "@/db/queries/execution/own-routes";
import { listRouteDoors } from "@/db/queries/execution/runs";
import { findDrivers } from "@/db/queries/fleet/find-fleet";
import { updateDrivers } from "@/db/queries/fleet/save-fleet";
import type { DriverAvailability } from "@/server/domain/driver/driver-availability";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { actIdOf } from "../execution/act-id";
import { takeActs } from "../execution/take-acts";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

const FUTURE_SLACK_MS = 10 * 60_000;

const changeShiftSchema = z.object({
  to: z.enum(["in", "out"]),
  /** When it was; absent: now. */
  at: z.date().optional(),
  /** The route he checks in for; absent: all of his of that day. */
  routeId: z.uuid().optional(),
});

/** A driver's shift, the present one or the last. */
export interface Shift {
  readonly driverId: string;
  readonly availability: DriverAvailability;
  readonly checkedInAt: Date;
  /** Null while it lasts. */
  readonly checkedOutAt: Date | null;
}

/**
 * A driver comes to work, or goes home, and says so of his routes of the day as his phone would; a route all of whose
 * doors are done ends with his shift. Said again it changes nothing, however late. Refuses to check out who has not
 * checked in.
 */
export const changeShift = command({
  permission: "run.write",
  input: changeShiftSchema,
  run: async (scope, { to, at: saidAt, routeId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const at = saidAt ?? now;
    const driver = found((await findDrivers(tx, organizationId, [found(actor.id, "driver")]))[0], "driver");
    if (at.getTime() > now.getTime() + FUTURE_SLACK_MS) {
      throw new ServiceError("invalid", "That has not happened yet.", { reason: "in-the-future" });
    }
    const named = routeId && found(await findOwnRoute(tx, organizationId, driver.id, routeId), "assignment");
    const routes = named ? [named] : await listOpenRoutes(tx, organizationId, driver.id, at);
    const known = await shiftEvents(scope, driver.id);
    const before = shiftOf(driver, known);
    if (to === "out" && !before) {
      throw new ServiceError("refused", "This driver has not checked in.", { reason: "not-checked-in" });
    }
    const isOver = !before || before.checkedOutAt !== null;
    const isNews = isOver === (to === "in") && !(known[0] && saidAt && saidAt < known[0].occurredAt);
    const followed: DomainEvent[] = [];
    for (const route of routes) {
      if (named || route.date === localDateAt(at, route.timeZone)) {
        followed.push(...(await tellRoute(scope, route, driver.id, to, at)));
      }
    }
    if (!isNews) return followed.length > 0 ? changed(before!, followed) : unchanged(before!);
    const availability = to === "in" ? "on_shift" : "offline";
    await updateDrivers(tx, organizationId, [{ id: driver.id, availability, availabilityAt: at }]);
    const shift: Shift =
      to === "in"
        ? { driverId: driver.id, availability, checkedInAt: at, checkedOutAt: null }
        : { ...before!, availability, checkedOutAt: at };
    const event: DomainEvent = {
      type: to === "in" ? "driver.checked-in" : "driver.checked-out",
      entity: "driver",
      entityId: driver.id,
      occurredAt: at,
      before: { availability: driver.availability },
      after: { availability },
    };
    return changed(shift, [event, ...followed]);
  },
});

function shiftEvents({ tx, actor }: CommandScope<unknown>, driverId: string) {
  const about = { entity: "driver", entityId: driverId, types: ["driver.checked-in", "driver.checked-out"] } as const;
  return listNewestOf(tx, actor.organizationId, about, 2);
}

/** The shift the newest events tell of; one the desk has ended by saying that he is offline is over as well. */
function shiftOf(
  driver: { readonly id: string; readonly availability: DriverAvailability; readonly availabilityAt: Date | null },
  [last, earlier]: Awaited<ReturnType<typeof listNewestOf>>,
): Shift | undefined {
  if (!last) return undefined;
  const { id: driverId, availability } = driver;
  if (last.type === "driver.checked-out") {
    return { driverId, availability, checkedInAt: (earlier ?? last).occurredAt, checkedOutAt: last.occurredAt };
  }
  const checkedOutAt = availability === "offline" ? (driver.availabilityAt ?? last.occurredAt) : null;
  return { driverId, availability, checkedInAt: last.occurredAt, checkedOutAt };
}

async function tellRoute(
  scope: CommandScope<undefined>,
  { routeId, planId }: OwnRoute,
  driverId: string,
  to: "in" | "out",
  at: Date,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const known = await loadRouteOps(tx, actor.organizationId, routeId);
  const run = foldOps(known);
  const said = to === "in" ? run.checkedInAtMs !== null : run.checkedOutAtMs !== null;
  if (said || (to === "out" && run.checkedInAtMs === null && run.startedAtMs === null)) return [];
  const doors = await listRouteDoors(tx, actor.organizationId, planId, routeId);
  const isDone = doors.every(({ visitId, isOnRoute }) => !isOnRoute || run.stops.get(visitId)?.completion);
  const ends = to === "out" && run.startedAtMs !== null && run.finishedAtMs === null && isDone;
  const types = to === "in" ? ["check-in"] : ends ? ["finish-route", "check-out"] : ["check-out"];
  const ops = types.map((type, index) => ({
    opId: actIdOf(driverId, routeId, type, at.getTime()),
    deviceSeq: known.length + index,
    occurredAt: at,
    type,
  }));
  return (await takeActs(scope, routeId, driverId, { deviceNow: now, ops })).events;
}
