import {
  PRIORITIES,
  type RoutingProblem,
  type RoutingVehicle,
  type RoutingVisit,
} from "@/server/domain/plan/routing-problem";

/** Later than any time, and what the core calls unlimited. */
const UNLIMITED = 0x3fffffff;
const ABSENT = -1;
const NOTHING = [0, 0, 0, 0] as const;
/** A window that closes before it opens: what is left of those too short for the service that must end inside. */
const NEVER = [1, 0] as const;

/**
 * The routing problem as flat integers, in the shape the core takes (`ProblemInput`; the worker is where the two types
 * meet). Matrices are passed on as they are, without copying.
 */
export function translateRoutingProblem(problem: RoutingProblem) {
  const { visits, vehicles, objective } = problem;
  return {
    visitCount: visits.length,
    vehicleCount: vehicles.length,
    profiles: problem.matrices,
    fewestVehicles: objective.goal === "fleet",
    balance: objective.balance,
    clustering: objective.clustering ?? 0,

    visitLocation: column(visits, (visit) => visit.location),
    serviceSeconds: column(visits, (visit) => visit.serviceSeconds),
    ...translateWindows(visits),
    deliver: Int32Array.from(visits.flatMap((visit) => visit.deliver)),
    pickup: Int32Array.from(visits.flatMap((visit) => visit.pickup)),
    tier: Uint8Array.from(visits, (visit) => PRIORITIES.indexOf(visit.priority)),
    dropoffOf: column(visits, (visit) => visit.pairedDropoff ?? ABSENT),
    direct: Uint8Array.from(visits, (visit) => (visit.direct ? 1 : 0)),
    checkInSeconds: column(visits, (visit) => visit.checkInSeconds ?? 0),
    prizeCents: column(visits, (visit) => visit.prizeCents ?? ABSENT),

    vehicleProfile: column(vehicles, (vehicle) => vehicle.profile),
    startLocation: column(vehicles, (vehicle) => vehicle.startLocation),
    endLocation: column(vehicles, (vehicle) => vehicle.endLocation ?? ABSENT),
    shiftFrom: column(vehicles, (vehicle) => vehicle.shift.fromSeconds),
    shiftTo: column(vehicles, (vehicle) => vehicle.shift.toSeconds),
    overtimeSeconds: column(vehicles, (vehicle) => vehicle.overtime?.maxSeconds ?? 0),
    overtimeCentsPerHour: column(vehicles, (vehicle) => vehicle.overtime?.costPerHourCents ?? 0),
    ...translateBreaks(vehicles),
    maxReloads: column(vehicles, (vehicle) => vehicle.reload?.maxCount ?? 0),
    reloadLocation: column(vehicles, (vehicle) => vehicle.reload?.location ?? vehicle.startLocation),
    reloadSeconds: column(vehicles, (vehicle) => vehicle.reload?.durationSeconds ?? 0),
    capacity: Int32Array.from(vehicles.flatMap((vehicle) => vehicle.capacity)),
    maxVisits: column(vehicles, (vehicle) => vehicle.maxVisits ?? UNLIMITED),
    maxDistanceMeters: column(vehicles, (vehicle) => vehicle.maxDistanceMeters ?? UNLIMITED),
    maxDriveSeconds: column(vehicles, (vehicle) => vehicle.maxDriveSeconds ?? UNLIMITED),
    maxWorkSeconds: column(vehicles, (vehicle) => vehicle.maxWorkSeconds ?? UNLIMITED),
    doneVisits: column(vehicles, (vehicle) => vehicle.done?.visits ?? 0),
    doneMeters: column(vehicles, (vehicle) => vehicle.done?.distanceMeters ?? 0),
    doneDriveSeconds: column(vehicles, (vehicle) => vehicle.done?.driveSeconds ?? 0),
    doneWorkSeconds: column(vehicles, (vehicle) => vehicle.done?.workSeconds ?? 0),
    onBoard: Int32Array.from(vehicles.flatMap((vehicle) => vehicle.done?.onBoard ?? NOTHING)),
    fixedCostCents: column(vehicles, (vehicle) => (vehicle.done ? 0 : vehicle.fixedCostCents)),
    costPerKmCents: rates(vehicles, (vehicle) => vehicle.costPerKmCents),
    costPerHourCents: column(vehicles, (vehicle) => vehicle.costPerHourCents),
    carbonMillicentsPerKm: rates(
      vehicles,
      (vehicle) => (vehicle.emissionGramsPerKm ?? 0) * (objective.carbonCentsPerKg ?? 0),
    ),

    allowed: translateCompatibility(problem),
    boundVisits: vehicles.map((vehicle, k) =>
      Int32Array.from(vehicle.locked ? (problem.initialRoutes[k] ?? []) : vehicle.frozenVisits),
    ),
    locked: Uint8Array.from(vehicles, (vehicle) => (vehicle.locked ? 1 : 0)),
    ...translatePlaces(vehicles),
    initialRoutes: vehicles.map((_, k) => Int32Array.from(problem.initialRoutes[k] ?? [])),
  };
}

function column<Row>(rows: readonly Row[], of: (row: Row) => number): Int32Array {
  return Int32Array.from(rows, (row) => Math.min(of(row), UNLIMITED));
}

/** Amounts that parts of one count of. */
function rates(vehicles: readonly RoutingVehicle[], of: (vehicle: RoutingVehicle) => number): Float64Array {
  return Float64Array.from(vehicles, (vehicle) => Math.min(of(vehicle), UNLIMITED));
}

function translateBreaks(vehicles: readonly RoutingVehicle[]) {
  const breaks = vehicles.flatMap((vehicle) => vehicle.breaks ?? []);
  const breakOffset = new Int32Array(vehicles.length + 1);
  vehicles.forEach((vehicle, k) => {
    breakOffset[k + 1] = breakOffset[k]! + (vehicle.breaks?.length ?? 0);
  });
  return {
    breakOffset,
    breakFrom: column(breaks, (each) => each.fromSeconds),
    breakTo: column(breaks, (each) => each.toSeconds),
    breakSeconds: column(breaks, (each) => each.durationSeconds),
  };
}

function translatePlaces(vehicles: readonly RoutingVehicle[]) {
  const byPlace = vehicles.map(({ placedVisits = [] }) => placedVisits.toSorted((a, b) => a.place - b.place));
  return {
    placedVisits: byPlace.map((placed) => column(placed, (each) => each.visit)),
    places: byPlace.map((placed) => column(placed, (each) => each.place)),
  };
}

/** No window means any time; where service must also end inside, its latest start is that much earlier. */
function translateWindows(visits: readonly RoutingVisit[]) {
  const windowOffset = new Int32Array(visits.length + 1);
  const windowFrom: number[] = [];
  const windowTo: number[] = [];
  visits.forEach((visit, v) => {
    const within = visit.windowSemantics === "finish" ? visit.serviceSeconds : 0;
    const starts = visit.windows
      .map((window) => [window.fromSeconds, Math.min(window.toSeconds, UNLIMITED - 1) - within] as const)
      .filter(([from, to]) => from <= to);
    if (visit.windows.length === 0) starts.push([0, UNLIMITED - 1]);
    if (starts.length === 0) starts.push(NEVER);
    for (const [from, to] of starts) {
      windowFrom.push(from);
      windowTo.push(to);
    }
    windowOffset[v + 1] = windowFrom.length;
  });
  return { windowOffset, windowFrom: Int32Array.from(windowFrom), windowTo: Int32Array.from(windowTo) };
}

/** One bit per visit and vehicle; visits mostly ask for the same few things, so equal demands are answered once. */
function translateCompatibility({ visits, vehicles }: RoutingProblem): Uint8Array {
  const allowed = new Uint8Array(visits.length * vehicles.length);
  const answers = new Map<string, Uint8Array>();
  visits.forEach((visit, v) => {
    const key = JSON.stringify([visit.skills, visit.features, visit.allowedVehicles]);
    let answer = answers.get(key);
    if (!answer) {
      answer = Uint8Array.from(vehicles, (vehicle, k) => (maySend(visit, vehicle, k) ? 1 : 0));
      answers.set(key, answer);
    }
    allowed.set(answer, v * vehicles.length);
  });
  return allowed;
}

function maySend(visit: RoutingVisit, vehicle: RoutingVehicle, k: number): boolean {
  return (
    visit.skills.every((skill) => vehicle.skills.includes(skill)) &&
    visit.features.every((feature) => vehicle.features.includes(feature)) &&
    (visit.allowedVehicles?.includes(k) ?? true)
  );
}
