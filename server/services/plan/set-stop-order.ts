import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { sequencesAround } from "@/server/domain/plan/reload-trips";
import { changed, command, unchanged } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";

/**
 * Makes a route visit just these doors, in this order: what it had besides goes into the pool. Refused where it is locked
 * or over, where a driver has been where the order says otherwise, and for doors of another plan or another route.
 */
export const setStopOrder = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid(), visitIds: z.array(z.uuid()).max(5000) }),
  run: async (scope, { routeId, visitIds }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const [place] = await findRoutePlaces(tx, organizationId, [routeId]);
    if (!place) throw noSuch("route");
    const { planId, number: routeNumber } = place;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const wanted = { visitIds, routeIds: [routeId] };
    const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
    const route = found(
      partial.board.routes.find(({ id }) => id === routeId),
      "route",
    );
    if (route.locked) {
      throw new ServiceError("refused", `Route ${routeNumber} is locked.`, { reason: "route-locked", routeNumber });
    }
    if (route.status === "finished") {
      throw new ServiceError("refused", `Route ${routeNumber} is finished.`, { reason: "finished", routeNumber });
    }
    const places = stopPlaces(partial.board);
    const isForeign = (visitId: string) =>
      !partial.board.visits.has(visitId) || (places.get(visitId)?.route.id ?? routeId) !== routeId;
    if (new Set(visitIds).size < visitIds.length || visitIds.some(isForeign)) {
      throw new ServiceError("refused", "A stop named is not of this route's plan.", { reason: "visit-not-found" });
    }
    const before = routeVisitIds(route);
    if (before.join() === visitIds.join()) return unchanged({ routeId });
    const mutationId = scope.newId();
    const sequences = [{ routeId, visitIds }];
    const confirmed = [{ routeId, version: route.version }];
    const saved = await changeRoutes(scope, partial, { sequences, movedVisitIds: visitIds, mutationId, confirmed });
    const inverse: PlanEditInverse = { kind: "restore", ...sequencesAround([route], sequences) };
    const summary = { kind: "optimize", routes: 1 } as const;
    await recordEdit(scope, { planId, mutationId, summary, inverse });
    return changed({ routeId }, saved.events);
  },
});
