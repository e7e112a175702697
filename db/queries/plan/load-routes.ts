import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { waveLabel, waveOfRoute } from "@/db/queries/wave/wave-label";
import { depot } from "@/db/schema/depot";
import { driver, driverDay, vehicle } from "@/db/schema/fleet";
import { location } from "@/db/schema/location";
import { route, stop } from "@/db/schema/plan";

const startDepot = alias(depot, "start_depot");
const endDepot = alias(depot, "end_depot");
const startLocation = alias(location, "start_location");
const endLocation = alias(location, "end_location");

/** What a route says of its driver. */
export const ROUTE_DRIVER = {
  id: driver.id,
  name: driver.name,
  email: driver.email,
  phone: driver.phone,
  skills: driver.skills,
  costPerHourCents: driver.costPerHourCents,
  breaks: driver.breaks,
};

/** What a route says of its vehicle. */
export const ROUTE_VEHICLE = {
  id: vehicle.id,
  label: vehicle.label,
  registration: vehicle.registration,
  profile: vehicle.profile,
  capacity: vehicle.capacity,
  features: vehicle.features,
  maxStops: vehicle.maxStops,
  maxDistanceMeters: vehicle.maxDistanceMeters,
  maxDriveSeconds: vehicle.maxDriveSeconds,
  fixedCostCents: vehicle.fixedCostCents,
  costPerKmCents: vehicle.costPerKmCents,
  emissionGramsPerKm: vehicle.emissionGramsPerKm,
};

interface RouteEnd {
  readonly id: string;
  readonly serviceSeconds: number;
  readonly lat: number | null;
  readonly lng: number | null;
}

export type RouteRow = Awaited<ReturnType<typeof loadRoutes>>[number];

/** A plan's routes (or some of them) by number, with driver, vehicle and depots (index `route_plan_number`). */
export async function loadRoutes(tx: Tx, organizationId: string, planId: string, routeIds?: readonly string[]) {
  const rows = await selectRoutes(tx, waveLabel(organizationId, planId, waveOfRoute(organizationId, sql`${route.id}`)))
    .where(
      and(
        eq(route.organizationId, organizationId),
        eq(route.planId, planId),
        routeIds ? isAmong(route.id, routeIds) : undefined,
      ),
    )
    .orderBy(asc(route.number));
  return rows.map((row) => ({ ...row, end: row.end?.id ? (row.end as RouteEnd) : null }));
}

function selectRoutes(tx: Tx, wave: SQL) {
  return tx
    .select({
      id: route.id,
      number: route.number,
      status: route.status,
      /** The part of the day's plan it was made for; null where the day has only one. */
      wave: sql<string | null>`${wave}`,
      locked: route.locked,
      frozenStops: route.frozenStops,
      version: route.version,
      hueIndex: route.hueIndex,
      lineStyleIndex: route.lineStyleIndex,
      returnLegSeconds: route.returnLegSeconds,
      returnLegMeters: route.returnLegMeters,
      returnShape: route.returnShape,
      driverDayId: driverDay.id,
      shiftFromSeconds: driverDay.shiftFromSeconds,
      shiftToSeconds: driverDay.shiftToSeconds,
      /** Null: as the driver usually takes them. */
      breaks: driverDay.breaks,
      driver: ROUTE_DRIVER,
      vehicle: {
        ...ROUTE_VEHICLE,
        capacity: sql<number[]>`coalesce(${driverDay.capacity}, ${vehicle.capacity})`.mapWith(vehicle.capacity),
      },
      start: {
        // A start that is no depot goes by the day it is of.
        id: sql<string>`coalesce(${startDepot.id}, ${driverDay.id})`,
        serviceSeconds: sql<number>`coalesce(${startDepot.serviceSeconds}, 0)`,
        lat: sql<number | null>`coalesce(${driverDay.startLat}, ${startLocation.lat})`,
        lng: sql<number | null>`coalesce(${driverDay.startLng}, ${startLocation.lng})`,
      },
      end: { id: endDepot.id, serviceSeconds: endDepot.serviceSeconds, lat: endLocation.lat, lng: endLocation.lng },
    })
    .from(route)
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .innerJoin(driver, and(eq(driver.organizationId, driverDay.organizationId), eq(driver.id, driverDay.driverId)))
    .innerJoin(vehicle, and(eq(vehicle.organizationId, driverDay.organizationId), eq(vehicle.id, driverDay.vehicleId)))
    .leftJoin(
      startDepot,
      and(eq(startDepot.organizationId, driverDay.organizationId), eq(startDepot.id, driverDay.startDepotId)),
    )
    .leftJoin(
      startLocation,
      and(eq(startLocation.organizationId, startDepot.organizationId), eq(startLocation.id, startDepot.locationId)),
    )
    .leftJoin(
      endDepot,
      and(eq(endDepot.organizationId, driverDay.organizationId), eq(endDepot.id, driverDay.endDepotId)),
    )
    .leftJoin(
      endLocation,
      and(eq(endLocation.organizationId, endDepot.organizationId), eq(endLocation.id, endDepot.locationId)),
    );
}

/** Holds routes until the transaction ends, in the order of ids. */
export async function lockRoutes(tx: Tx, organizationId: string, routeIds: readonly string[]): Promise<void> {
  if (routeIds.length === 0) return;
  await tx
    .select({ id: route.id })
    .from(route)
    .where(and(eq(route.organizationId, organizationId), isAmong(route.id, routeIds)))
    .orderBy(asc(route.id))
    .for("update");
}

/** Counts one more change of routes whose terms changed, their stops staying as they are. */
export async function touchRoutes(
  tx: Tx,
  organizationId: string,
  routeIds: readonly string[],
  now: Date,
  change: { locked?: boolean; frozenStops?: number; status?: "dispatched" } = {},
): Promise<void> {
  if (routeIds.length === 0) return;
  await tx
    .update(route)
    .set({ version: sql`${route.version} + 1`, updatedAt: now, ...change })
    .where(and(eq(route.organizationId, organizationId), isAmong(route.id, routeIds)));
}

export interface StopReloadRow {
  readonly loadSeconds: number;
  readonly legSeconds: number;
  readonly legMeters: number;
  readonly isEstimate: boolean;
  readonly legShape: string;
}

export interface StopRow {
  readonly id: string;
  readonly routeId: string;
  readonly visitId: string;
  readonly legSeconds: number;
  readonly legMeters: number;
  readonly isEstimate: boolean;
  /** Empty unless asked for: five thousand ways are a megabyte. */
  readonly legShape: string;
  /** The route goes back to load before it; null: it does not. */
  readonly reload: StopReloadRow | null;
  readonly lockedToDriver: boolean;
  readonly lockedToPosition: boolean;
  readonly lockedStartSeconds: number | null;
}

/** The stops of a plan's routes (or some of them) in driving order (index `stop_plan_route_position`). */
export async function loadStops(
  tx: Tx,
  organizationId: string,
  planId: string,
  options: { routeIds?: readonly string[]; withShapes?: boolean } = {},
): Promise<StopRow[]> {
  if (options.routeIds?.length === 0) return [];
  const rows = await tx
    .select({
      id: stop.id,
      routeId: stop.routeId,
      visitId: stop.visitId,
      legSeconds: stop.legSeconds,
      legMeters: stop.legMeters,
      isEstimate: sql<boolean>`(${stop.legShape} = '' and ${stop.legMeters} > 0)`,
      legShape: options.withShapes ? stop.legShape : sql<string>`''`,
      loadSeconds: stop.reloadSeconds,
      reload: {
        legSeconds: stop.reloadLegSeconds,
        legMeters: stop.reloadLegMeters,
        isEstimate: sql<boolean>`(${stop.reloadLegShape} = '' and ${stop.reloadLegMeters} > 0)`,
        legShape: options.withShapes ? stop.reloadLegShape : sql<string>`''`,
      },
      lockedToDriver: stop.lockedToDriver,
      lockedToPosition: stop.lockedToPosition,
      lockedStartSeconds: stop.lockedStartSeconds,
    })
    .from(stop)
    .where(
      and(
        eq(stop.organizationId, organizationId),
        eq(stop.planId, planId),
        options.routeIds ? isAmong(stop.routeId, options.routeIds) : undefined,
      ),
    )
    .orderBy(asc(stop.routeId), asc(stop.position));
  return rows.map(({ loadSeconds, reload, ...row }) => ({
    ...row,
    reload: loadSeconds === null ? null : { loadSeconds, ...reload },
  }));
}
