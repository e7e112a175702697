import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driver, vehicle } from "@/db/schema/fleet";
import { upload } from "@/db/schema/upload";
import type { Kept } from "./tidy-proofs";

export type UploadRow = typeof upload.$inferSelect;

const own = (organizationId: string, ids: readonly string[]) =>
  and(eq(upload.organizationId, organizationId), inArray(upload.id, [...ids]));

export async function findUploads(tx: Tx, organizationId: string, ids: readonly string[]): Promise<UploadRow[]> {
  if (ids.length === 0) return [];
  return tx.select().from(upload).where(own(organizationId, ids));
}

/** Holds files' rows until the transaction ends. */
export async function lockUploads(tx: Tx, organizationId: string, ids: readonly string[]): Promise<UploadRow[]> {
  if (ids.length === 0) return [];
  return tx.select().from(upload).where(own(organizationId, ids)).orderBy(asc(upload.id)).for("update");
}

/** Announces files; those that are known stay as they are. */
export async function insertUploads(tx: Tx, rows: readonly (typeof upload.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(upload)
    .values([...rows])
    .onConflictDoNothing();
}

export async function updateUpload(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof upload.$inferInsert>,
): Promise<void> {
  await tx
    .update(upload)
    .set(set)
    .where(own(organizationId, [id]));
}

/** What is part of a delivery's evidence, door by door in its order (index `upload_delivery`). */
export async function listPodUploads(tx: Tx, organizationId: string, deliveryId: string): Promise<UploadRow[]> {
  return tx
    .select()
    .from(upload)
    .where(
      and(eq(upload.organizationId, organizationId), eq(upload.deliveryId, deliveryId), isNotNull(upload.position)),
    )
    .orderBy(asc(upload.visitId), asc(upload.position));
}

/** The same of many deliveries. */
export async function listPodUploadsOf(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<UploadRow[]> {
  if (deliveryIds.length === 0) return [];
  return tx
    .select()
    .from(upload)
    .where(
      and(
        eq(upload.organizationId, organizationId),
        inArray(upload.deliveryId, [...deliveryIds]),
        isNotNull(upload.position),
      ),
    )
    .orderBy(asc(upload.visitId), asc(upload.position));
}

/** Whose a paper is. */
export interface DocumentOwner {
  readonly entity: "driver" | "vehicle";
  readonly id: string;
}

const ownerColumn = { driver: upload.driverId, vehicle: upload.vehicleId } as const;

/** The papers of a driver or a vehicle that are here, as they were announced (indexes `upload_driver`, `upload_vehicle`). */
export async function listOwnedUploads(
  tx: Tx,
  organizationId: string,
  { entity, id }: DocumentOwner,
): Promise<UploadRow[]> {
  return tx
    .select()
    .from(upload)
    .where(and(eq(upload.organizationId, organizationId), eq(ownerColumn[entity], id), eq(upload.status, "stored")))
    .orderBy(asc(upload.id));
}

/** Of the drivers and vehicles of a project: what papers they have and until when (the same indexes). */
export async function listProjectPapers(tx: Tx, organizationId: string, projectId: string) {
  const columns = {
    id: upload.id,
    driverId: upload.driverId,
    vehicleId: upload.vehicleId,
    kind: upload.kind,
    title: upload.title,
    expiresOn: upload.expiresOn,
  };
  const stored = and(eq(upload.organizationId, organizationId), eq(upload.status, "stored"));
  const ofDrivers = await tx
    .select(columns)
    .from(upload)
    .innerJoin(driver, and(eq(driver.organizationId, upload.organizationId), eq(driver.id, upload.driverId)))
    .where(and(stored, isNotNull(upload.driverId), eq(driver.projectId, projectId)));
  const ofVehicles = await tx
    .select(columns)
    .from(upload)
    .innerJoin(vehicle, and(eq(vehicle.organizationId, upload.organizationId), eq(vehicle.id, upload.vehicleId)))
    .where(and(stored, isNotNull(upload.vehicleId), eq(vehicle.projectId, projectId)));
  return [...ofDrivers, ...ofVehicles];
}

/** Takes a paper's record away; its bytes are whoever's asks. */
export async function deletePaper(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(upload).where(own(organizationId, [id]));
}

/** Files that were announced before an instant and became part of nothing (index `upload_unclaimed`). */
export async function listUnclaimedUploads(
  tx: Tx,
  organizationId: string,
  before: Date,
  limit: number,
): Promise<UploadRow[]> {
  return tx
    .select()
    .from(upload)
    .where(
      and(
        eq(upload.organizationId, organizationId),
        lt(upload.createdAt, before),
        isNull(upload.position),
        or(and(isNull(upload.driverId), isNull(upload.vehicleId)), eq(upload.status, "expected")),
      ),
    )
    .orderBy(asc(upload.createdAt))
    .limit(limit);
}

export async function deleteUploads(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(upload).where(and(own(organizationId, ids), isNull(upload.position)));
}

const outlived = (organizationId: string, { now, days }: Kept) =>
  and(
    eq(upload.organizationId, organizationId),
    isNotNull(upload.position),
    isNull(upload.clearedAt),
    sql`${upload.storedAt} < ${now.toISOString()}::timestamptz - ${days} * interval '1 day'`,
  );

/** Evidence that is older than it is kept, and is still there (index `upload_kept`). */
export async function listOutlivedUploads(tx: Tx, organizationId: string, kept: Kept, limit: number) {
  return tx
    .select({ id: upload.id, visitId: upload.visitId, sha256: upload.sha256 })
    .from(upload)
    .where(outlived(organizationId, kept))
    .orderBy(asc(upload.storedAt))
    .limit(limit);
}

/** How many files these are. */
export async function countOutlivedUploads(tx: Tx, organizationId: string, kept: Kept): Promise<number> {
  return tx.$count(upload, outlived(organizationId, kept));
}

/** Notes that files are deleted. */
export async function markUploadsCleared(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(upload).set({ clearedAt: now, updatedAt: now }).where(own(organizationId, ids));
}
