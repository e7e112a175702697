import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { depot } from "@/db/schema/depot";
import { location } from "@/db/schema/location";

/** A project's depots with their positions, for a map. */
export async function listDepotPoints(tx: Tx, organizationId: string, projectId: string) {
  const rows = await tx
    .select({ id: depot.id, name: depot.name, lat: location.lat, lng: location.lng })
    .from(depot)
    .innerJoin(location, and(eq(location.organizationId, depot.organizationId), eq(location.id, depot.locationId)))
    .where(and(eq(depot.organizationId, organizationId), eq(depot.projectId, projectId)))
    .orderBy(asc(depot.name));
  return rows.map(({ id, name, lat, lng }) => ({
    id,
    name,
    position: lat === null || lng === null ? null : { lat, lng },
  }));
}
