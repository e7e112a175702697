import "server-only";
import type { Database } from "@/db/client";

/** A driver of an organization, as one text. */
export const driverKey = (organizationId: string, driverId: string) => `${organizationId}/${driverId}`;

/**
 * Of drivers (`driverKey`) those who are there and active, by their keys (primary key). Outside any tenant: a signed token
 * names both.
 */
export async function findActiveDrivers(
  database: Database,
  keys: readonly string[],
): Promise<Map<string, { readonly name: string }>> {
  const pairs = keys.map((key) => key.split("/"));
  const column = (at: number) => `{${pairs.map((pair) => pair[at]).join(",")}}`;
  // One statement for any number, on a connection that keeps it planned. The ids were read off signed claims as UUIDs.
  const rows = await database.raw<{ organizationId: string; id: string; name: string }[]>`
    select d.organization_id as "organizationId", d.id, d.name
    from unnest(${column(0)}::uuid[], ${column(1)}::uuid[]) as asked (organization_id, id)
    join driver d on d.organization_id = asked.organization_id and d.id = asked.id
    where d.status = 'active'`;
  return new Map(rows.map(({ organizationId, id, name }) => [driverKey(organizationId, id), { name }]));
}
