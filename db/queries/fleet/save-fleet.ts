import "server-only";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { externalRef } from "@/db/schema/delivery";
import { depot } from "@/db/schema/depot";
import { driver, vehicle } from "@/db/schema/fleet";

type WithId<T> = Partial<T> & { id: string };

export async function insertDrivers(tx: Tx, rows: readonly (typeof driver.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, driver, rows);
}

export async function updateDrivers(
  tx: Tx,
  organizationId: string,
  rows: readonly WithId<typeof driver.$inferInsert>[],
): Promise<void> {
  await bulkUpdate(tx, driver, organizationId, rows);
}

export async function insertVehicles(tx: Tx, rows: readonly (typeof vehicle.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, vehicle, rows);
}

export async function updateVehicles(
  tx: Tx,
  organizationId: string,
  rows: readonly WithId<typeof vehicle.$inferInsert>[],
): Promise<void> {
  await bulkUpdate(tx, vehicle, organizationId, rows);
}

export async function insertDepots(tx: Tx, rows: readonly (typeof depot.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, depot, rows);
}

export async function insertRefs(tx: Tx, rows: readonly (typeof externalRef.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, externalRef, rows);
}
