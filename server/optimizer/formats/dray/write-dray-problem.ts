import type { RoutingProblem, RoutingVehicle, RoutingVisit, TravelMatrix } from "@/server/domain/plan/routing-problem";

/** A time from here on, like a negative one, means that there is no way. */
const NO_WAY_SECONDS = 1_000_000_000;

/**
 * A question to the optimizer as a dray file, in pieces: matrices of thousands of doors, written at once, would be too
 * long a text. Reading it back asks the same question, with visits and vehicles in the same order.
 */
export function* writeDrayProblem(problem: RoutingProblem): Iterable<string> {
  const vehicles = problem.vehicles.map((vehicle, index) => vehicleOf(problem, vehicle, index));
  const visits = problem.visits.map((visit) => visitOf(problem, visit));
  const rest = JSON.stringify({ vehicles, visits, objective: problem.objective });
  yield `${rest.slice(0, -1)},"profiles":[`;
  for (const [index, matrix] of problem.matrices.entries()) {
    yield `${index > 0 ? "," : ""}{"id":"${profileName(index)}","durationSeconds":[`;
    yield* rowsOf(matrix, matrix.durationSeconds);
    yield '],"distanceMeters":[';
    yield* rowsOf(matrix, matrix.distanceMeters);
    yield "]}";
  }
  yield "]}\n";
}

const profileName = (index: number) => `profile-${index}`;

function* rowsOf({ size, durationSeconds, distanceMeters }: TravelMatrix, cells: Int32Array): Iterable<string> {
  for (let row = 0; row < size; row++) {
    const values = Array.from(cells.subarray(row * size, (row + 1) * size), (value, column) => {
      const seconds = durationSeconds[row * size + column]!;
      const isWay = seconds >= 0 && seconds < NO_WAY_SECONDS && distanceMeters[row * size + column]! >= 0;
      return isWay ? value : "null";
    });
    yield `${row > 0 ? "," : ""}[${values.join(",")}]\n`;
  }
}

const spanOf = ({ fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number }) => ({
  from: fromSeconds,
  to: toSeconds,
});

function vehicleOf({ visits, initialRoutes }: RoutingProblem, vehicle: RoutingVehicle, index: number): object {
  const { profile, startLocation, endLocation, shift, breaks, reload, frozenVisits, placedVisits, ...same } = vehicle;
  const idOf = (visit: number) => visits[visit]!.id;
  return {
    ...same,
    profile: profileName(profile),
    start: startLocation,
    end: endLocation,
    shift: spanOf(shift),
    breaks: breaks?.map(({ durationSeconds, ...span }) => ({ ...spanOf(span), durationSeconds })),
    reload,
    route: (initialRoutes[index] ?? []).map(idOf),
    frozenVisits: frozenVisits.map(idOf),
    placedVisits: placedVisits?.map(({ visit, place }) => ({ visit: idOf(visit), place })),
  };
}

function visitOf({ visits, vehicles }: RoutingProblem, visit: RoutingVisit): object {
  const { windows, pairedDropoff, allowedVehicles, ...same } = visit;
  return {
    ...same,
    windows: windows.map(spanOf),
    dropoff: pairedDropoff === undefined ? undefined : visits[pairedDropoff]!.id,
    vehicles: allowedVehicles?.map((vehicle) => vehicles[vehicle]!.id),
  };
}
