import "server-only";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RoutingProblem, TravelMatrix } from "@/server/domain/plan/routing-problem";
import type { TravelMatrixResult, TravelPort } from "@/server/ports/travel";
import type { BuiltProblem } from "./build-routing-problem";

export interface MeasuredMatrices {
  /** One per profile; no way leads to or from what no road reaches. */
  readonly matrices: readonly TravelMatrixResult[];
  readonly source: TravelMatrixResult["source"];
  readonly roadsFailure?: string;
}

/** Whoever waits for an answer, and whether he still does. */
export interface SearchWatch {
  /** Aborted when the best so far is wanted now. */
  readonly searchEnd: AbortSignal;
  /** Aborted when nobody wants an answer any more. */
  readonly abandoned: AbortSignal;
  /** Since the best so far is wanted; 0 while it is not. */
  readonly stoppingMilliseconds: number;
  advance(fraction: number): void;
}

/** Asks how long it takes from door to door, once per vehicle profile. */
export async function measureMatrices(
  travel: TravelPort,
  { calibrations }: Pick<PlanBoard, "calibrations">,
  { problem, positions, profiles }: BuiltProblem,
  watch: SearchWatch,
): Promise<MeasuredMatrices> {
  const kept = keptLocations(problem);
  const matrices: TravelMatrixResult[] = [];
  for (const [index, profile] of profiles.entries()) {
    const matrix = await travel.matrix(positions, profile, {
      signal: watch.abandoned,
      enough: watch.searchEnd,
      calibration: calibrations[profile],
      onProgress: (fraction) => watch.advance((index + fraction) / profiles.length),
    });
    closeWays(
      matrix,
      matrix.unreachable.filter((location) => !kept.has(location)),
    );
    matrices.push(matrix);
  }
  const roadsFailure = matrices.find((matrix) => matrix.roadsFailure !== undefined)?.roadsFailure;
  const source = matrices.some((matrix) => matrix.source === "roads") ? "roads" : "estimate";
  return { matrices, source, ...(roadsFailure !== undefined && { roadsFailure }) };
}

/** Where a vehicle begins, ends, reloads or is bound to go: people have decided that there is a way. */
function keptLocations({ visits, vehicles, initialRoutes }: RoutingProblem): ReadonlySet<number> {
  const stations = vehicles.flatMap(({ startLocation, endLocation = startLocation, reload }) => [
    startLocation,
    endLocation,
    ...(reload ? [reload.location] : []),
  ]);
  const isBound = (visit: number) => visits[visit]!.allowedVehicles?.length === 1;
  const bound = vehicles.flatMap(({ frozenVisits }, vehicle) => [
    ...frozenVisits,
    ...(initialRoutes[vehicle] ?? []).filter(isBound),
  ]);
  return new Set([...stations, ...bound.map((visit) => visits[visit]!.location)]);
}

/** What no road reaches is served by nobody, however near it looks: in a lake, on an island, behind a border. */
function closeWays({ size, durationSeconds, distanceMeters }: TravelMatrix, locations: readonly number[]): void {
  const close = (cell: number) => {
    durationSeconds[cell] = -1;
    distanceMeters[cell] = -1;
  };
  for (const location of locations) {
    for (let other = 0; other < size; other++) {
      if (other === location) continue;
      close(location * size + other);
      close(other * size + location);
    }
  }
}
