import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { driver } from "@/db/schema/fleet";

/** What drivers are called here and elsewhere. */
export async function selectDriverNames(tx: Tx, organizationId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: driver.id, name: driver.name, externalId: driver.externalId, serial: driver.serial })
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), isAmong(driver.id, ids)));
}
