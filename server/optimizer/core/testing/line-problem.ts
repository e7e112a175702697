import { compileProblem } from "../problem/compile-problem";
import { NONE, type ProblemInput, UNLIMITED } from "../problem/problem-input";
import { RouteState } from "../state/route-state";

/** What a test wants to differ from the plain problem. */
export type LineOverrides = { -readonly [Field in keyof ProblemInput]?: ProblemInput[Field] };

/**
 * Visits on a straight road: the depot is at 0, visit v at (v + 1) × 100 metres, a metre takes a second, service 10.
 * Vehicles start and end at the depot, carry 100 in each dimension, and cost one cent per metre.
 */
export function lineInput(visitCount: number, vehicleCount: number, overrides: LineOverrides = {}): ProblemInput {
  const size = visitCount + 1;
  const legs = Int32Array.from(
    { length: size * size },
    (_, leg) => Math.abs(Math.floor(leg / size) - (leg % size)) * 100,
  );
  const perVisit = (value: (visit: number) => number) => Int32Array.from({ length: visitCount }, (_, v) => value(v));
  const perVehicle = (value: number) => new Int32Array(vehicleCount).fill(value);
  return {
    visitCount,
    vehicleCount,
    profiles: [{ size, durationSeconds: legs, distanceMeters: legs }],
    fewestVehicles: false,
    balance: undefined,
    clustering: 0,
    visitLocation: perVisit((v) => v + 1),
    serviceSeconds: perVisit(() => 10),
    windowOffset: Int32Array.from({ length: visitCount + 1 }, (_, v) => v),
    windowFrom: perVisit(() => 0),
    windowTo: perVisit(() => UNLIMITED - 1),
    deliver: new Int32Array(visitCount * 4),
    pickup: new Int32Array(visitCount * 4),
    tier: new Uint8Array(visitCount).fill(1),
    dropoffOf: perVisit(() => NONE),
    direct: new Uint8Array(visitCount),
    checkInSeconds: perVisit(() => 0),
    prizeCents: perVisit(() => NONE),
    vehicleProfile: perVehicle(0),
    startLocation: perVehicle(0),
    endLocation: perVehicle(0),
    shiftFrom: perVehicle(0),
    shiftTo: perVehicle(10_000),
    overtimeSeconds: perVehicle(0),
    overtimeCentsPerHour: perVehicle(0),
    breakOffset: new Int32Array(vehicleCount + 1),
    breakFrom: new Int32Array(0),
    breakTo: new Int32Array(0),
    breakSeconds: new Int32Array(0),
    maxReloads: perVehicle(0),
    reloadLocation: perVehicle(0),
    reloadSeconds: perVehicle(0),
    capacity: new Int32Array(vehicleCount * 4).fill(100),
    maxVisits: perVehicle(UNLIMITED),
    maxDistanceMeters: perVehicle(UNLIMITED),
    maxDriveSeconds: perVehicle(UNLIMITED),
    maxWorkSeconds: perVehicle(UNLIMITED),
    doneVisits: perVehicle(0),
    doneMeters: perVehicle(0),
    doneDriveSeconds: perVehicle(0),
    doneWorkSeconds: perVehicle(0),
    onBoard: new Int32Array(vehicleCount * 4),
    fixedCostCents: perVehicle(0),
    costPerKmCents: perVehicle(1000),
    costPerHourCents: perVehicle(0),
    carbonMillicentsPerKm: perVehicle(0),
    allowed: new Uint8Array(visitCount * vehicleCount).fill(1),
    boundVisits: Array.from({ length: vehicleCount }, () => new Int32Array(0)),
    locked: new Uint8Array(vehicleCount),
    placedVisits: Array.from({ length: vehicleCount }, () => new Int32Array(0)),
    places: Array.from({ length: vehicleCount }, () => new Int32Array(0)),
    initialRoutes: [],
    ...overrides,
  };
}

/** The state of a plan with these routes. */
export function lineState(input: ProblemInput, ...routes: readonly (readonly number[])[]): RouteState {
  const state = new RouteState(compileProblem(input));
  state.load((vehicle) => routes[vehicle] ?? []);
  return state;
}

/** Whether the named rule would let a visit stand between two nodes; a missing rule refuses nothing. */
export function allows(state: RouteState, name: string, visit: number, before: number): boolean {
  const rule = state.rules.find((each) => each.name === name);
  const route = state.links.route[before];
  const after = state.links.next[before];
  return (rule?.admits?.(visit, route) ?? true) && (rule?.fits?.(visit, route, before, after) ?? true);
}

/** Whether the named rule is compiled in at all. */
export function isActive(state: RouteState, name: string): boolean {
  return state.rules.some((rule) => rule.name === name);
}

/** Four equal columns per visit from the first load dimension. */
export function loads(...amounts: readonly number[]): Int32Array {
  return Int32Array.from(amounts.flatMap((amount) => [amount, 0, 0, 0]));
}
