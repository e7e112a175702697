import "server-only";
import type { Tx } from "@/db/client";
import { type ActiveDriver, listDepotStarts } from "@/db/queries/assignment/assignables";
import { listVehicles, type VehicleRow } from "@/db/queries/fleet/find-fleet";
import { listDriverDays } from "@/db/queries/plan/driver-days";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { RouteRow } from "@/db/queries/plan/load-routes";
import { loadVisits } from "@/db/queries/plan/load-visits";
import { findLastPositions } from "@/db/queries/position/record-positions";
import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { type NewDay, newDayOf } from "./new-day";

/** A driver seen longer ago than this may be anywhere. */
const SEEN_MILLISECONDS = 24 * 3_600_000;
/** More routes than this are no help to one request. */
const MOST_NEW_ROUTES = 200;

export interface NewDaysQuestion {
  readonly plan: Pick<PlanRow, "id" | "projectId" | "date" | "defaultDepotId">;
  /** All who drive for the project. */
  readonly drivers: readonly ActiveDriver[];
  /** Those of them who may be given a day. */
  readonly asked: readonly ActiveDriver[];
  /** What is to be brought; null: all of the day. */
  readonly visitIds: readonly string[] | null;
  readonly profile: TravelProfile | null;
  /** Elapsed since the plan's midnight; minus infinity: hours count as if the day had not begun. */
  readonly nowSeconds: number;
  /** Routes start at their first door, wherever their drivers usually do. */
  readonly isFromFirstDoor?: boolean;
  readonly now: Date;
  newId(): string;
}

/** The days, with their routes, that drivers who have none could have. Nothing of it is stored. */
export async function readNewDays(
  tx: Tx,
  organizationId: string,
  { plan, drivers, asked, visitIds, profile, nowSeconds, isFromFirstDoor = false, now, newId }: NewDaysQuestion,
): Promise<readonly { readonly day: NewDay; readonly route: RouteRow }[]> {
  const { projectId, date, defaultDepotId } = plan;
  const days = await listDriverDays(tx, organizationId, projectId, date);
  const busy = new Set(days.map(({ day }) => day.driverId));
  const free = asked.filter(({ driver }) => !busy.has(driver.id)).sort(thereFirst);
  if (free.length === 0) return [];
  // Asked only where a route might start at its first stop: a day's doors are many.
  const mayStartAtDoor = defaultDepotId === null && free.some(({ driver }) => driver.depotId === null);
  const withOtherDays = visitIds !== null;
  const visits = mayStartAtDoor
    ? await loadVisits(tx, organizationId, plan, visitIds ?? undefined, { withOtherDays })
    : [];
  const material = {
    nowSeconds,
    isFromFirstDoor,
    profile,
    defaultDepotId,
    depots: await listDepotStarts(tx, organizationId, projectId),
    spare: spareOf(await listVehicles(tx, organizationId, projectId), drivers, days),
    seen: await seenAt(tx, organizationId, free, now),
    firstDoor: firstDoorOf(visits),
    newId,
  };
  const made: { readonly day: NewDay; readonly route: RouteRow }[] = [];
  for (const each of free) {
    if (made.length === MOST_NEW_ROUTES) break;
    const day = newDayOf(each, material);
    if (day) made.push(day);
  }
  return made;
}

/** Vehicles that are nobody's usual one and out with nobody on the day. */
function spareOf(
  vehicles: readonly VehicleRow[],
  drivers: readonly ActiveDriver[],
  days: Awaited<ReturnType<typeof listDriverDays>>,
): VehicleRow[] {
  const taken = new Set([
    ...drivers.map(({ driver }) => driver.vehicleId),
    ...days.flatMap(({ day }) => (day.isOff ? [] : [day.vehicleId])),
  ]);
  return vehicles.filter(({ id }) => !taken.has(id));
}

async function seenAt(tx: Tx, organizationId: string, drivers: readonly ActiveDriver[], now: Date) {
  const unplaced = drivers.flatMap(({ driver }) => (driver.depotId === null ? [driver.id] : []));
  const known = unplaced.length === 0 ? new Map() : await findLastPositions(tx, organizationId, unplaced);
  const seen = new Map<string, LatLng>();
  for (const [driverId, { last }] of known) {
    if (now.getTime() - last.recordedAtMs < SEEN_MILLISECONDS) seen.set(driverId, { lat: last.lat, lng: last.lng });
  }
  return seen;
}

function firstDoorOf(visits: Awaited<ReturnType<typeof loadVisits>>): LatLng | null {
  const located = visits.filter(({ lat, lng }) => lat !== null && lng !== null);
  const first = located.find(({ role }) => role === "pickup") ?? located[0];
  return first ? { lat: first.lat!, lng: first.lng! } : null;
}

function thereFirst(a: ActiveDriver, b: ActiveDriver): number {
  const rank = ({ driver: { availability } }: ActiveDriver) =>
    availability === "available" || availability === "on_shift" ? 0 : 1;
  return rank(a) - rank(b);
}
