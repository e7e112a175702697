import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { stopRun } from "@/db/schema/execution";

/** A route's visits that have begun or ended: they stay where they are. */
export async function loadBegunVisits(tx: Tx, organizationId: string, routeId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ visitId: stopRun.visitId })
    .from(stopRun)
    .where(
      and(
        eq(stopRun.organizationId, organizationId),
        eq(stopRun.routeId, routeId),
        inArray(stopRun.status, ["enroute", "arrived", "delivered", "partial", "failed", "attempted"]),
      ),
    );
  return new Set(rows.map(({ visitId }) => visitId));
}
