import "server-only";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { findOptimization, lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import { chosenDraft, draftSequences, eachDraftLeg, staleDraftRoutes } from "@/server/domain/plan/draft-board";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { OptimizationDraft } from "@/server/domain/plan/optimization-run";
import { changedSequences } from "@/server/domain/plan/place-visits";
import { type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { commitOptimizationSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { nothingDone, repeatedEdit } from "./edit-outcome";
import type { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";
import { saveSequences } from "./save-sequences";

/**
 * Makes a draft the plan, as one step that can be undone. Refuses `stale`, naming the routes, when somebody changed
 * one of them since the optimizer read it. Orders that came in since stay in the pool.
 */
export const commitOptimization = command({
  permission: "plan.edit",
  input: commitOptimizationSchema,
  run: async (scope, { optimizationId, mutationId, strategy }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const { planId } = found(await findOptimization(tx, organizationId, optimizationId), "optimization");
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const repeated = await repeatedEdit(tx, organizationId, plan, mutationId);
    if (repeated) return unchanged(repeated);
    const run = found(await lockOptimization(tx, organizationId, optimizationId), "optimization");
    const draft = run.status === "ready" ? chosenDraft(run.drafts, strategy) : undefined;
    if (!draft) {
      throw new ServiceError("refused", "There is no draft to commit.", { reason: "not-ready", status: run.status });
    }
    const wanted = {
      routeIds: draft.routes.map((route) => route.routeId),
      visitIds: draft.routes.flatMap((route) => route.visitIds),
    };
    const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true });
    const { board, book } = partial;
    refuseStale(board, draft);
    addDraftLegs(book, board, draft);
    const sequences = changedSequences(
      board,
      new Map(draftSequences(board, draft).map((sequence) => [sequence.routeId, sequence.visitIds])),
    );
    // The others are of no use any more; this one goes on telling why stops are unassigned.
    await updateOptimization(tx, organizationId, run.id, { status: "committed", drafts: [draft], updatedAt: now });
    const data = { optimizationId, strategy: draft.strategy, routes: sequences.length };
    const committed = { type: "plan.committed" as const, entity: "plan", entityId: planId, planId, mutationId, data };
    if (sequences.length === 0) return changed<PlanEditResult>(nothingDone(mutationId, plan), [committed]);
    const saved = await saveSequences(scope, partial, sequences, mutationId);
    if (saved.isGuessed || draft.isUndrawn) await scope.enqueue("measure-routes", { planId });
    const touched = new Set(sequences.map((sequence) => sequence.routeId));
    const inverse: PlanEditInverse = {
      kind: "restore",
      routes: board.routes
        .filter((route) => touched.has(route.id))
        .map((route) => ({ routeId: route.id, visitIds: routeVisitIds(route) })),
      leftAs: sequences,
    };
    const label = `Optimize ${sequences.length === 1 ? "1 route" : `${sequences.length} routes`}`;
    const edit = await recordEdit(scope, { planId, mutationId, label, inverse });
    await refreshStatistics(tx);
    const { patch, shapes } = saved;
    return changed<PlanEditResult>({ mutationId, patch, shapes, edit, isRepeated: false }, [
      committed,
      ...saved.events,
    ]);
  },
});

function refuseStale(board: PlanBoard, draft: OptimizationDraft): void {
  const numbers = staleDraftRoutes(board, draft).map((route) => route.number);
  const gone =
    draft.routes.length - board.routes.filter((route) => draft.routes.some((d) => d.routeId === route.id)).length;
  if (numbers.length === 0 && gone === 0) return;
  const which = numbers.length === 1 ? `Route ${numbers[0]} has` : `Routes ${numbers.join(", ")} have`;
  const message = numbers.length === 0 ? "A route was taken away" : `${which} been changed`;
  throw new ServiceError("stale", `${message} since the optimizer looked. Optimize again.`, {
    reason: "stale",
    routeNumbers: numbers,
  });
}

function addDraftLegs(book: LegBook, board: PlanBoard, draft: OptimizationDraft): void {
  eachDraftLeg(board, draft, (from, to, route, [durationSeconds, distanceMeters, isEstimate, shape]) => {
    const leg = { durationSeconds, distanceMeters, isEstimate: isEstimate === 1 };
    book.add(from, to, route.vehicle.profile, { leg, shape });
  });
}
