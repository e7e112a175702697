import "server-only";
import type { Tx } from "@/db/client";
import { routeChangesByOthers } from "@/db/queries/event/route-changes";
import { lastStopMoves, stopsReordered } from "@/db/queries/event/stop-moves";
import type { Actor } from "@/server/domain/access/actor";
import {
  type PlaceConflict,
  type PlaceTruth,
  placeConflicts,
  placeNow,
  type SeenPlace,
} from "@/server/domain/plan/place-conflicts";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RouteTruth } from "@/server/domain/plan/route-conflicts";
import { ServiceError } from "../kernel/service-error";

/** So many conflicts are looked up in the log; of the rest it is told that they have moved. */
const MOST_NAMED = 20;

/**
 * Refuses `stale` when a visit is not where the sender saw it, or when somebody else has re-ordered one of those moved
 * on its route since; whatever else changed around them is no conflict.
 */
export async function refuseStale(
  tx: Tx,
  actor: Pick<Actor, "id" | "organizationId">,
  board: PlanBoard,
  asked: {
    readonly visitIds: readonly string[];
    readonly seen: readonly SeenPlace[];
    readonly seenRoutes: readonly { readonly routeId: string; readonly version: number }[];
  },
): Promise<void> {
  const conflicts = placeConflicts(board, asked.seen);
  if (conflicts.length === 0) conflicts.push(...(await reordered(tx, actor, board, asked)));
  if (conflicts.length > 0) throw await staleConflict(tx, actor, board.plan.id, conflicts);
}

async function reordered(
  tx: Tx,
  actor: Pick<Actor, "id" | "organizationId">,
  board: PlanBoard,
  { visitIds, seen, seenRoutes }: Parameters<typeof refuseStale>[3],
): Promise<PlaceConflict[]> {
  const current = new Map(board.routes.map((route) => [route.id, route.version]));
  const outdated = new Map(
    seenRoutes.filter(({ routeId, version }) => (current.get(routeId) ?? version) > version).map(versionEntry),
  );
  const moved = new Set(visitIds);
  const looked = seen.flatMap(({ visitId, routeId }) => {
    const version = routeId === null ? undefined : outdated.get(routeId);
    return routeId !== null && version !== undefined && moved.has(visitId) ? [{ visitId, routeId, version }] : [];
  });
  const others = await stopsReordered(tx, actor.organizationId, looked, actor.id);
  return looked.filter(({ visitId }) => others.has(visitId)).map((place) => placeNow(board, place));
}

const versionEntry = ({ routeId, version }: { readonly routeId: string; readonly version: number }) =>
  [routeId, version] as const;

/** Refuses `stale` when somebody else has changed the stops or locks of one of these routes since it was seen. */
export async function refuseStaleRoutes(
  tx: Tx,
  actor: Pick<Actor, "id" | "organizationId">,
  routes: readonly { readonly id: string; readonly number: number; readonly version: number }[],
  seenRoutes: readonly { readonly routeId: string; readonly version: number }[],
): Promise<void> {
  const routeOf = new Map(routes.map((route) => [route.id, route]));
  const outdated = seenRoutes.filter(({ routeId, version }) => (routeOf.get(routeId)?.version ?? 0) > version);
  const changes = await routeChangesByOthers(tx, actor.organizationId, outdated, actor.id);
  const truths = changes.map(({ routeId, isLock, actorLabel, receivedAt }): RouteTruth => {
    const { number: routeNumber } = routeOf.get(routeId)!;
    const changedAt = receivedAt.toISOString();
    return { routeId, routeNumber, change: isLock ? "locks" : "stops", changedBy: actorLabel, changedAt };
  });
  const [first] = truths;
  if (!first) return;
  const { routeNumber, changedBy, changedAt } = first;
  const message = `${changedBy} has changed route ${routeNumber} since.`;
  throw new ServiceError("stale", message, { reason: "routes-changed", routes: truths, changedBy, changedAt });
}

/** Somebody else was first: says what is true now, who made it so, and when. */
export async function staleConflict(
  tx: Tx,
  actor: Pick<Actor, "id" | "organizationId">,
  planId: string,
  conflicts: readonly PlaceConflict[],
): Promise<ServiceError> {
  const named = conflicts.slice(0, MOST_NAMED).map((conflict) => conflict.visitId);
  const moves = await lastStopMoves(tx, actor.organizationId, planId, named);
  const moveOf = new Map(moves.map((move) => [move.visitId, move]));
  const truths = conflicts.map((conflict): PlaceTruth => {
    const move = moveOf.get(conflict.visitId);
    return {
      ...conflict,
      changedBy: move?.actorLabel ?? null,
      changedAt: move?.receivedAt.toISOString() ?? null,
      isOwn: move !== undefined && move.actorId === actor.id,
    };
  });
  const [first] = truths;
  return new ServiceError("stale", staleText(truths), {
    reason: "stops-moved",
    conflicts: truths,
    changedBy: first!.changedBy,
    changedAt: first!.changedAt,
  });
}

function staleText(truths: readonly PlaceTruth[]): string {
  const first = truths[0]!;
  const where = !first.isOnBoard
    ? "no longer part of this day"
    : first.routeNumber === null
      ? "no longer on a route"
      : first.routeId === first.seenRouteId
        ? `elsewhere on route ${first.routeNumber} now`
        : `on route ${first.routeNumber} now`;
  const who = first.changedBy ? ` (${first.changedBy})` : "";
  const what = truths.length === 1 ? "The stop is" : `${truths.length} stops have moved; the first is`;
  return `${what} ${where}${who}.`;
}
