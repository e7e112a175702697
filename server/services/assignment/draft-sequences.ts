import "server-only";
import type { DraftRoute } from "@/server/domain/plan/optimization-run";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import { keptReloads } from "@/server/domain/plan/reload-trips";
import type { ServiceContext } from "../kernel/service-context";
import { LegBook, pointsOf } from "../plan/leg-book";
import type { AssignmentDay } from "./read-assignment-day";

/** Sequences somebody has decided on, with the ways that have to be asked for. */
export async function draftSequences(
  { ports }: Pick<ServiceContext, "ports">,
  { partial }: Pick<AssignmentDay, "partial">,
  sequences: readonly RouteSequence[],
): Promise<readonly DraftRoute[]> {
  const { board } = partial;
  const book = new LegBook();
  book.addMissing(partial.book);
  await book.fetchMissing(ports.travel, board, sequences);
  return sequences.map(({ routeId, visitIds, reloads }) => {
    const route = board.routes.find(({ id }) => id === routeId)!;
    const kept = reloads ?? keptReloads(route, visitIds);
    const points = pointsOf(board, route, { visitIds, reloads: kept });
    const legs = points.slice(1).map((to, index) => {
      const known = book.find(points[index]!, to, route.vehicle.profile);
      const { durationSeconds = 0, distanceMeters = 0, isEstimate = true } = known?.leg ?? {};
      return [durationSeconds, distanceMeters, isEstimate ? 1 : 0, known?.shape ?? ""] as const;
    });
    return { routeId, baseVersion: route.version, visitIds, ...(kept.length > 0 && { reloads: kept }), legs };
  });
}
