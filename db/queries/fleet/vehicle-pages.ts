import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { externalRef } from "@/db/schema/delivery";
import { vehicle } from "@/db/schema/fleet";
import { CLIENT_NAMES } from "./client-names";
import type { VehicleRow } from "./find-fleet";

/** A vehicle with its client's own name for it, and whether a driver is out with it now. */
export interface KnownVehicle {
  readonly vehicle: VehicleRow;
  readonly clientName: string | null;
  readonly isOut: boolean;
}

export interface VehicleQuery {
  /** The name of the depot its usual driver starts at. */
  readonly depotName?: string | undefined;
  /** In use at all, and nobody out with it. */
  readonly isFree?: boolean | undefined;
  readonly partnerId?: string | undefined;
}

const IS_OUT = sql<boolean>`exists (
  select 1 from driver_day dd join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
  where dd.organization_id = ${vehicle.organizationId} and dd.vehicle_id = ${vehicle.id} and r.status = 'started')`;

/** Vehicles of all projects, newest first, after the last of the page before (the key). */
export async function selectVehiclePage(
  tx: Tx,
  organizationId: string,
  { depotName, isFree, partnerId }: VehicleQuery,
  after: string | undefined,
  limit: number,
): Promise<KnownVehicle[]> {
  const startsThere = sql`exists (
    select 1 from driver dr join depot dp on dp.organization_id = dr.organization_id and dp.id = dr.depot_id
    where dr.organization_id = ${vehicle.organizationId} and dr.vehicle_id = ${vehicle.id} and dp.name = ${depotName ?? ""})`;
  return selectVehicles(
    tx,
    and(
      eq(vehicle.organizationId, organizationId),
      after === undefined ? undefined : lt(vehicle.id, after),
      depotName === undefined ? undefined : startsThere,
      isFree === undefined ? undefined : isFree ? and(eq(vehicle.status, "active"), sql`not ${IS_OUT}`) : IS_OUT,
      partnerId === undefined ? undefined : eq(vehicle.partnerId, partnerId),
    ),
    limit,
  );
}

export async function findKnownVehicle(tx: Tx, organizationId: string, id: string): Promise<KnownVehicle | undefined> {
  const [known] = await selectVehicles(tx, and(eq(vehicle.organizationId, organizationId), eq(vehicle.id, id)), 1);
  return known;
}

function selectVehicles(tx: Tx, condition: SQL | undefined, limit: number): Promise<KnownVehicle[]> {
  return tx
    .select({ vehicle, clientName: externalRef.value, isOut: IS_OUT })
    .from(vehicle)
    .leftJoin(
      externalRef,
      and(
        eq(externalRef.organizationId, vehicle.organizationId),
        eq(externalRef.entity, "vehicle"),
        eq(externalRef.entityId, vehicle.id),
        eq(externalRef.namespace, CLIENT_NAMES),
      ),
    )
    .where(condition)
    .orderBy(desc(vehicle.id))
    .limit(limit);
}
