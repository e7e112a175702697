import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findPlan } from "@/db/queries/plan/find-plan";
import { findRouteEnds, listDoorDetails, listRouteItems } from "@/db/queries/plan/load-route-sheet";
import { findProjectBrand } from "@/db/queries/project/project-brand";
import type { Actor } from "@/server/domain/access/actor";
import { expectedPin, pinText } from "@/server/domain/execution/door-pin";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import type {
  RouteSheet,
  SheetItem,
  SheetLoad,
  SheetPlace,
  SheetStop,
  SheetTask,
} from "@/server/domain/plan/route-sheet";
import { distanceUnitOf, weightUnitOf } from "@/server/domain/project/project-units";
import { elapsedToWallSeconds } from "@/server/domain/time/elapsed-to-wall-seconds";
import { isNoWish } from "@/server/domain/tracking/customer-wish";
import { shownLoad } from "@/server/domain/unit/shown-units";
import type { CallRelay, RelayLine } from "@/server/ports/call-relay";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadPartialBoard } from "./load-board";

type Ends = NonNullable<Awaited<ReturnType<typeof findRouteEnds>>>;
type Door = Awaited<ReturnType<typeof listDoorDetails>>[number] & {
  readonly items: SheetItem[];
  readonly phoneCode: string;
};

/**
 * The acting driver's own route as it is planned now, timed as the dispatcher's board times it. Null when it is no longer
 * his. There is no id to ask for: the actor carries the only route it may read.
 */
export const readRouteSheet = query({
  permission: "run.read",
  input: z.object({}),
  prepare: async ({ ports }) => ports.callRelay,
  run: ({ tx, actor, prepared: relay }) => readSheet(tx, actor, relay),
});

/** What the driver dials for a number: with a relay its own number leaves the server nowhere. */
function dialled(phone: string, line: RelayLine | null): Pick<SheetStop, "phone" | "phoneCode"> {
  if (!line || phone === "") return { phone, phoneCode: "" };
  return { phone: line.number, phoneCode: line.code };
}

/** The sheet of the route that an actor's link opens; null when it is no longer his. */
export async function readSheet(tx: Tx, actor: Actor, relay: CallRelay): Promise<RouteSheet | null> {
  const { organizationId, routeId, id: driverId, assignmentId = "" } = actor;
  if (!routeId || !driverId) return null;
  const ends = await findRouteEnds(tx, organizationId, routeId, driverId);
  if (!ends) return null;
  const plan = found(await findPlan(tx, organizationId, ends.planId), "plan");
  const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], []);
  const details = await listDoorDetails(tx, organizationId, plan.id, routeId);
  const items = await listRouteItems(tx, organizationId, plan.id, routeId);
  const doors = details.map((door) => ({
    ...door,
    ...dialled(door.phone, relay.lineFor(assignmentId, door.visitId)),
    items: items.filter((item) => item.deliveryId === door.deliveryId),
  }));
  const weightUnit = weightUnitOf(plan.units, plan.defaultCountry);
  const sheet = toSheet(board, board.routes[0]!, ends, new Map(doors.map((door) => [door.visitId, door])), weightUnit);
  const brand = await findProjectBrand(tx, organizationId, plan.projectId);
  return { ...sheet, ...(brand && { brand }), distanceUnit: distanceUnitOf(plan.units, plan.defaultCountry) };
}

function toSheet(
  board: PlanBoard,
  route: BoardRoute,
  ends: Ends,
  doors: ReadonlyMap<string, Door>,
  weightUnit: "kg" | "lb",
): RouteSheet {
  const { date, timeZone } = board.plan;
  const dimensions = board.plan.loadDimensions.map((each) => shownLoad(each, weightUnit));
  const { driver, vehicle, schedule } = route;
  const wall = (seconds: number) => elapsedToWallSeconds(date, timeZone, seconds);
  return {
    routeNumber: route.number,
    date,
    timeZone,
    driverName: driver.name,
    vehicle: { label: vehicle.label, registration: vehicle.registration },
    startSeconds: wall(schedule.startSeconds),
    endSeconds: wall(schedule.endSeconds),
    distanceMeters: schedule.distanceMeters,
    start: depotPlace(ends.start, route.start.position),
    end: route.end && ends.end ? depotPlace(ends.end, route.end.position) : null,
    stops: schedule.stops.map((timed) => toStop(board, timed, doors.get(timed.visitId)!, wall, dimensions)),
    ...(schedule.driverBreaks.length > 0 && {
      breaks: schedule.driverBreaks.map(({ before, startSeconds, endSeconds }) => ({
        beforeVisitId: schedule.stops[before]?.visitId ?? null,
        fromSeconds: wall(startSeconds),
        toSeconds: wall(endSeconds),
      })),
    }),
  };
}

function toStop(
  board: PlanBoard,
  timed: BoardRoute["schedule"]["stops"][number],
  door: Door,
  wall: (elapsedSeconds: number) => number,
  dimensions: PlanBoard["plan"]["loadDimensions"],
): SheetStop {
  const visit = boardVisit(board, timed.visitId);
  const notes = [door.instructions.trim(), door.notes.trim()].filter(Boolean);
  return {
    visitId: visit.id,
    deliveryId: visit.deliveryId,
    role: visit.role,
    isTask: door.kind === "task",
    externalId: visit.externalId,
    place: { name: visit.name, street: visit.street, town: visit.place, position: visit.position },
    phone: door.phone,
    phoneCode: door.phoneCode,
    arriveSeconds: wall(timed.arriveSeconds),
    ...(timed.reload && {
      reload: { arriveSeconds: wall(timed.reload.arriveSeconds), departSeconds: wall(timed.reload.departSeconds) },
    }),
    isLate: timed.breaks.some((each) => each.rule === "late"),
    windows: visit.windows.map(({ fromSeconds, toSeconds }) => ({
      fromSeconds: wall(fromSeconds),
      toSeconds: wall(toSeconds),
    })),
    notes: [...new Set(notes)],
    wish: door.wish && !isNoWish(door.wish) ? door.wish : null,
    loads: door.kind === "task" ? [] : sheetLoads(door.loads, dimensions),
    items: door.items.map(({ id, description, barcode, quantity }) => ({ id, description, barcode, quantity })),
    tasks: door.tasks.map((task, index) => sheetTask(task, `${visit.id}/${index}`)),
    serviceSeconds: door.serviceSeconds,
  };
}

function depotPlace(
  { name, street, postcode, city }: { [column in keyof Ends["start"]]: string | null },
  position: SheetPlace["position"],
): SheetPlace {
  return { name: name ?? "", street: street ?? "", town: [postcode, city].filter(Boolean).join(" "), position };
}

function sheetLoads(loads: readonly number[], dimensions: PlanBoard["plan"]["loadDimensions"]): SheetLoad[] {
  return dimensions.flatMap(({ name, unit, perUnit }, index) => {
    const amount = loads[index] ?? 0;
    return amount > 0 ? [{ name, unit, perUnit, amount }] : [];
  });
}

function sheetTask(task: VisitTask, salt: string): SheetTask {
  if (task.kind !== "pin") return task;
  const pin = expectedPin(task);
  const bare = { ...task, options: [] };
  return pin ? { ...bare, pin: { salt, sha256: createHash("sha256").update(pinText(salt, pin)).digest("hex") } } : bare;
}
