import "server-only";
import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driverDay } from "@/db/schema/fleet";
import { assignment, route } from "@/db/schema/plan";
import { proof } from "@/db/schema/proof";

export type ProofRow = typeof proof.$inferSelect;

const own = (organizationId: string, ids: readonly string[]) =>
  and(eq(proof.organizationId, organizationId), inArray(proof.id, [...ids]));

export async function findProofs(tx: Tx, organizationId: string, ids: readonly string[]): Promise<ProofRow[]> {
  if (ids.length === 0) return [];
  return tx.select().from(proof).where(own(organizationId, ids));
}

/** Holds a picture's row until the transaction ends; nothing when it does not exist. */
export async function lockProof(tx: Tx, organizationId: string, id: string): Promise<ProofRow | undefined> {
  const [row] = await tx
    .select()
    .from(proof)
    .where(own(organizationId, [id]))
    .for("update");
  return row;
}

/** A route's pictures, in the order in which they were taken (index `proof_route`). */
export async function listRouteProofs(
  tx: Tx,
  organizationId: string,
  routeIds: readonly string[],
): Promise<ProofRow[]> {
  if (routeIds.length === 0) return [];
  return tx
    .select()
    .from(proof)
    .where(and(eq(proof.organizationId, organizationId), inArray(proof.routeId, [...routeIds])))
    .orderBy(asc(proof.takenAt), asc(proof.id));
}

/** Announces pictures; names that are taken are left as they are. */
export async function insertProofs(tx: Tx, rows: readonly (typeof proof.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(proof)
      .values([...rows])
      .onConflictDoNothing();
}

export async function updateProof(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof proof.$inferInsert>,
): Promise<void> {
  await tx
    .update(proof)
    .set(set)
    .where(own(organizationId, [id]));
}

/** Another picture with the same bytes that came before this one (index `proof_sha256`). */
export async function findEarlierUse(
  tx: Tx,
  organizationId: string,
  { id, sha256, createdAt }: Pick<ProofRow, "id" | "sha256" | "createdAt">,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: proof.id })
    .from(proof)
    .where(
      and(
        eq(proof.organizationId, organizationId),
        eq(proof.sha256, sha256),
        ne(proof.id, id),
        inArray(proof.status, ["quarantined", "verified"]),
        or(
          sql`${proof.createdAt} < ${createdAt.toISOString()}`,
          and(sql`${proof.createdAt} = ${createdAt.toISOString()}`, sql`${proof.id} < ${id}`),
        ),
      ),
    )
    .orderBy(asc(proof.createdAt), asc(proof.id))
    .limit(1);
  return row?.id;
}

/**
 * Whether the bytes of a picture announced by this link are wanted: the link is good (one that was declined is, for a change
 * of mind), or its route is another driver's by now, who did not take the picture.
 */
export async function mayLinkSend(tx: Tx, organizationId: string, assignmentId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: assignment.id })
    .from(assignment)
    .innerJoin(route, and(eq(route.organizationId, assignment.organizationId), eq(route.id, assignment.routeId)))
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .where(
      and(
        eq(assignment.organizationId, organizationId),
        eq(assignment.id, assignmentId),
        or(
          inArray(assignment.status, ["offered", "accepted", "declined"]),
          and(eq(assignment.status, "revoked"), ne(driverDay.driverId, assignment.driverId)),
        ),
      ),
    );
  return rows.length > 0;
}
