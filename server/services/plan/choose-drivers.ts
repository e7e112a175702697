import "server-only";
import type { z } from "zod";
import {
  deleteRouteAndDay,
  findDrivers,
  findFleetIds,
  insertDriverDay,
  listDriverDays,
  routesWithStops,
  updateDriverDay,
} from "@/db/queries/plan/driver-days";
import { lockPlan, type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import { touchRoutes } from "@/db/queries/plan/load-routes";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { sameJson } from "@/server/domain/order/merge-draft";
import { chooseDriversSchema } from "@/server/domain/plan/plan-schema";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { addRoute } from "./add-route";

type Choice = z.output<typeof chooseDriversSchema>["drivers"][number];
/** What may be different of a driver's day. */
const DAY_TERMS = ["vehicleId", "startDepotId", "endDepotId", "shiftFromSeconds", "shiftToSeconds", "breaks"] as const;

type DriverDays = Awaited<ReturnType<typeof listDriverDays>>;
type DriverRow = Awaited<ReturnType<typeof findDrivers>>[number];

export type DriverRefusal =
  | "unknown-driver"
  | "inactive"
  | "no-vehicle"
  | "no-depot"
  | "shift-ends-before-it-begins"
  | "route-has-stops"
  | "route-dispatched";

export interface ChooseDriversResult {
  readonly added: readonly { readonly driverId: string; readonly routeId: string; readonly routeNumber: number }[];
  readonly changed: readonly { readonly driverId: string; readonly routeId: string }[];
  readonly removed: readonly string[];
  /** These drivers are left as they were; the others are done. */
  readonly refused: readonly { readonly driverId: string; readonly reason: DriverRefusal }[];
}

/**
 * Makes these the day's drivers: each gets a day and an empty route to drop stops on; whoever is not named goes, unless
 * stops are on the route. A change of vehicle, depot, shift or breaks of a route with stops has it measured again.
 */
export const chooseDrivers = command({
  permission: "plan.edit",
  input: chooseDriversSchema,
  run: async (scope, { planId, drivers }) => {
    const { tx, now } = scope;
    const { organizationId } = scope.actor;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const days = await listDriverDays(tx, organizationId, plan.projectId, plan.date);
    const withStops = await routesWithStops(tx, organizationId, planId);
    const work = new DayChanges(scope, plan, days, withStops);
    const wanted = new Map(drivers.map((choice) => [choice.driverId, choice]));
    const rows = await findDrivers(tx, organizationId, plan.projectId, [...wanted.keys()]);
    const fleet = await findFleetIds(tx, organizationId, plan.projectId);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    for (const each of days) if (!wanted.has(each.day.driverId) && !each.day.isOff) await work.remove(each);
    for (const choice of wanted.values()) await work.apply(choice, rowOf.get(choice.driverId), fleet);
    const { events, result } = work;
    if (events.length === 0) return unchanged<ChooseDriversResult>(result);
    await touchPlan(tx, organizationId, planId, now);
    if (work.mustMeasure) await scope.enqueue("measure-routes", { planId });
    return changed<ChooseDriversResult>(result, events);
  },
});

class DayChanges {
  readonly events: DomainEvent[] = [];
  readonly result = {
    added: [] as { driverId: string; routeId: string; routeNumber: number }[],
    changed: [] as { driverId: string; routeId: string }[],
    removed: [] as string[],
    refused: [] as { driverId: string; reason: DriverRefusal }[],
  };
  mustMeasure = false;
  private readonly numbers: Set<number>;

  constructor(
    private readonly scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId">,
    private readonly plan: PlanRow,
    private readonly days: DriverDays,
    private readonly withStops: ReadonlySet<string>,
  ) {
    this.numbers = new Set(days.flatMap((each) => each.routeNumber ?? []));
  }

  async remove({ day, routeId, routeStatus }: DriverDays[number]): Promise<void> {
    if (routeStatus && routeStatus !== "planned") return this.refuse(day.driverId, "route-dispatched");
    if (routeId && this.withStops.has(routeId)) return this.refuse(day.driverId, "route-has-stops");
    await deleteRouteAndDay(this.scope.tx, day.organizationId, routeId, day.id);
    this.result.removed.push(day.driverId);
    this.note(day.id, "removed", day.driverId, routeId);
  }

  async apply(choice: Choice, driver: DriverRow | undefined, fleet: Awaited<ReturnType<typeof findFleetIds>>) {
    const existing = this.days.find((each) => each.day.driverId === choice.driverId);
    const wanted = this.wantedDay(choice, driver, existing?.day, fleet);
    if (typeof wanted === "string") return this.refuse(choice.driverId, wanted);
    if (!existing) {
      await insertDriverDay(this.scope.tx, wanted);
      return this.addRoute(wanted, "added");
    }
    if (!existing.routeId) {
      // Whoever chooses him knows better than whoever said that he is off.
      if (!existing.day.isOff) return this.addRoute(existing.day, "added");
      await updateDriverDay(this.scope.tx, { ...wanted, isOff: false });
      return this.addRoute(wanted, "added");
    }
    if (DAY_TERMS.every((key) => sameJson(existing.day[key], wanted[key]))) return;
    if (existing.routeStatus !== "planned") return this.refuse(choice.driverId, "route-dispatched");
    await updateDriverDay(this.scope.tx, { ...wanted, version: existing.day.version + 1 });
    await touchRoutes(this.scope.tx, wanted.organizationId, [existing.routeId], this.scope.now);
    if (this.withStops.has(existing.routeId)) this.mustMeasure = true;
    this.result.changed.push({ driverId: choice.driverId, routeId: existing.routeId });
    this.note(existing.day.id, "changed", choice.driverId, existing.routeId);
  }

  private wantedDay(
    choice: Choice,
    driver: DriverRow | undefined,
    day: DriverDays[number]["day"] | undefined,
    fleet: Awaited<ReturnType<typeof findFleetIds>>,
  ) {
    if (!driver) return "unknown-driver" as const;
    if (driver.status !== "active" && !day) return "inactive" as const;
    const vehicleId = choice.vehicleId ?? day?.vehicleId ?? driver.vehicleId;
    if (!vehicleId || !fleet.vehicleIds.has(vehicleId)) return "no-vehicle" as const;
    const usualStart = day ? day.startDepotId : (driver.depotId ?? this.plan.defaultDepotId);
    const startDepotId = choice.startDepotId ?? usualStart;
    // A day that starts at a place of the driver's own goes on doing so until somebody names a depot.
    const hasOwnStart = startDepotId === null && day?.startLat !== null && day?.startLat !== undefined;
    const usualEnd = day ? day.endDepotId : (driver.endDepotId ?? startDepotId);
    const endDepotId = choice.endDepotId === undefined ? usualEnd : choice.endDepotId;
    const isKnown = (depotId: string | null | undefined) => depotId && fleet.depotIds.has(depotId);
    if (!hasOwnStart && !isKnown(startDepotId)) return "no-depot" as const;
    if (endDepotId && !isKnown(endDepotId)) return "no-depot" as const;
    const shiftFromSeconds = choice.shiftFromSeconds ?? day?.shiftFromSeconds ?? driver.shiftFromSeconds;
    const shiftToSeconds = choice.shiftToSeconds ?? day?.shiftToSeconds ?? driver.shiftToSeconds;
    if (shiftToSeconds <= shiftFromSeconds) return "shift-ends-before-it-begins" as const;
    const { now } = this.scope;
    return {
      organizationId: this.scope.actor.organizationId,
      id: day?.id ?? this.scope.newId(),
      projectId: this.plan.projectId,
      driverId: driver.id,
      date: this.plan.date,
      vehicleId,
      startDepotId,
      startLat: hasOwnStart ? day!.startLat : null,
      startLng: hasOwnStart ? day!.startLng : null,
      endDepotId: endDepotId ?? null,
      shiftFromSeconds,
      shiftToSeconds,
      breaks: choice.breaks === undefined ? (day?.breaks ?? null) : choice.breaks,
      // What was said of a day's capacity was said of its vehicle.
      capacity: day && day.vehicleId === vehicleId ? day.capacity : null,
      createdAt: day?.createdAt ?? now,
      updatedAt: now,
    };
  }

  private async addRoute(
    day: { id: string; driverId: string; shiftFromSeconds: number },
    what: "added",
  ): Promise<void> {
    const routeId = this.scope.newId();
    const { id: driverDayId, shiftFromSeconds } = day;
    const number = await addRoute(this.scope, this.plan, this.numbers, { routeId, driverDayId, shiftFromSeconds });
    this.result.added.push({ driverId: day.driverId, routeId, routeNumber: number });
    this.note(day.id, what, day.driverId, routeId);
  }

  private refuse(driverId: string, reason: DriverRefusal): void {
    this.result.refused.push({ driverId, reason });
  }

  private note(dayId: string, change: "added" | "changed" | "removed", driverId: string, routeId: string | null): void {
    this.events.push({
      type: "driver-day.changed",
      entity: "driver-day",
      entityId: dayId,
      planId: this.plan.id,
      data: { change, driverId, routeId },
    });
  }
}
