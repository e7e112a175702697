import "server-only";
import type { Tx } from "@/db/client";
import { loadRouteTraces, saveRouteLooks } from "@/db/queries/plan/route-looks";
import { assignRouteLooks } from "@/server/domain/plan/assign-route-looks";
import type { RouteLook } from "@/server/domain/plan/route-look";

/**
 * Gives the routes that have stops and no look yet one for the rest of the day, unlike those of the routes around them.
 * The caller holds the plan. Answers with the looks given.
 */
export async function giveLooks(
  tx: Tx,
  organizationId: string,
  planId: string,
): Promise<ReadonlyMap<string, RouteLook>> {
  const traces = await loadRouteTraces(tx, organizationId, planId);
  const earlier = new Map(traces.flatMap(({ id, look }) => (look ? [[id, look] as const] : [])));
  const given = assignRouteLooks(traces, earlier);
  for (const id of earlier.keys()) given.delete(id);
  await saveRouteLooks(tx, organizationId, given);
  return given;
}
