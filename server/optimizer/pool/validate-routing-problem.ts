import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";

export interface ProblemFault {
  /** Where, as a path: `visits[3].location`. */
  readonly path: string;
  readonly cause: string;
}

/** The question itself makes no sense; all its faults at once. */
export class InvalidRoutingProblemError extends Error {
  constructor(readonly faults: readonly ProblemFault[]) {
    super(`invalid routing problem: ${faults[0]?.path} ${faults[0]?.cause} (${faults.length} faults)`);
    this.name = "InvalidRoutingProblemError";
  }
}

/** Throws `InvalidRoutingProblemError` unless every index exists, every amount is a whole number and pairs are pairs. */
export function validateRoutingProblem(problem: RoutingProblem): void {
  const faults: ProblemFault[] = [];
  const report = (path: string, cause: string) => void faults.push({ path, cause });
  const wanted = { locations: Math.min(...problem.matrices.map((matrix) => matrix.size)), report };
  for (const [i, matrix] of problem.matrices.entries()) {
    const cells = matrix.size * matrix.size;
    for (const name of ["durationSeconds", "distanceMeters"] as const) {
      if (matrix[name].length !== cells)
        report(`matrices[${i}].${name}`, `has ${matrix[name].length} cells, not ${cells}`);
    }
  }
  for (const [i, visit] of problem.visits.entries()) checkVisit(problem, visit, i, wanted);
  for (const [i, vehicle] of problem.vehicles.entries()) checkVehicle(problem, vehicle, i, wanted);
  checkRoutes(problem, report);
  checkPairs(problem, report);
  if (faults.length > 0) throw new InvalidRoutingProblemError(faults);
}

interface Wanted {
  readonly locations: number;
  readonly report: (path: string, cause: string) => void;
}

function checkVisit(problem: RoutingProblem, visit: RoutingVisit, i: number, { locations, report }: Wanted): void {
  const path = `visits[${i}]`;
  checkAmounts(path, { serviceSeconds: visit.serviceSeconds }, report);
  checkAmounts(`${path}.deliver`, visit.deliver, report);
  checkAmounts(`${path}.pickup`, visit.pickup, report);
  checkIndex(`${path}.location`, visit.location, locations, report);
  for (const k of visit.allowedVehicles ?? [])
    checkIndex(`${path}.allowedVehicles`, k, problem.vehicles.length, report);
  for (const [w, window] of visit.windows.entries()) {
    if (!Number.isInteger(window.fromSeconds) || !Number.isInteger(window.toSeconds)) {
      report(`${path}.windows[${w}]`, "is not in whole seconds");
    } else if (window.toSeconds < window.fromSeconds) report(`${path}.windows[${w}]`, "ends before it begins");
    else if (w > 0 && window.fromSeconds <= visit.windows[w - 1]!.toSeconds) {
      report(`${path}.windows[${w}]`, "overlaps or precedes the one before");
    }
  }
}

function checkVehicle(
  problem: RoutingProblem,
  vehicle: RoutingVehicle,
  i: number,
  { locations, report }: Wanted,
): void {
  const path = `vehicles[${i}]`;
  const { fixedCostCents, costPerKmCents, costPerHourCents } = vehicle;
  const { maxVisits = 0, maxDistanceMeters = 0, maxDriveSeconds = 0 } = vehicle;
  checkAmounts(path, { fixedCostCents, costPerKmCents, costPerHourCents }, report);
  checkAmounts(path, { maxVisits, maxDistanceMeters, maxDriveSeconds }, report);
  checkAmounts(`${path}.capacity`, vehicle.capacity, report);
  checkAmounts(`${path}.shift`, { ...vehicle.shift }, report);
  checkIndex(`${path}.profile`, vehicle.profile, problem.matrices.length, report);
  checkIndex(`${path}.startLocation`, vehicle.startLocation, locations, report);
  checkIndex(`${path}.endLocation`, vehicle.endLocation ?? 0, Math.max(locations, 1), report);
  if (vehicle.shift.toSeconds < vehicle.shift.fromSeconds) report(`${path}.shift`, "ends before it begins");
}

/** Frozen visits and the routes given: existing visits, none twice among those that are binding. */
function checkRoutes(problem: RoutingProblem, report: Wanted["report"]): void {
  const boundTo = new Map<number, number>();
  for (const [k, vehicle] of problem.vehicles.entries()) {
    const initial = problem.initialRoutes[k] ?? [];
    for (const visit of initial) checkIndex(`initialRoutes[${k}]`, visit, problem.visits.length, report);
    for (const visit of vehicle.frozenVisits) {
      checkIndex(`vehicles[${k}].frozenVisits`, visit, problem.visits.length, report);
    }
    for (const visit of vehicle.locked ? initial : vehicle.frozenVisits) {
      const other = boundTo.get(visit);
      if (other !== undefined) report(`vehicles[${k}]`, `binds visit ${visit}, which vehicle ${other} binds already`);
      boundTo.set(visit, k);
    }
    if (vehicle.locked && vehicle.frozenVisits.some((visit, i) => initial[i] !== visit)) {
      report(`vehicles[${k}].frozenVisits`, "are not the front of its locked route");
    }
  }
}

function checkPairs(problem: RoutingProblem, report: Wanted["report"]): void {
  const dropoffs = new Set<number>();
  for (const [pickup, { pairedDropoff }] of problem.visits.entries()) {
    if (pairedDropoff === undefined) continue;
    const path = `visits[${pickup}].pairedDropoff`;
    checkIndex(path, pairedDropoff, problem.visits.length, report);
    if (pairedDropoff === pickup || dropoffs.has(pairedDropoff)) report(path, "is already part of a pair");
    if (problem.visits[pairedDropoff]?.pairedDropoff !== undefined) report(path, "is itself a pickup of a pair");
    dropoffs.add(pairedDropoff);
  }
}

function checkAmounts(path: string, amounts: object, report: Wanted["report"]): void {
  for (const [name, amount] of Object.entries(amounts)) {
    if (!Number.isSafeInteger(amount) || amount < 0) report(`${path}.${name}`, `is ${amount}, not a whole number ≥ 0`);
  }
}

function checkIndex(path: string, index: number, count: number, report: Wanted["report"]): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) report(path, `is ${index}, not one of ${count}`);
}
