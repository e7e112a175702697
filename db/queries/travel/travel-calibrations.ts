import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
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
    .where(and(eq(travelCalibration.organizationId, organizationId), isAmong(travelCalibration.depotId, depotIds)));
}

export async function upsertTravelCalibration(tx: Tx, row: TravelCalibrationRow): Promise<void> {
  const { organizationId, depotId, profile } = travelCalibration;
  await tx
    .insert(travelCalibration)
    .values(row)
    .onConflictDoUpdate({ target: [organizationId, depotId, profile], set: row });
}
