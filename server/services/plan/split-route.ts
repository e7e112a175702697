import "server-only";
import type { z } from "zod";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { checkSplit, type SplitFault } from "@/server/domain/plan/check-split";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { EditSummary } from "@/server/domain/plan/edit-summary";
import { placementsIn } from "@/server/domain/plan/move-stops";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { splitRouteSchema } from "@/server/domain/plan/plan-schema";
import { inverseOf } from "@/server/domain/plan/split-route";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { moveRefused, repeatedEdit } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";

type SplitInput = z.output<typeof splitRouteSchema>;

/**
 * Deals a route's stops out to other routes as a preview showed it, as one edit. Refuses as stale when one of the routes
 * is not as it was shown, and with the rule of moving that stands against it.
 */
export const splitRouteOver = command({
  permission: "plan.edit",
  input: splitRouteSchema,
  prepare: async ({ actor, ports, now, read }, input) => {
    const { organizationId } = actor;
    const partial = await read(async (tx) => {
      const plan = await findPlan(tx, organizationId, input.planId);
      return plan && openRoutes(tx, organizationId, plan, touchedBy(input), { isLocked: false, now });
    });
    if (!partial || !checkSplit(partial.board, input.routeId, input.sequences, input).ok) return new LegBook();
    await partial.book.fetchMissing(ports.travel, partial.board, input.sequences);
    return partial.book;
  },
  run: async (scope, input) => {
    const { tx, actor, now, prepared } = scope;
    const { planId, routeId, mutationId, sequences, confirmed } = input;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged(repeated);
    const partial = await openRoutes(tx, actor.organizationId, plan, touchedBy(input), { isLocked: true, now });
    partial.book.addMissing(prepared);
    const { board } = partial;
    const check = checkSplit(board, routeId, sequences, input);
    if (!check.ok) throw splitFault(check.fault, board);
    const { movedVisitIds } = check;
    const saved = await changeRoutes(scope, partial, { sequences, movedVisitIds, mutationId, confirmed });
    const edit = await recordEdit(scope, {
      planId: plan.id,
      mutationId,
      summary: summaryOf(board, input, movedVisitIds),
      inverse: inverseOf(board, movedVisitIds, sequences),
      request: input,
    });
    const { patch, shapes } = saved;
    return changed<PlanEditResult>({ mutationId, patch, shapes, edit, isRepeated: false }, saved.events);
  },
});

function touchedBy({ routeId, sequences }: Pick<SplitInput, "routeId" | "sequences">) {
  return { visitIds: [], routeIds: [...new Set([routeId, ...sequences.map((each) => each.routeId)])] };
}

function summaryOf(board: PlanBoard, { routeId, sequences }: SplitInput, moved: readonly string[]): EditSummary {
  const numberOf = new Map(board.routes.map(({ id, number }) => [id, number]));
  const left = placementsIn(sequences, moved).filter((place) => place.routeId === null).length;
  const to = sequences.flatMap((each) => (each.routeId === routeId ? [] : numberOf.get(each.routeId)!));
  return { kind: "split", from: numberOf.get(routeId)!, stops: moved.length, to, left };
}

function splitFault(fault: SplitFault, board: PlanBoard): ServiceError {
  if (fault.reason === "changed-since-preview") {
    const which = fault.routeNumbers.join(", ");
    return new ServiceError("stale", `Route ${which} has changed since the preview.`, { ...fault });
  }
  if (fault.reason === "route-not-found") {
    return new ServiceError("not-found", "There is no such route.", { reason: "no-such", what: "route" });
  }
  return moveRefused(fault, board);
}
