import "server-only";
import type { Tx } from "@/db/client";
import { lastStopMoves } from "@/db/queries/event/stop-moves";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { type OptimizationRow, updateOptimization } from "@/db/queries/plan/optimizations";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import { eachDraftLeg } from "@/server/domain/plan/draft-board";
import type { KeptEdits, PlanEditResult } from "@/server/domain/plan/edit-result";
import { type MergedDraft, mergeDraft } from "@/server/domain/plan/merge-draft";
import type { OptimizationDraft } from "@/server/domain/plan/optimization-run";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { sequencesAround } from "@/server/domain/plan/reload-trips";
import type { CommandScope } from "../kernel/command";
import { changeRoutes } from "./change-routes";
import { nothingDone } from "./edit-outcome";
import type { LegBook } from "./leg-book";
import { movedSinceDraft } from "./moved-since-draft";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";

/** Of so many kept stops it is said who moved them. */
const MOST_NAMED = 20;
export const NOTHING_KEPT: KeptEdits = { stops: [], routeNumbers: [] };

export interface CommitResult extends PlanEditResult {
  readonly kept: KeptEdits;
}

export interface DraftCommit {
  /** Held, as is the run. */
  readonly plan: PlanRow;
  readonly run: OptimizationRow;
  readonly draft: OptimizationDraft;
  readonly mutationId: string;
  /** The routes as whoever asks has seen them; null: nobody is there who would look at them first. */
  readonly confirmed: readonly SeenRoute[] | null;
  /** The parsed input. */
  readonly request: unknown;
  /** Not in the draft, but to stay where they are; absent: none. */
  readonly stayingVisitIds?: ReadonlySet<string>;
}

/** Makes a draft its run's plan, inside the caller's transaction; what people changed since the run began stays. */
export async function commitDraft(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  { plan, run, draft, mutationId, confirmed, request, stayingVisitIds }: DraftCommit,
): Promise<{ readonly result: CommitResult; readonly events: readonly DomainEvent[] }> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const planId = plan.id;
  const wanted = {
    routeIds: draft.routes.map((route) => route.routeId),
    visitIds: draft.routes.flatMap((route) => route.visitIds),
  };
  const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
  const { board, book } = partial;
  addDraftLegs(book, board, draft);
  const movedSince = await movedSinceDraft(tx, organizationId, board, draft);
  const merged = mergeDraft(board, draft, movedSince, book.source(board), stayingVisitIds);
  const { sequences } = merged;
  // The others are of no use any more; this one goes on telling why stops are unassigned.
  await updateOptimization(tx, organizationId, run.id, { status: "committed", drafts: [draft], updatedAt: now });
  const kept = await keptEdits(tx, organizationId, board, merged);
  const data = {
    optimizationId: run.id,
    strategy: draft.strategy,
    routes: sequences.length,
    kept: kept.stops.length,
  };
  const committed: DomainEvent = { type: "plan.committed", entity: "plan", entityId: planId, planId, mutationId, data };
  if (sequences.length === 0) return { result: { ...nothingDone(mutationId, plan), kept }, events: [committed] };
  const seen = confirmed ?? board.routes.map(({ id, version }) => ({ routeId: id, version }));
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
  const edit = await recordEdit(scope, { planId, mutationId, summary, inverse, request });
  const { patch, shapes } = saved;
  return {
    result: { mutationId, patch, shapes, edit, isRepeated: false, kept },
    events: [committed, ...saved.events],
  };
}

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
