import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { depot } from "@/db/schema/depot";
import { driver, vehicle } from "@/db/schema/fleet";

const TABLES = { drivers: driver, vehicles: vehicle, depots: depot } as const;

/**
 * Holds all of a project's drivers, vehicles or depots until the transaction ends, always in one order. Who only names one of
 * them (a shift its driver, a driver his vehicle) does not wait.
 */
export async function lockFleet(
  tx: Tx,
  organizationId: string,
  projectId: string,
  list: keyof typeof TABLES,
): Promise<void> {
  const table = TABLES[list];
  await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.organizationId, organizationId), eq(table.projectId, projectId)))
    .orderBy(asc(table.id))
    .for("no key update");
}
