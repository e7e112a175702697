import "server-only";
import type { Tx } from "@/db/client";
import { lastEventSeq as readLastEventSeq } from "@/db/queries/event/list-events";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { locateVisits, lockDeliveryRows } from "@/db/queries/plan/load-visits";
import { loadPartialBoard, type PartialBoard, type PartialBoardOptions } from "./load-board";

interface TouchedPart {
  readonly visitIds: readonly string[];
  readonly routeIds: readonly string[];
}

/** What an edit touches as it was read before the edit's transaction. */
export interface RoutesReadAhead {
  readonly partial: PartialBoard;
  readonly routeIds: readonly string[];
  readonly deliveryIds: readonly string[];
  /** The log's number before anything was read: while it stays, nothing has changed. */
  readonly lastEventSeq: number;
}

/** Reads ahead of an edit, for what takes long to ask for and to work out. */
export async function readRoutesAhead(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  wanted: TouchedPart,
  now: Date,
): Promise<RoutesReadAhead> {
  const lastEventSeq = await readLastEventSeq(tx, organizationId);
  const located = await locate(tx, organizationId, plan, wanted);
  const partial = await loadPartialBoard(tx, organizationId, plan, located.routeIds, located.visitIds, { now });
  return { partial, lastEventSeq, ...located };
}

/**
 * As `openRoutes` with everything held. Whoever changes anything writes it into the log, so what was read ahead is read
 * again only when the log has grown since.
 */
export async function openRoutesReadAhead(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  wanted: TouchedPart,
  ahead: RoutesReadAhead | undefined,
  now: Date,
): Promise<PartialBoard> {
  if (ahead) {
    await lockRoutes(tx, organizationId, ahead.routeIds);
    await lockDeliveryRows(tx, organizationId, ahead.deliveryIds);
    if ((await readLastEventSeq(tx, organizationId)) === ahead.lastEventSeq) return ahead.partial;
  }
  return openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
}

/**
 * The part of the day an edit touches: the routes named, those the visits are on, and the other doors of their
 * deliveries and of those joined with them. With `isLocked`, held until the transaction ends; the plan must be held before, then routes and
 * deliveries in the order of ids.
 */
export async function openRoutes(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  wanted: TouchedPart,
  options: PartialBoardOptions & { readonly isLocked: boolean },
): Promise<PartialBoard> {
  const { routeIds, deliveryIds, visitIds } = await locate(tx, organizationId, plan, wanted);
  if (options.isLocked) {
    await lockRoutes(tx, organizationId, routeIds);
    await lockDeliveryRows(tx, organizationId, deliveryIds);
  }
  return loadPartialBoard(tx, organizationId, plan, routeIds, visitIds, options);
}

async function locate(tx: Tx, organizationId: string, plan: PlanRow, wanted: TouchedPart) {
  const located = await locateVisits(tx, organizationId, wanted.visitIds);
  // What an order is joined with may be planned on another day.
  const here = located.filter(({ planId }) => planId === plan.id);
  return {
    routeIds: [...new Set([...wanted.routeIds, ...here.flatMap((each) => each.routeId ?? [])])],
    deliveryIds: located.map((each) => each.deliveryId),
    visitIds: located.map((each) => each.visitId),
  };
}
