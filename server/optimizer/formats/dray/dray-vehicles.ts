import type { RoutingVehicle } from "@/server/domain/plan/routing-problem";
import { type DrayInput, type DrayVehicle, UNLIMITED_LOAD } from "./dray-problem-schema";
import { padLoads } from "./dray-visits";
import type { PlaceTable } from "./place-table";
import type { ReportFault } from "./raw-file";
import type { VehicleDay } from "./vehicle-days";

/** What a kilometre costs where a file gives no cost at all, so that shorter is better. */
const PLAIN_COST_PER_KM_CENTS = 100;
const COSTS = ["fixedCostCents", "costPerKmCents", "costPerHourCents"] as const;
/** What is said of one route, and so means nothing for several. */
const ROUTE_FIELDS = ["route", "frozenVisits", "placedVisits", "done"] as const;

/** The vehicle-days of a file as the optimizer takes them. */
export function drayVehicles(input: DrayInput, places: PlaceTable, days: readonly VehicleDay[]): RoutingVehicle[] {
  const isPriced = input.vehicles.some((vehicle) => COSTS.some((cost) => vehicle[cost] !== undefined));
  const indexOf = new Map(input.visits.map((visit, i) => [visit.id, i]));
  const profileOf = new Map((input.profiles ?? []).map((profile, i) => [profile.id, i]));
  return days.map((day) => {
    const vehicle = input.vehicles[day.vehicle]!;
    return {
      id: day.id,
      profile: vehicle.profile === undefined ? 0 : profileOf.get(vehicle.profile)!,
      startLocation: places.rowOf(vehicle.start),
      shift: day.shift,
      capacity: padLoads(vehicle.capacity ?? [], UNLIMITED_LOAD),
      skills: vehicle.skills,
      features: vehicle.features,
      fixedCostCents: vehicle.fixedCostCents ?? 0,
      costPerKmCents: vehicle.costPerKmCents ?? (isPriced ? 0 : PLAIN_COST_PER_KM_CENTS),
      costPerHourCents: vehicle.costPerHourCents ?? 0,
      frozenVisits: vehicle.frozenVisits.map((id) => indexOf.get(id)!),
      locked: vehicle.locked,
      ...(vehicle.end !== undefined && { endLocation: places.rowOf(vehicle.end) }),
      ...(vehicle.breaks && { breaks: day.breaks }),
      ...(vehicle.reload && { reload: { ...vehicle.reload, location: places.rowOf(vehicle.reload.location) } }),
      ...(vehicle.placedVisits && {
        placedVisits: vehicle.placedVisits.map(({ visit, place }) => ({ visit: indexOf.get(visit)!, place })),
      }),
      ...(vehicle.done && { done: { ...vehicle.done, onBoard: padLoads(vehicle.done.onBoard, 0) } }),
      ...limits(vehicle),
    };
  });
}

function limits({ maxVisits, maxDistanceMeters, maxDriveSeconds, maxWorkSeconds, ...vehicle }: DrayVehicle) {
  const { overtime, emissionGramsPerKm } = vehicle;
  return {
    ...(maxVisits !== undefined && { maxVisits }),
    ...(maxDistanceMeters !== undefined && { maxDistanceMeters }),
    ...(maxDriveSeconds !== undefined && { maxDriveSeconds }),
    ...(maxWorkSeconds !== undefined && { maxWorkSeconds }),
    ...(overtime && { overtime }),
    ...(emissionGramsPerKm !== undefined && { emissionGramsPerKm }),
  };
}

/** Reports what is said of a vehicle's route where it drives on several days, and locks on one that never drives. */
export function checkVehicleDays(input: DrayInput, days: readonly VehicleDay[], report: ReportFault): void {
  for (const [i, vehicle] of input.vehicles.entries()) {
    const count = days.filter((day) => day.vehicle === i).length;
    const isBound =
      vehicle.locked || ROUTE_FIELDS.some((field) => vehicle[field] !== undefined && !isEmpty(vehicle[field]));
    if (count === 1 || !isBound) continue;
    const cause = `drives on ${count} days of the plan, so its route and locks mean none of them`;
    report("several-days", `vehicles[${i}]`, cause, "give each day a vehicle of its own, with a date in its dates");
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
