import "server-only";
import type { ActiveDriver, listDepotStarts } from "@/db/queries/assignment/assignables";
import type { VehicleRow } from "@/db/queries/fleet/find-fleet";
import type { RouteRow } from "@/db/queries/plan/load-routes";
import {
  type DriverHours,
  type RouteStart,
  type Shift,
  shiftOn,
  startOf,
} from "@/server/domain/assignment/assignable-driver";
import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { plainVehicle } from "@/server/domain/vehicle/plain-vehicle";
import type { VehicleInput } from "@/server/domain/vehicle/vehicle-schema";

/** A driver's day that nobody has made yet, as an assignment would make it. */
export interface NewDay extends Shift {
  readonly routeId: string;
  readonly driverDayId: string;
  readonly driverId: string;
  readonly vehicleId: string;
  /** What he drives is none of the fleet's yet; null: it is. */
  readonly newVehicle: VehicleInput | null;
  /** It is nobody's usual one: whoever takes it first that day has it. */
  readonly isSpare: boolean;
  readonly start: RouteStart;
  /** Where it ends; null: where it starts, if that is a depot, else at its last stop. */
  readonly endDepotId: string | null;
}

/** What days are made of. */
export interface DayMaterial {
  /** Elapsed since the day's midnight; minus infinity where no hour of it is too late. */
  readonly nowSeconds: number;
  /** The route starts at its first door and ends at its last, wherever its driver's usually does. */
  readonly isFromFirstDoor?: boolean;
  readonly defaultDepotId: string | null;
  readonly depots: Awaited<ReturnType<typeof listDepotStarts>>;
  /** Of the fleet, nobody's usual one and in nobody's hands on the day; taken out as they are given. */
  readonly spare: VehicleRow[];
  readonly seen: ReadonlyMap<string, LatLng>;
  /** Where a route starts whose start nobody knows. */
  readonly firstDoor: LatLng | null;
  /** Only such vehicles; null: any. */
  readonly profile: TravelProfile | null;
  newId(): string;
}

type Vehicle = Pick<VehicleRow, "id" | "profile" | "label" | "registration" | "capacity" | "features"> &
  Pick<
    VehicleRow,
    "maxStops" | "maxDistanceMeters" | "maxDriveSeconds" | "fixedCostCents" | "costPerKmCents" | "emissionGramsPerKm"
  >;

/** The driver's day and its route, without stops; undefined where he cannot have one. */
export function newDayOf(
  { driver, vehicle }: ActiveDriver,
  material: DayMaterial,
): { readonly day: NewDay; readonly route: RouteRow } | undefined {
  const shift = shiftOn(driver as DriverHours, material.nowSeconds);
  if (!shift) return undefined;
  const seenAt = material.seen.get(driver.id) ?? null;
  const start: RouteStart = material.isFromFirstDoor
    ? { kind: "first-stop" }
    : startOf({ ...driver, seenAt }, material.defaultDepotId);
  const endDepotId = material.isFromFirstDoor ? null : driver.endDepotId;
  const place = placeOf(start, material);
  if (!place?.position) return undefined;
  const drives = vehicleFor(driver.name, vehicle, material);
  if (!drives) return undefined;
  const { isNew, isSpare, ...its } = drives;
  const day: NewDay = {
    routeId: material.newId(),
    driverDayId: material.newId(),
    driverId: driver.id,
    vehicleId: its.id,
    newVehicle: isNew ? plainVehicle(driver.name, its.profile) : null,
    isSpare,
    start: start.kind === "place" ? { kind: "place", position: place.position } : start,
    endDepotId,
    ...shift,
  };
  const end = endDepotId === null ? place : placeOf({ kind: "depot", depotId: endDepotId }, material);
  if (!end) return undefined;
  return { day, route: routeRow(day, driver, its, { start: place, end }) };
}

interface StartPlace {
  readonly id: string | null;
  readonly serviceSeconds: number;
  readonly position: LatLng | null;
}

function placeOf(start: RouteStart, { depots, firstDoor }: DayMaterial): StartPlace | undefined {
  if (start.kind === "place") return { id: null, serviceSeconds: 0, position: start.position };
  if (start.kind === "first-stop") return { id: null, serviceSeconds: 0, position: firstDoor };
  const depot = depots.find(({ id }) => id === start.depotId);
  if (!depot || depot.lat === null || depot.lng === null) return undefined;
  return { id: depot.id, serviceSeconds: depot.serviceSeconds, position: { lat: depot.lat, lng: depot.lng } };
}

/** His usual one; a spare one of the fleet; one of his own. Undefined where what he has is not of the kind asked for. */
function vehicleFor(
  name: string,
  usual: VehicleRow | null,
  { spare, profile, newId }: DayMaterial,
): (Vehicle & { readonly isNew: boolean; readonly isSpare: boolean }) | undefined {
  const fits = (each: { readonly profile: TravelProfile }) => profile === null || each.profile === profile;
  if (usual) return fits(usual) ? { ...usual, isNew: false, isSpare: false } : undefined;
  const at = spare.findIndex(fits);
  if (at >= 0) return { ...spare.splice(at, 1)[0]!, isNew: false, isSpare: true };
  const { capacity, ...plain } = plainVehicle(name, profile ?? "van");
  return { ...plain, emissionGramsPerKm: null, capacity: [...capacity], id: newId(), isNew: true, isSpare: false };
}

function routeRow(
  day: NewDay,
  driver: ActiveDriver["driver"],
  vehicle: Vehicle,
  { start, end }: { readonly start: StartPlace; readonly end: StartPlace },
): RouteRow {
  const { id, name, email, phone, skills, costPerHourCents, breaks } = driver;
  const at = { ...start.position!, id: start.id ?? day.driverDayId, serviceSeconds: start.serviceSeconds };
  return {
    id: day.routeId,
    number: 0,
    status: "planned",
    locked: false,
    wave: null,
    frozenStops: 0,
    version: 1,
    hueIndex: null,
    lineStyleIndex: null,
    returnLegSeconds: 0,
    returnLegMeters: 0,
    returnShape: "",
    driverDayId: day.driverDayId,
    shiftFromSeconds: day.shiftFromSeconds,
    shiftToSeconds: day.shiftToSeconds,
    breaks: null,
    driver: { id, name, email, phone, skills, costPerHourCents, breaks },
    vehicle,
    start: at,
    end: end.id === null ? null : { ...end.position!, id: end.id, serviceSeconds: end.serviceSeconds },
  };
}
