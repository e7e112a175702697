import "server-only";
import { findPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { findMutation, type PlanEditRow } from "@/db/queries/plan/plan-edits";
import { describeMoveRefusal } from "@/server/domain/plan/describe-refusal";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { editSummarySchema, type NamedEdit } from "@/server/domain/plan/edit-summary";
import type { MoveRefusal } from "@/server/domain/plan/move-stops";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import type { CommandScope } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { hashRequest } from "./hash-request";
import { loadPartialBoard } from "./load-board";
import { readShapes } from "./read-shapes";

type ReadScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now">;

/** What a request did that comes a second time: the routes it touched as they are now. Refuses a name used before for something else. */
export async function repeatedEdit(
  scope: ReadScope,
  plan: Pick<PlanRow, "id">,
  mutationId: string,
  /** The parsed input, to tell a repetition from another request under the same name. */
  request?: unknown,
): Promise<PlanEditResult | undefined> {
  const known = await findMutation(scope.tx, scope.actor.organizationId, plan.id, mutationId);
  if (!known) return undefined;
  const { edit, requestHash } = known;
  if (request !== undefined && requestHash !== "" && requestHash !== hashRequest(request)) {
    const message = "Another change was already made under this name. Nothing was changed.";
    throw new ServiceError("conflict", message, { reason: "mutation-reused" });
  }
  const touched = routesAndVisitsOf(edit.inverse);
  const current = await currentRoutes(scope, plan, touched.routeIds, touched.visitIds);
  return { mutationId, ...current, edit: namedEdit(edit), isRepeated: true };
}

/** An edit as boards are told of it. What a newer version wrote down and this one does not know is left to its label. */
export function namedEdit({ id, label, summary }: Pick<PlanEditRow, "id" | "label" | "summary">): NamedEdit {
  return { id, label, summary: editSummarySchema.safeParse(summary).data ?? null };
}

/** Routes (and visits besides theirs) as they are now, timed as a board read at this moment, for it to take over. */
export async function currentRoutes(
  { tx, actor: { organizationId }, now }: ReadScope,
  { id }: Pick<PlanRow, "id">,
  routeIds: readonly string[],
  visitIds: readonly string[] = [],
): Promise<Pick<PlanEditResult, "patch" | "shapes">> {
  const plan = found(await findPlan(tx, organizationId, id), "plan");
  const { board, book } = await loadPartialBoard(tx, organizationId, plan, routeIds, visitIds, { now });
  const known = new Set(board.routes.map((route) => route.id));
  const patch = {
    planVersion: plan.version,
    planStatus: plan.status,
    routes: board.routes,
    removedRouteIds: routeIds.filter((routeId) => !known.has(routeId)),
    visits: [...board.visits.values()],
    removedVisitIds: visitIds.filter((visitId) => !board.visits.has(visitId)),
  };
  return { patch, shapes: readShapes(board, book) };
}

/** Nothing was to be done. */
export function nothingDone(mutationId: string, plan: PlanRow): PlanEditResult {
  const patch = {
    planVersion: plan.version,
    planStatus: plan.status,
    routes: [],
    removedRouteIds: [],
    visits: [],
    removedVisitIds: [],
  };
  return { mutationId, patch, shapes: [], edit: null, isRepeated: false };
}

/** All that an inverse names. */
export function routesAndVisitsOf(inverse: PlanEditInverse): { routeIds: string[]; visitIds: string[] } {
  if (inverse.kind === "place") {
    const places = [...inverse.placements, ...inverse.leftAt];
    return {
      routeIds: unique(places.flatMap((place) => place.routeId ?? [])),
      visitIds: unique([...inverse.placements, ...(inverse.reloads ?? [])].map((each) => each.visitId)),
    };
  }
  if (inverse.kind === "restore") {
    return {
      routeIds: unique(inverse.routes.map((route) => route.routeId)),
      visitIds: unique([...inverse.routes, ...inverse.leftAs].flatMap((route) => route.visitIds)),
    };
  }
  if (inverse.kind === "cancel") {
    return {
      routeIds: unique(inverse.placements.flatMap((place) => place.routeId ?? [])),
      visitIds: unique(inverse.placements.map((place) => place.visitId)),
    };
  }
  if (inverse.kind === "drivers") {
    return { routeIds: unique(inverse.terms.map((terms) => terms.routeId)), visitIds: [] };
  }
  if (inverse.kind === "service-day") return { routeIds: [], visitIds: unique(inverse.visitIds) };
  return {
    routeIds: unique(inverse.routes.map((route) => route.routeId)),
    visitIds: unique(inverse.stops.map((stop) => stop.visitId)),
  };
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

/** The domain's "no" as the services say it. */
export function moveRefused(refusal: MoveRefusal, board: PlanBoard): ServiceError {
  const code = refusal.reason === "anchor-not-found" ? "stale" : "refused";
  return new ServiceError(code, describeMoveRefusal(refusal, board), { ...refusal, ...stopNamed(refusal, board) });
}

/** For screens that do not have the board at hand, as a person calls the stop. */
function stopNamed(refusal: MoveRefusal, board: PlanBoard): { stop?: string } {
  const visit = "visitId" in refusal ? board.visits.get(refusal.visitId) : undefined;
  return visit ? { stop: visit.externalId || visit.name || visit.street } : {};
}
