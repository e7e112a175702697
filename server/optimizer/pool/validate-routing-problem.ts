import { InvalidRoutingProblemError } from "@/server/domain/plan/problem-fault";
import type { RoutingProblem, RoutingVehicle, RoutingVisit, TravelMatrix } from "@/server/domain/plan/routing-problem";
import { checkBindings } from "./check-bindings";
import { checkBoundWays } from "./check-bound-ways";
import { ProblemFaults } from "./problem-faults";

/** Beyond this a plan is to be split: matrices and neighbourhoods would no longer fit into memory. */
const MOST_VISITS = 10_000;

/**
 * Throws `InvalidRoutingProblemError` with all faults unless every index exists, every amount is a whole number, pairs
 * are pairs and no lock contradicts another. What merely cannot be served is no fault: the answer says why.
 */
export function validateRoutingProblem(problem: RoutingProblem): void {
  const faults = new ProblemFaults();
  const { visits, vehicles, matrices, objective } = problem;
  if (visits.length > MOST_VISITS) {
    const action = "split them by area or by day";
    faults.report("too-many-visits", "visits", `are ${visits.length}, more than ${MOST_VISITS} at once`, action);
  } else {
    for (const [i, matrix] of matrices.entries()) checkMatrix(matrix, i, faults);
    const locations = Math.min(...matrices.map((matrix) => matrix.size));
    for (const [i, visit] of visits.entries()) checkVisit(visit, i, { locations, vehicles: vehicles.length }, faults);
    for (const [k, vehicle] of vehicles.entries()) {
      checkVehicle(vehicle, k, { locations, profiles: matrices.length }, faults);
    }
    checkBindings(problem, faults);
    const { carbonCentsPerKg, balance, clustering } = objective;
    faults.checkAmounts("objective", { carbonCentsPerKg });
    faults.checkShare("objective.balance.factor", balance?.factor);
    faults.checkShare("objective.clustering", clustering);
  }
  if (faults.found.length === 0) checkBoundWays(problem, faults);
  if (faults.found.length > 0) throw new InvalidRoutingProblemError(faults.found);
}

function checkMatrix(matrix: TravelMatrix, i: number, faults: ProblemFaults): void {
  const cells = matrix.size * matrix.size;
  for (const name of ["durationSeconds", "distanceMeters"] as const) {
    if (matrix[name].length === cells) continue;
    const cause = `has ${matrix[name].length} cells, not ${cells}`;
    faults.report("matrix-size", `matrices[${i}].${name}`, cause, "give a row and a column for each location");
  }
}

interface Known {
  readonly locations: number;
  readonly vehicles: number;
}

function checkVisit(visit: RoutingVisit, i: number, { locations, vehicles }: Known, faults: ProblemFaults): void {
  const path = `visits[${i}]`;
  const { serviceSeconds, checkInSeconds, prizeCents } = visit;
  faults.checkAmounts(path, { serviceSeconds, checkInSeconds, prizeCents });
  faults.checkAmounts(`${path}.deliver`, visit.deliver);
  faults.checkAmounts(`${path}.pickup`, visit.pickup);
  faults.checkIndex(`${path}.location`, visit.location, locations);
  for (const k of visit.allowedVehicles ?? []) faults.checkIndex(`${path}.allowedVehicles`, k, vehicles);
  for (const [w, window] of visit.windows.entries()) {
    const before = visit.windows[w - 1];
    faults.checkSpan(`${path}.windows[${w}]`, window);
    if (before && window.fromSeconds <= before.toSeconds) {
      const cause = `begins at ${window.fromSeconds}, before the one before it ends`;
      faults.report("windows-overlap", `${path}.windows[${w}]`, cause, "sort and merge the windows");
    }
  }
}

interface Ways {
  readonly locations: number;
  readonly profiles: number;
}

function checkVehicle(vehicle: RoutingVehicle, k: number, { locations, profiles }: Ways, faults: ProblemFaults): void {
  const path = `vehicles[${k}]`;
  const { fixedCostCents, costPerKmCents, costPerHourCents, emissionGramsPerKm } = vehicle;
  const { maxVisits, maxDistanceMeters, maxDriveSeconds, maxWorkSeconds } = vehicle;
  faults.checkAmounts(path, { fixedCostCents, costPerHourCents });
  faults.checkRates(path, { costPerKmCents, emissionGramsPerKm });
  faults.checkAmounts(path, { maxVisits, maxDistanceMeters, maxDriveSeconds, maxWorkSeconds });
  faults.checkAmounts(`${path}.capacity`, vehicle.capacity);
  faults.checkAmounts(`${path}.shift`, { ...vehicle.shift });
  faults.checkSpan(`${path}.shift`, vehicle.shift);
  faults.checkIndex(`${path}.profile`, vehicle.profile, profiles);
  faults.checkIndex(`${path}.startLocation`, vehicle.startLocation, locations);
  if (vehicle.endLocation !== undefined) faults.checkIndex(`${path}.endLocation`, vehicle.endLocation, locations);
  if (vehicle.overtime) faults.checkAmounts(`${path}.overtime`, vehicle.overtime);
  if (vehicle.reload) {
    const { location, ...amounts } = vehicle.reload;
    faults.checkIndex(`${path}.reload.location`, location, locations);
    faults.checkAmounts(`${path}.reload`, amounts);
  }
  if (vehicle.done) {
    const { onBoard, ...amounts } = vehicle.done;
    faults.checkAmounts(`${path}.done`, amounts);
    faults.checkAmounts(`${path}.done.onBoard`, onBoard);
  }
  checkBreaks(vehicle, path, faults);
}

function checkBreaks({ breaks = [] }: RoutingVehicle, path: string, faults: ProblemFaults): void {
  for (const [b, each] of breaks.entries()) {
    const before = breaks[b - 1];
    faults.checkSpan(`${path}.breaks[${b}]`, each);
    faults.checkAmounts(`${path}.breaks[${b}]`, { durationSeconds: each.durationSeconds });
    if (before && (each.fromSeconds < before.fromSeconds || each.toSeconds < before.toSeconds)) {
      const action = "list breaks in the order they are taken";
      faults.report("breaks-out-of-order", `${path}.breaks[${b}]`, "goes back behind the one before it", action);
    }
  }
}
