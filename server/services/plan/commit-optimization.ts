import "server-only";
import type { Tx } from "@/db/client";
import { lastStopMoves } from "@/db/queries/event/stop-moves";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { findOptimization, lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import { chosenDraft, eachDraftLeg } from "@/server/domain/plan/draft-board";
import type { KeptEdits, PlanEditResult } from "@/server/domain/plan/edit-result";
import { type MergedDraft, mergeDraft } from "@/server/domain/plan/merge-draft";
import type { OptimizationDraft } from "@/server/domain/plan/optimization-run";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { commitOptimizationSchema } from "@/server/domain/plan/plan-schema";
import { sequencesAround } from "@/server/domain/plan/reload-trips";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { nothingDone, repeatedEdit } from "./edit-outcome";
import type { LegBook } from "./leg-book";
import { movedSinceDraft } from "./moved-since-draft";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";

/** Of so many kept stops it is said who moved them. */
const MOST_NAMED = 20;
const NOTHING_KEPT: KeptEdits = { stops: [], routeNumbers: [] };

interface CommitResult extends PlanEditResult {
  readonly kept: KeptEdits;
}

/**
 * Makes a draft the plan, as one step that can be undone. What people changed since the optimizer read the day comes
 * after it: stops they moved stay where they are, routes they locked stay as they are, and the answer names both. Orders
 * that came in since stay in the pool.
 */
export const commitOptimization = command({
  permission: "plan.edit",
  input: commitOptimizationSchema,
  run: async (scope, input) => {
    const { optimizationId, mutationId, strategy, confirmed } = input;
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const { planId } = found(await findOptimization(tx, organizationId, optimizationId), "optimization");
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged<CommitResult>({ ...repeated, kept: NOTHING_KEPT });
    const run = found(await lockOptimization(tx, organizationId, optimizationId), "optimization");
    const draft = run.status === "ready" ? chosenDraft(run.drafts, strategy) : undefined;
    if (!draft) {
      throw new ServiceError("refused", "There is no draft to commit.", { reason: "not-ready", status: run.status });
    }
    const wanted = {
      routeIds: draft.routes.map((route) => route.routeId),
      visitIds: draft.routes.flatMap((route) => route.visitIds),
    };
    const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now: scope.now });
    const { board, book } = partial;
    addDraftLegs(book, board, draft);
    const movedSince = await movedSinceDraft(tx, organizationId, board, draft);
    const merged = mergeDraft(board, draft, movedSince, book.source(board));
    const { sequences } = merged;
    // The others are of no use any more; this one goes on telling why stops are unassigned.
    await updateOptimization(tx, organizationId, run.id, { status: "committed", drafts: [draft], updatedAt: now });
    const kept = await keptEdits(tx, organizationId, board, merged);
    const data = { optimizationId, strategy: draft.strategy, routes: sequences.length, kept: kept.stops.length };
    const committed = { type: "plan.committed" as const, entity: "plan", entityId: planId, planId, mutationId, data };
    if (sequences.length === 0) return changed<CommitResult>({ ...nothingDone(mutationId, plan), kept }, [committed]);
    // A program has nobody who would look at it first.
    const seen = run.request.planning ? board.routes.map(({ id, version }) => ({ routeId: id, version })) : confirmed;
    const isOptimized = kept.stops.length === 0;
    const saved = await changeRoutes(scope, partial, { sequences, mutationId, confirmed: seen, isOptimized });
    if (draft.isUndrawn && !saved.isGuessed) await scope.enqueue("measure-routes", { planId });
    const touched = new Set(sequences.map((sequence) => sequence.routeId));
    const inverse: PlanEditInverse = {
      kind: "restore",
      ...sequencesAround(
        board.routes.filter((route) => touched.has(route.id)),
        sequences,
      ),
    };
    const summary = { kind: "optimize", routes: sequences.length } as const;
    const edit = await recordEdit(scope, { planId, mutationId, summary, inverse, request: input });
    await refreshStatistics(tx);
    const { patch, shapes } = saved;
    return changed<CommitResult>({ mutationId, patch, shapes, edit, isRepeated: false, kept }, [
      committed,
      ...saved.events,
    ]);
  },
});

/** Where each stop is that stayed as people put it, and who it was. */
async function keptEdits(tx: Tx, organizationId: string, board: PlanBoard, merged: MergedDraft): Promise<KeptEdits> {
  const { keptVisitIds, keptRouteNumbers } = merged;
  const named = keptVisitIds.slice(0, MOST_NAMED);
  const moves = await lastStopMoves(tx, organizationId, board.plan.id, named);
  const whoOf = new Map(moves.map((move) => [move.visitId, move.actorLabel]));
  const places = stopPlaces(board);
  const stops = keptVisitIds.map((visitId) => ({
    visitId,
    routeNumber: places.get(visitId)?.route.number ?? null,
    changedBy: whoOf.get(visitId) ?? null,
  }));
  return { stops, routeNumbers: keptRouteNumbers };
}

function addDraftLegs(book: LegBook, board: PlanBoard, draft: OptimizationDraft): void {
  eachDraftLeg(board, draft, (from, to, route, [durationSeconds, distanceMeters, isEstimate, shape]) => {
    const leg = { durationSeconds, distanceMeters, isEstimate: isEstimate === 1 };
    book.add(from, to, route.vehicle.profile, { leg, shape });
  });
}
