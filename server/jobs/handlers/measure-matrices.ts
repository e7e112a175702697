import "server-only";
import type { RoutingProblem, TravelMatrix } from "@/server/domain/plan/routing-problem";
import type { TravelMatrixResult } from "@/server/ports/travel";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { BuiltProblem } from "@/server/services/plan/build-routing-problem";
import type { OptimizationReporter } from "./optimization-reporter";

export interface MeasuredMatrices {
  /** One per profile; no way leads to or from what no road reaches. */
  readonly matrices: readonly TravelMatrixResult[];
  readonly source: TravelMatrixResult["source"];
  readonly roadsFailure?: string;
}

/** Asks how long it takes from door to door, once per vehicle profile. */
export async function measureMatrices(
  { ports }: ServiceContext,
  { problem, positions, profiles }: BuiltProblem,
  reporter: OptimizationReporter,
): Promise<MeasuredMatrices> {
  const kept = keptLocations(problem);
  const matrices: TravelMatrixResult[] = [];
  for (const [index, profile] of profiles.entries()) {
    const matrix = await ports.travel.matrix(positions, profile, {
      signal: reporter.abandoned,
      enough: reporter.searchEnd,
      onProgress: (fraction) => reporter.advance((index + fraction) / profiles.length),
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

/** Where a vehicle begins, ends, or is bound to go: people have decided that there is a way, so the estimate stays. */
function keptLocations({ visits, vehicles }: RoutingProblem): ReadonlySet<number> {
  const ends = vehicles.flatMap(({ startLocation, endLocation = startLocation }) => [startLocation, endLocation]);
  const bound = visits.flatMap((visit) => (visit.allowedVehicles ? [visit.location] : []));
  return new Set([...ends, ...bound]);
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
