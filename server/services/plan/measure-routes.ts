import "server-only";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import { type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import { planRoutesSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { saveSequences } from "./save-sequences";

/**
 * Times a plan's routes anew with real legs and stores their ways: after guesses, moved pins, other vehicles. A route
 * that is edited while it is being measured keeps its edit. Routes that already are as measured are left alone.
 */
export const measureRoutes = command({
  permission: "plan.edit",
  input: planRoutesSchema,
  prepare: async ({ actor, ports, read }, { planId, routeIds }) => {
    const { organizationId } = actor;
    const found = await read(async (tx) => {
      const plan = await findPlan(tx, organizationId, planId);
      if (!plan) return undefined;
      const wanted = routeIds ?? (await loadRoutes(tx, organizationId, planId)).map((route) => route.id);
      return openRoutes(tx, organizationId, plan, { visitIds: [], routeIds: wanted }, { isLocked: false });
    });
    const book = new LegBook();
    if (!found) return { book, routeIds: [] };
    const used = usedSequences(found.board);
    await book.fetchMissing(ports.travel, found.board, used);
    return { book, routeIds: used.map((sequence) => sequence.routeId) };
  },
  run: async (scope, { planId }) => {
    const { tx, actor, prepared } = scope;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const wanted = { visitIds: [], routeIds: prepared.routeIds };
    const partial = await openRoutes(tx, actor.organizationId, plan, wanted, { isLocked: true });
    const book = new LegBook();
    book.addMissing(prepared.book);
    const stored = partial.book;
    book.addMissing(stored);
    const used = usedSequences(partial.board);
    const different = used.filter((sequence) => book.differsFrom(stored, partial.board, sequence));
    if (different.length === 0) return unchanged({ measured: 0 });
    const saved = await saveSequences(scope, { ...partial, book }, different, undefined);
    return changed({ measured: different.length }, saved.events);
  },
});

function usedSequences(board: PlanBoard): RouteSequence[] {
  return board.routes.flatMap((route) => {
    const isReachable = route.start.position && (!route.end || route.end.position);
    return route.stops.length > 0 && isReachable ? [{ routeId: route.id, visitIds: routeVisitIds(route) }] : [];
  });
}
