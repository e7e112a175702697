import "server-only";
import type { Tx } from "@/db/client";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { locateVisits, lockDeliveryRows } from "@/db/queries/plan/load-visits";
import { loadPartialBoard, type PartialBoard } from "./load-board";

/**
 * The part of the day an edit touches: the routes named, those the visits are on, and the other doors of their
 * deliveries. With `isLocked`, held until the transaction ends; the plan must be held before, then routes and
 * deliveries in the order of ids.
 */
export async function openRoutes(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  wanted: { readonly visitIds: readonly string[]; readonly routeIds: readonly string[] },
  options: { readonly isLocked: boolean },
): Promise<PartialBoard> {
  const located = await locateVisits(tx, organizationId, wanted.visitIds);
  const routeIds = [...new Set([...wanted.routeIds, ...located.flatMap((each) => each.routeId ?? [])])];
  if (options.isLocked) {
    await lockRoutes(tx, organizationId, routeIds);
    const deliveryIds = located.map((each) => each.deliveryId);
    await lockDeliveryRows(tx, organizationId, deliveryIds);
  }
  const visitIds = located.map((each) => each.visitId);
  return loadPartialBoard(tx, organizationId, plan, routeIds, visitIds);
}
