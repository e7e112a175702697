import "server-only";
import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { plan } from "@/db/schema/plan";
import { proof } from "@/db/schema/proof";
import type { ProofStatus } from "@/server/domain/proof/proof";
import type { ProofRow } from "./proofs";

/** Every organization of the installation. Outside any tenant: it names them. */
export async function listOrganizations(database: Database): Promise<string[]> {
  const rows = await database.raw<{ id: string }[]>`select id from organization order by id`;
  return rows.map(({ id }) => id);
}

/** Pictures that have been in a state since before an instant, and of which something may be left (index `proof_unswept`). */
export async function listUnswept(
  tx: Tx,
  organizationId: string,
  which: { readonly statuses: readonly ProofStatus[]; readonly before: Date; readonly limit: number },
): Promise<ProofRow[]> {
  return tx
    .select()
    .from(proof)
    .where(
      and(
        eq(proof.organizationId, organizationId),
        isNull(proof.sweptAt),
        inArray(proof.status, [...which.statuses]),
        lt(proof.updatedAt, which.before),
      ),
    )
    .orderBy(asc(proof.updatedAt), asc(proof.id))
    .limit(which.limit);
}

/** How long evidence is kept, as of a moment. */
export interface Kept {
  readonly now: Date;
  readonly days: number;
}

const outlived = (tx: Tx, organizationId: string, { now, days }: Kept) =>
  tx
    .select({ id: proof.id })
    .from(proof)
    .innerJoin(plan, and(eq(plan.organizationId, proof.organizationId), eq(plan.id, proof.planId)))
    .where(
      and(
        eq(proof.organizationId, organizationId),
        eq(proof.status, "verified"),
        isNull(proof.clearedAt),
        sql`${plan.date} < (${now.toISOString()}::timestamptz at time zone ${plan.timeZone})::date - ${days}::int`,
      ),
    );

/** Pictures that are older than they are kept, and are still there. */
export async function listOutlived(tx: Tx, organizationId: string, kept: Kept, limit: number) {
  const keys = outlived(tx, organizationId, kept).orderBy(asc(plan.date), asc(proof.id)).limit(limit);
  return tx
    .select()
    .from(proof)
    .where(and(eq(proof.organizationId, organizationId), inArray(proof.id, keys)));
}

/** How many these are. */
export async function countOutlived(tx: Tx, organizationId: string, kept: Kept): Promise<number> {
  return tx.$count(outlived(tx, organizationId, kept).as("outlived"));
}

/** Notes what has been done to pictures nobody is at work on. */
export async function updateProofs(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  set: Partial<typeof proof.$inferInsert>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(proof)
    .set(set)
    .where(and(eq(proof.organizationId, organizationId), inArray(proof.id, [...ids])));
}

/** Notes that pictures are deleted; answers with those of which nobody had noted it before. */
export async function markCleared(tx: Tx, organizationId: string, ids: readonly string[], now: Date) {
  if (ids.length === 0) return [];
  const rows = await tx
    .update(proof)
    .set({ clearedAt: now, updatedAt: now })
    .where(and(eq(proof.organizationId, organizationId), inArray(proof.id, [...ids]), isNull(proof.clearedAt)))
    .returning({ id: proof.id });
  return rows.map(({ id }) => id);
}
