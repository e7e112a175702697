import "server-only";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { isOpenToChange, pairPartners, routeVisitIds } from "@/server/domain/plan/plan-board";
import { madeStops } from "@/server/domain/plan/under-way";
import type { CommandScope } from "../kernel/command";
import { changeRoutes } from "./change-routes";
import { openRoutes } from "./open-routes";

/**
 * Puts a route's stops back into the pool, but for what its driver has made or has aboard; its plan must be held. A driver
 * who holds the route is told. A finished route stays as it was driven.
 */
export async function unplanRoute(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  plan: PlanRow,
  routeId: string,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const touched = { visitIds: [], routeIds: [routeId] };
  const partial = await openRoutes(tx, actor.organizationId, plan, touched, { isLocked: true, now });
  const { board } = partial;
  const [route] = board.routes;
  if (!route || !isOpenToChange(route.status)) return [];
  const all = routeVisitIds(route);
  const made = new Set(all.slice(0, madeStops(route)));
  const partners = pairPartners(board);
  const visitIds = all.filter((visitId) => made.has(visitId) || made.has(partners.get(visitId) ?? ""));
  if (visitIds.length === all.length) return [];
  const saved = await changeRoutes(scope, partial, {
    sequences: [{ routeId, visitIds }],
    mutationId: scope.newId(),
    confirmed: [{ routeId, version: route.version }],
  });
  return saved.events;
}
