import "server-only";
import { and, desc, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { externalRef } from "@/db/schema/delivery";
import { driver } from "@/db/schema/fleet";
import type { DriverAvailability } from "@/server/domain/driver/driver-availability";
import { CLIENT_NAMES } from "./client-names";
import type { DriverRow } from "./find-fleet";

/** A driver with his client's own name for him, and his vehicle's. */
export interface KnownDriver {
  readonly driver: DriverRow;
  readonly clientName: string | null;
  readonly vehicleClientName: string | null;
  /** His papers that are here, oldest first. */
  readonly documentIds: readonly string[];
}

export interface DriverQuery {
  readonly partnerId?: string | undefined;
  /** What he says of himself, of those who drive at all; or those who do not any more. */
  readonly standing?: DriverAvailability | "inactive" | undefined;
  /** Whether they drive; any of these. */
  readonly statuses?: readonly DriverRow["status"][] | undefined;
}

/** Drivers of all projects, newest first, after the last of the page before (index `driver_partner`, else the key). */
export async function selectDriverPage(
  tx: Tx,
  organizationId: string,
  { partnerId, standing, statuses }: DriverQuery,
  after: string | undefined,
  limit: number,
): Promise<KnownDriver[]> {
  const stands =
    standing === undefined
      ? undefined
      : standing === "inactive"
        ? ne(driver.status, "active")
        : and(eq(driver.status, "active"), eq(driver.availability, standing));
  return selectDrivers(
    tx,
    and(
      eq(driver.organizationId, organizationId),
      after === undefined ? undefined : lt(driver.id, after),
      partnerId === undefined ? undefined : eq(driver.partnerId, partnerId),
      statuses === undefined ? undefined : inArray(driver.status, [...statuses]),
      stands,
    ),
    limit,
  );
}

export async function findKnownDriver(tx: Tx, organizationId: string, id: string): Promise<KnownDriver | undefined> {
  const [known] = await selectDrivers(tx, and(eq(driver.organizationId, organizationId), eq(driver.id, id)), 1);
  return known;
}

/** The route a driver is out on now. */
export async function findDrivenRoute(tx: Tx, organizationId: string, driverId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select r.id from driver_day dd join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
    where dd.organization_id = ${organizationId} and dd.driver_id = ${driverId} and r.status = 'started'
    order by dd.date desc limit 1`);
  return row?.id ?? null;
}

function selectDrivers(tx: Tx, condition: SQL | undefined, limit: number): Promise<KnownDriver[]> {
  const vehicleName = sql<string | null>`(select value from external_ref vr
    where vr.organization_id = ${driver.organizationId} and vr.entity = 'vehicle' and vr.entity_id = ${driver.vehicleId}
      and vr.namespace = ${CLIENT_NAMES} limit 1)`;
  const documentIds = sql<string[]>`array(select u.id from upload u
    where u.organization_id = ${driver.organizationId} and u.driver_id = ${driver.id} and u.status = 'stored'
    order by u.id)`;
  return tx
    .select({ driver, clientName: externalRef.value, vehicleClientName: vehicleName, documentIds })
    .from(driver)
    .leftJoin(
      externalRef,
      and(
        eq(externalRef.organizationId, driver.organizationId),
        eq(externalRef.entity, "driver"),
        eq(externalRef.entityId, driver.id),
        eq(externalRef.namespace, CLIENT_NAMES),
      ),
    )
    .where(condition)
    .orderBy(desc(driver.id))
    .limit(limit);
}
