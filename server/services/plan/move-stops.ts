import "server-only";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { EditSummary } from "@/server/domain/plan/edit-summary";
import { moveStops as decideMove, type MovePlan } from "@/server/domain/plan/move-stops";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { moveStopsSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { decideOnRoads, touchedByMove } from "./decide-on-roads";
import { moveRefused, nothingDone, repeatedEdit } from "./edit-outcome";
import { openRoutesReadAhead, type RoutesReadAhead, readRoutesAhead } from "./open-routes";
import { recordEdit } from "./record-edit";
import { refuseStale } from "./stale-conflict";

/**
 * Puts stops on a route, behind another stop, or into the pool. Refuses `stale` when a stop is not where the sender saw
 * it, `refused` with the domain's reason otherwise; both change nothing. A request that comes twice moves once.
 */
export const moveStops = command({
  permission: "plan.edit",
  input: moveStopsSchema,
  prepare: async ({ actor, ports, now, read }, input): Promise<RoutesReadAhead | undefined> => {
    const { organizationId } = actor;
    const ahead = await read(async (tx) => {
      const plan = await findPlan(tx, organizationId, input.planId);
      return plan && readRoutesAhead(tx, organizationId, plan, touchedByMove(input), now);
    });
    if (ahead) await decideOnRoads(ports.travel, ahead.partial, input);
    return ahead;
  },
  run: async (scope, input) => {
    const { tx, actor } = scope;
    const plan = found(await lockPlan(tx, actor.organizationId, input.planId), "plan");
    const repeated = await repeatedEdit(scope, plan, input.mutationId, input);
    if (repeated) return unchanged(repeated);
    const ahead = scope.prepared;
    const partial = await openRoutesReadAhead(tx, actor.organizationId, plan, touchedByMove(input), ahead, scope.now);
    const { board, book } = partial;
    await refuseStale(tx, actor, board, input);
    const outcome = decideMove(board, input, boardLegs(board));
    if (ahead) book.addMissing(ahead.partial.book);
    if (!outcome.ok) throw moveRefused(outcome.refusal, board);
    if (outcome.sequences.length === 0) return unchanged<PlanEditResult>(nothingDone(input.mutationId, plan));
    const { sequences, movedVisitIds } = outcome;
    const { mutationId, confirmed } = input;
    const saved = await changeRoutes(scope, partial, { sequences, movedVisitIds, mutationId, confirmed });
    const edit = await recordEdit(scope, {
      planId: plan.id,
      mutationId: input.mutationId,
      summary: summaryOf(board, outcome),
      inverse: outcome.inverse,
      request: input,
    });
    const { patch, shapes } = saved;
    const result: PlanEditResult = { mutationId: input.mutationId, patch, shapes, edit, isRepeated: false };
    return changed(result, saved.events);
  },
});

function summaryOf(board: PlanBoard, { movedVisitIds, placements }: MovePlan): EditSummary {
  const numberOf = new Map(board.routes.map((route) => [route.id, route.number]));
  const places = stopPlaces(board);
  const sources = new Set(movedVisitIds.map((visitId) => places.get(visitId)?.route.number));
  const from = [...sources].flatMap((number) => number ?? []);
  const to = numberOf.get(placements[0]!.routeId ?? "");
  const stops = movedVisitIds.length;
  const first = board.visits.get(movedVisitIds[0]!)!;
  const what = { stops, name: stops === 1 ? first.externalId || first.name || null : null };
  if (to === undefined) return { kind: "unplan", ...what };
  if (from.length === 0) return { kind: "plan", ...what, to };
  if (sources.size > 1) return { kind: "move", ...what, from: sources.has(undefined) ? [] : from, to };
  return from[0] === to ? { kind: "reorder", ...what, route: to } : { kind: "move", ...what, from, to };
}
