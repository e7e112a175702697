import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { depot } from "@/db/schema/depot";
import { location } from "@/db/schema/location";

const columns = {
  id: depot.id,
  projectId: depot.projectId,
  name: depot.name,
  serviceSeconds: depot.serviceSeconds,
  version: depot.version,
  locationId: location.id,
  street: location.street,
  postcode: location.postcode,
  city: location.city,
  country: location.country,
  lat: location.lat,
  lng: location.lng,
  confidence: location.confidence,
};

function selectDepots(tx: Tx) {
  const isItsLocation = and(eq(location.organizationId, depot.organizationId), eq(location.id, depot.locationId));
  return tx.select(columns).from(depot).innerJoin(location, isItsLocation);
}

export type DepotRow = Awaited<ReturnType<typeof listDepots>>[number];

/** A project's depots by name, with where they are. */
export async function listDepots(tx: Tx, organizationId: string, projectId: string) {
  return selectDepots(tx)
    .where(and(eq(depot.organizationId, organizationId), eq(depot.projectId, projectId)))
    .orderBy(asc(depot.name));
}

export async function findDepot(tx: Tx, organizationId: string, id: string): Promise<DepotRow | undefined> {
  const [row] = await selectDepots(tx).where(and(eq(depot.organizationId, organizationId), eq(depot.id, id)));
  return row;
}

/** The same, held until the transaction ends: nobody else writes its next version. */
export async function lockDepot(tx: Tx, organizationId: string, id: string): Promise<DepotRow | undefined> {
  const isIt = and(eq(depot.organizationId, organizationId), eq(depot.id, id));
  await tx.select({ id: depot.id }).from(depot).where(isIt).for("no key update");
  // Read once it is held: with its location in the same query, one that moved meanwhile would not be found.
  return findDepot(tx, organizationId, id);
}

/** What still names the depot: usual depots of drivers, days, and the project's default. */
export async function countDepotUses(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx.execute<{ drivers: number; days: number; projects: number }>(sql`
    select (select count(*)::int from driver where organization_id = ${organizationId}
        and (depot_id = ${id} or end_depot_id = ${id})) as drivers,
      (select count(*)::int from driver_day where organization_id = ${organizationId}
        and (start_depot_id = ${id} or end_depot_id = ${id})) as days,
      (select count(*)::int from project where organization_id = ${organizationId} and default_depot_id = ${id}) as projects`);
  return row!;
}
