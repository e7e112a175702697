import "server-only";
import { giveUsualVehicle } from "@/db/queries/assignment/assignables";
import { findDrivers, findVehicles } from "@/db/queries/fleet/find-fleet";
import { insertVehicles } from "@/db/queries/fleet/save-fleet";
import { insertDriverDay, listDriverDays } from "@/db/queries/plan/driver-days";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { LatLng } from "@/server/domain/geo";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { addRoute } from "../plan/add-route";
import type { NewDay } from "./new-day";

/** A day of a driver with where its route starts. */
export type StartedDay = NewDay & { readonly startAt: LatLng | null };

type DayScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now">;

/** The day is not as it was when these days were worked out. */
export function overtaken(): ServiceError {
  const message = "The day has changed while this was worked out. Nothing was changed; ask again.";
  return new ServiceError("conflict", message, { reason: "stale" });
}

/** Stores drivers' days and their routes, without stops, on a held plan. Refused as `conflict` where one has a day by now. */
export async function makeDays(scope: DayScope, plan: PlanRow, newDays: readonly StartedDay[]) {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  if (newDays.length === 0) return [];
  const days = await listDriverDays(tx, organizationId, plan.projectId, plan.date);
  const busy = new Set(days.map(({ day }) => day.driverId));
  const out = new Set(days.flatMap(({ day }) => (day.isOff ? [] : [day.vehicleId])));
  if (newDays.some((day) => busy.has(day.driverId) || (day.isSpare && out.has(day.vehicleId)))) throw overtaken();
  const numbers = new Set(days.flatMap(({ routeNumber }) => routeNumber ?? []));
  const events: DomainEvent[] = [];
  for (const day of newDays) {
    const { vehicleId, made } = await vehicleOf(scope, plan.projectId, day);
    events.push(...made);
    const { driverId, driverDayId, routeId, shiftFromSeconds, shiftToSeconds, start, startAt } = day;
    const depotId = start.kind === "depot" ? start.depotId : null;
    const endDepotId = day.endDepotId ?? depotId;
    const stamps = { createdAt: now, updatedAt: now };
    await insertDriverDay(tx, {
      organizationId,
      id: driverDayId,
      projectId: plan.projectId,
      driverId,
      date: plan.date,
      vehicleId,
      startDepotId: depotId,
      startLat: depotId === null ? startAt!.lat : null,
      startLng: depotId === null ? startAt!.lng : null,
      endDepotId,
      shiftFromSeconds,
      shiftToSeconds,
      ...stamps,
    });
    await addRoute(scope, plan, numbers, { routeId, driverDayId, shiftFromSeconds });
    const data = { change: "added", driverId, routeId };
    events.push({ type: "driver-day.changed", entity: "driver-day", entityId: driverDayId, planId: plan.id, data });
  }
  return events;
}

/** What a driver has to drive that is not in the fleet yet is his from then on, also on the other days of one request. */
async function vehicleOf(scope: DayScope, projectId: string, day: NewDay) {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const { vehicleId: id, newVehicle, driverId } = day;
  if (!newVehicle) return { vehicleId: id, made: [] };
  const [driver] = await findDrivers(tx, organizationId, [driverId]);
  const known = driver?.vehicleId ?? null;
  const [usual] = known === null ? [] : await findVehicles(tx, organizationId, [known]);
  if (usual?.status === "active") {
    if (usual.profile !== newVehicle.profile) throw overtaken();
    return { vehicleId: usual.id, made: [] };
  }
  await insertVehicles(tx, [{ organizationId, id, projectId, ...newVehicle, createdAt: now, updatedAt: now }]);
  await giveUsualVehicle(tx, organizationId, driverId, id, now);
  const made: readonly DomainEvent[] = [
    { type: "vehicle.created", entity: "vehicle", entityId: id, after: { projectId, ...newVehicle } },
    {
      type: "driver.changed",
      entity: "driver",
      entityId: driverId,
      before: { vehicleId: known },
      after: { vehicleId: id },
    },
  ];
  return { vehicleId: id, made };
}
