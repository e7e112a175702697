import { closeBoundRoutes } from "../state/close-bound-routes";
import { bindVisits } from "./bind-visits";
import { compilePairs } from "./compile-pairs";
import { compilePlaces } from "./compile-places";
import { compilePrizes } from "./compile-prizes";
import type { CoreProblem } from "./core-problem";
import { foldCheckIn } from "./fold-check-in";
import {
  COST_UNITS_PER_CENT,
  COST_UNITS_PER_METER,
  COST_UNITS_PER_MILLICENT_KM,
  COST_UNITS_PER_SECOND,
  LOAD_DIMENSIONS,
  type ProblemInput,
  UNLIMITED,
} from "./problem-input";

/** Lays the input out for the search. Takes it as valid: indices in range, no negative amounts. */
export function compileProblem(given: ProblemInput): CoreProblem {
  const { input, driveSeconds } = foldCheckIn(given);
  const firstReload = reloadNodes(input);
  const nodeCount = firstReload[input.vehicleCount];
  const nodes = compileNodes(input, firstReload);
  const pairs = compilePairs(input, nodeCount);
  const problem: CoreProblem = {
    input,
    driveSeconds,
    visitCount: input.visitCount,
    vehicleCount: input.vehicleCount,
    vehicleOf: Int32Array.from({ length: input.vehicleCount }, (_, vehicle) => vehicle),
    nodeCount,
    firstReload,
    hasReloads: firstReload[0] < nodeCount,
    ...nodes,
    ...compileLoads(input, nodeCount),
    ...pairs,
    ...compilePlaces(input, pairs.bound),
    ...compilePrizes(input, pairs.jobs, pairs.partner),
    boundCount: Int32Array.from(input.boundVisits, (visits) => visits.length),
    firstBefore: Int32Array.from(
      input.boundVisits,
      (visits, vehicle) => visits[visits.length - 1] ?? input.visitCount + 2 * vehicle,
    ),
    closed: Uint8Array.from(input.locked),
    classMembers: groupVehicles(input),
    fixedCost: Float64Array.from(input.fixedCostCents, (cents) => cents * COST_UNITS_PER_CENT),
    costPerMeter: Float64Array.from({ length: input.vehicleCount }, (_, k) => costPerMeter(input, k)),
    costPerSecond: Float64Array.from(input.costPerHourCents, (cents) => cents * COST_UNITS_PER_SECOND),
    keepsWork: dependsOnWork(input),
  };
  bindVisits(problem);
  closeBoundRoutes(problem);
  return problem;
}

/** In whole units, so that costs add up exactly whatever parts of a cent they are made of. */
function costPerMeter({ costPerKmCents, carbonMillicentsPerKm }: ProblemInput, vehicle: number): number {
  const carbon = Math.round(carbonMillicentsPerKm[vehicle] * COST_UNITS_PER_MILLICENT_KM);
  return Math.round(costPerKmCents[vehicle] * COST_UNITS_PER_METER) + carbon;
}

/** As many per vehicle as could ever be of use. */
function reloadNodes({ visitCount, vehicleCount, maxReloads }: ProblemInput): Int32Array {
  const first = new Int32Array(vehicleCount + 1).fill(visitCount + 2 * vehicleCount);
  for (let k = 0; k < vehicleCount; k++) first[k + 1] = first[k] + Math.min(maxReloads[k], visitCount);
  return first;
}

function compileNodes(input: ProblemInput, firstReload: Int32Array) {
  const { visitCount, vehicleCount } = input;
  const nodeCount = firstReload[vehicleCount];
  const location = new Int32Array(nodeCount);
  const service = new Int32Array(nodeCount);
  const windowOffset = new Int32Array(nodeCount + 1);
  const windowRows = input.windowFrom.length;
  const windowOpen = new Int32Array(windowRows + nodeCount - visitCount);
  const windowClose = new Int32Array(windowRows + nodeCount - visitCount);

  location.set(input.visitLocation);
  service.set(input.serviceSeconds);
  windowOffset.set(input.windowOffset);
  windowOpen.set(input.windowFrom);
  windowClose.set(input.windowTo);
  for (let vehicle = 0; vehicle < vehicleCount; vehicle++) {
    for (let side = 0; side < 2; side++) {
      const node = visitCount + 2 * vehicle + side;
      const row = windowRows + 2 * vehicle + side;
      location[node] = side === 0 ? input.startLocation[vehicle] : input.endLocation[vehicle];
      windowOffset[node] = row;
      windowOpen[row] = input.shiftFrom[vehicle];
      windowClose[row] = input.shiftTo[vehicle] + (side === 0 ? 0 : input.overtimeSeconds[vehicle]);
    }
  }
  for (let vehicle = 0; vehicle < vehicleCount; vehicle++) {
    for (let node = firstReload[vehicle]; node < firstReload[vehicle + 1]; node++) {
      const row = windowRows + node - visitCount;
      location[node] = input.reloadLocation[vehicle];
      service[node] = input.reloadSeconds[vehicle];
      windowOffset[node] = row;
      windowOpen[row] = input.shiftFrom[vehicle];
      // The return says whether the day gets too long, which what is bound may do.
      windowClose[row] = UNLIMITED - 1;
    }
  }
  windowOffset[nodeCount] = windowOpen.length;

  const open = new Int32Array(nodeCount);
  const close = new Int32Array(nodeCount);
  const lastClose = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    open[node] = windowOpen[windowOffset[node]];
    close[node] = windowClose[windowOffset[node]];
    lastClose[node] = windowClose[windowOffset[node + 1] - 1];
  }
  const severalWindows = windowRows > visitCount;
  return { location, service, windowOffset, windowOpen, windowClose, severalWindows, open, close, lastClose };
}

function dependsOnWork({ costPerHourCents, overtimeCentsPerHour, maxWorkSeconds, balance }: ProblemInput): boolean {
  return (
    costPerHourCents.some((cents) => cents > 0) ||
    overtimeCentsPerHour.some((cents) => cents > 0) ||
    maxWorkSeconds.some((limit) => limit < UNLIMITED) ||
    balance?.by === "working-time"
  );
}

/**
 * A delivery rides from the start to its visit, a pickup from its visit to the end. Within a pair only the pickup's
 * goods exist: on board between the two visits, and the drop-off's own `deliver` merely repeats them.
 */
function compileLoads(input: ProblemInput, nodeCount: number) {
  const startLoad = new Int32Array(nodeCount * LOAD_DIMENSIONS);
  const loadChange = new Int32Array(nodeCount * LOAD_DIMENSIONS);
  startLoad.set(input.deliver);
  for (let i = 0; i < input.deliver.length; i++) loadChange[i] = input.pickup[i] - input.deliver[i];
  for (let visit = 0; visit < input.visitCount; visit++) {
    const dropoff = input.dropoffOf[visit];
    if (dropoff < 0) continue;
    for (let dimension = 0; dimension < LOAD_DIMENSIONS; dimension++) {
      const at = dropoff * LOAD_DIMENSIONS + dimension;
      startLoad[at] = 0;
      loadChange[at] = input.pickup[at] - input.pickup[visit * LOAD_DIMENSIONS + dimension];
    }
  }
  return { startLoad, loadChange };
}

function groupVehicles(input: ProblemInput): Int32Array[] {
  const groups = new Map<string, number[]>();
  for (let k = 0; k < input.vehicleCount; k++) {
    let allowed = "";
    for (let visit = 0; visit < input.visitCount; visit++) allowed += input.allowed[visit * input.vehicleCount + k];
    const breaks = [input.breakFrom, input.breakTo, input.breakSeconds].map((column) =>
      column.subarray(input.breakOffset[k], input.breakOffset[k + 1]),
    );
    const loads = [input.capacity, input.onBoard].map((column) =>
      column.subarray(k * LOAD_DIMENSIONS, (k + 1) * LOAD_DIMENSIONS),
    );
    const lists = [...breaks, ...loads, input.placedVisits[k], allowed];
    const key = [...vehicleColumns(input).map((column) => column[k]), ...lists].join(";");
    const group = groups.get(key);
    if (group) group.push(k);
    else groups.set(key, [k]);
  }
  return [...groups.values()].map((members) => Int32Array.from(members));
}

/** All that may tell two vehicles apart in one number each. */
function vehicleColumns(input: ProblemInput): (Int32Array | Float64Array)[] {
  const { vehicleProfile, startLocation, endLocation, shiftFrom, shiftTo } = input;
  const { overtimeSeconds, overtimeCentsPerHour, maxReloads, reloadLocation, reloadSeconds } = input;
  const { maxVisits, maxDistanceMeters, maxDriveSeconds, maxWorkSeconds } = input;
  const { doneVisits, doneMeters, doneDriveSeconds, doneWorkSeconds } = input;
  const { fixedCostCents, costPerKmCents, costPerHourCents, carbonMillicentsPerKm } = input;
  return [
    ...[vehicleProfile, startLocation, endLocation, shiftFrom, shiftTo],
    ...[overtimeSeconds, overtimeCentsPerHour, maxReloads, reloadLocation, reloadSeconds],
    ...[maxVisits, maxDistanceMeters, maxDriveSeconds, maxWorkSeconds],
    ...[doneVisits, doneMeters, doneDriveSeconds, doneWorkSeconds],
    ...[fixedCostCents, costPerKmCents, costPerHourCents, carbonMillicentsPerKm],
  ];
}
