import "server-only";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { findStopLocks } from "@/db/queries/plan/lock-flags";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { lockStopsSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { currentRoutes, nothingDone, repeatedEdit } from "./edit-outcome";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";
import { setLocks } from "./set-locks";
import { refuseStale } from "./stale-conflict";

/**
 * Keeps stops with their driver, in their place, or at the time planned for them, or lets them go. Visits of the pool
 * have no stop to lock. Refuses `stale` like a move.
 */
export const lockStops = command({
  permission: "plan.edit",
  input: lockStopsSchema,
  run: async (scope, input) => {
    const { planId, mutationId, visitIds, lockedToDriver, lockedToPosition, lockedToTime } = input;
    const { tx, actor } = scope;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged(repeated);
    const touched = { visitIds, routeIds: [] };
    const { board } = await openRoutes(tx, actor.organizationId, plan, touched, { isLocked: true });
    for (const visitId of visitIds) found(board.visits.get(visitId), "stop");
    await refuseStale(tx, actor, board, { visitIds, seen: input.seen, seenRoutes: [] });
    const now = await findStopLocks(tx, actor.organizationId, planId, visitIds);
    const stops = now.map((stop) => ({
      visitId: stop.visitId,
      lockedToDriver: lockedToDriver ?? stop.lockedToDriver,
      lockedToPosition: lockedToPosition ?? stop.lockedToPosition,
      lockedStartSeconds: lockedStart(stop, lockedToTime),
    }));
    const saved = await setLocks(scope, plan, { routes: [], stops }, mutationId);
    if (saved.events.length === 0) return unchanged<PlanEditResult>(nothingDone(mutationId, plan));
    const count = saved.inverse.stops.length;
    const isLocked = Boolean(lockedToDriver || lockedToPosition || lockedToTime);
    const summary = { kind: "lock-stops", stops: count, isLocked } as const;
    const edit = await recordEdit(scope, { planId, mutationId, summary, inverse: saved.inverse, request: input });
    const current = await currentRoutes(scope, plan, saved.routeIds);
    return changed<PlanEditResult>({ mutationId, ...current, edit, isRepeated: false }, saved.events);
  },
});

/** A time locked before stays what it is. */
function lockedStart(
  stop: { readonly startSeconds: number; readonly lockedStartSeconds: number | null },
  lockedToTime: boolean | undefined,
): number | null {
  if (lockedToTime === undefined) return stop.lockedStartSeconds;
  return lockedToTime ? (stop.lockedStartSeconds ?? stop.startSeconds) : null;
}
