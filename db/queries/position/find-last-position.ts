import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driver } from "@/db/schema/fleet";
import { lastPosition } from "@/db/schema/position";

/** Where a driver was last; null while he has not been seen, undefined where there is no such driver. */
export async function findLastPosition(tx: Tx, organizationId: string, driverId: string) {
  const [row] = await tx
    .select({ position: lastPosition })
    .from(driver)
    .leftJoin(
      lastPosition,
      and(eq(lastPosition.organizationId, driver.organizationId), eq(lastPosition.driverId, driver.id)),
    )
    .where(and(eq(driver.organizationId, organizationId), eq(driver.id, driverId)));
  return row?.position;
}
