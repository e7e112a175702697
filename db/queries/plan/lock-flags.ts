import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam } from "@/db/queries/json-param";
import { stop } from "@/db/schema/plan";

export interface StopLock {
  readonly visitId: string;
  readonly lockedToDriver: boolean;
  readonly lockedToPosition: boolean;
  /** Elapsed seconds from the plan's local midnight; null: at any time. */
  readonly lockedStartSeconds: number | null;
}

/** The stops of these visits with their locks (index `stop_visit`). */
export async function findStopLocks(tx: Tx, organizationId: string, planId: string, visitIds: readonly string[]) {
  return tx
    .select({
      visitId: stop.visitId,
      routeId: stop.routeId,
      lockedToDriver: stop.lockedToDriver,
      lockedToPosition: stop.lockedToPosition,
      lockedStartSeconds: stop.lockedStartSeconds,
      startSeconds: stop.startSeconds,
    })
    .from(stop)
    .where(and(eq(stop.organizationId, organizationId), eq(stop.planId, planId), inArray(stop.visitId, [...visitIds])));
}

/** Sets the locks of stops, found by visit. */
export async function setStopLocks(tx: Tx, organizationId: string, locks: readonly StopLock[]): Promise<void> {
  if (locks.length === 0) return;
  await tx.execute(sql`
    update stop s set locked_to_driver = r."lockedToDriver", locked_to_position = r."lockedToPosition",
      locked_start_seconds = r."lockedStartSeconds"
    from jsonb_to_recordset(${jsonParam(locks)})
      as r("visitId" uuid, "lockedToDriver" boolean, "lockedToPosition" boolean, "lockedStartSeconds" integer)
    where s.organization_id = ${organizationId} and s.visit_id = r."visitId"`);
}
