import "server-only";
import { loadRouteRuns } from "@/db/queries/execution/route-runs";
import { findPlan } from "@/db/queries/plan/find-plan";
import { loadStops } from "@/db/queries/plan/load-routes";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { madeInOrder } from "@/server/domain/execution/made-order";
import type { RouteRun } from "@/server/domain/execution/run-state";
import { underWayOf } from "@/server/domain/execution/under-way-of";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { madeFirst } from "@/server/domain/plan/under-way";
import type { CommandScope } from "../kernel/command";
import { found } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";
import { saveSequences } from "../plan/save-sequences";

/**
 * After a driver has acted out of turn, the stops he has made become the first of his route, in the order in which they
 * really were: what has happened is then always a front that nothing moves. Nobody is told, for he knows, and there is
 * nothing to undo. Asks nothing of the database when no stop was made since `before`.
 */
export async function putMadeFirst(
  scope: CommandScope<unknown>,
  { id, planId }: { readonly id: string; readonly planId: string },
  before: RouteRun,
  after: RouteRun,
): Promise<DomainEvent[]> {
  const made = madeIds(after);
  const known = madeIds(before);
  if (made.length === known.length && made.every((visitId, index) => visitId === known[index])) return [];
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const planned = (await loadStops(tx, organizationId, planId, { routeIds: [id] })).map(({ visitId }) => visitId);
  const places = new Map(planned.map((visitId, place) => [visitId, place]));
  const here = madeIds(after, places).filter((visitId) => places.has(visitId));
  if (here.every((visitId, index) => planned[index] === visitId)) return [];
  const plan = found(await findPlan(tx, organizationId, planId), "plan");
  const partial = await loadPartialBoard(tx, organizationId, plan, [id], []);
  const [run] = await loadRouteRuns(tx, organizationId, [id]);
  const stored = found(partial.board.routes[0], "route");
  const { visits } = partial.board;
  const underWay = run && underWayOf(stored, run, { visits, midnightEpochMs: partial.board.plan.midnightEpochMs });
  if (!underWay) return [];
  const route = { ...stored, underWay };
  const visitIds = madeFirst(route, routeVisitIds(route));
  const driven = { ...partial, board: { ...partial.board, routes: [route] } };
  const saved = await saveSequences(scope, driven, [{ routeId: id, visitIds }], undefined);
  if (saved.isGuessed) await scope.enqueue("measure-routes", { planId });
  return [...saved.events];
}

function madeIds({ stops }: RouteRun, places: ReadonlyMap<string, number> = new Map()): string[] {
  const made = [...stops.values()].map((stop) => ({ ...stop, completedAtMs: stop.completion?.atMs ?? null }));
  return madeInOrder(made, (visitId) => places.get(visitId) ?? places.size).map(({ visitId }) => visitId);
}
