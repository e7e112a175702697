import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { travelCalibration } from "@/db/schema/travel";

export type TravelCalibrationRow = typeof travelCalibration.$inferSelect;

/** What was learned at these depots; those without finished routes are not there. */
export async function listTravelCalibrations(
  tx: Tx,
  organizationId: string,
  depotIds: readonly string[],
): Promise<TravelCalibrationRow[]> {
  if (depotIds.length === 0) return [];
  return tx
    .select()
    .from(travelCalibration)
    .where(
      and(eq(travelCalibration.organizationId, organizationId), inArray(travelCalibration.depotId, [...depotIds])),
    );
}

export async function upsertTravelCalibration(tx: Tx, row: TravelCalibrationRow): Promise<void> {
  const { organizationId, depotId, profile } = travelCalibration;
  await tx
    .insert(travelCalibration)
    .values(row)
    .onConflictDoUpdate({ target: [organizationId, depotId, profile], set: row });
}
