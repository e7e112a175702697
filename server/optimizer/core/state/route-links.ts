import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";

/**
 * Who follows whom: each route is a doubly linked list from its start sentinel to its end sentinel. The legs are
 * current after `measure`, not before.
 */
export class RouteLinks {
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Route of each node, `NONE` while a visit is unassigned. */
  readonly route: Int32Array;
  /** Place on the route, the start sentinel being 0; a reload has that of the visit before it. */
  readonly position: Int32Array;
  /** Travel from a node to its successor. */
  readonly legDistance: Int32Array;
  readonly legDuration: Int32Array;
  /** Visits per route. */
  readonly count: Int32Array;
  readonly distance: Float64Array;
  /** Where each vehicle begins and ends its day. */
  readonly firstStart: Int32Array;
  readonly lastEnd: Int32Array;

  constructor(private readonly problem: CoreProblem) {
    const { nodeCount, vehicleCount } = problem;
    this.next = new Int32Array(nodeCount).fill(NONE);
    this.prev = new Int32Array(nodeCount).fill(NONE);
    this.route = new Int32Array(nodeCount).fill(NONE);
    this.position = new Int32Array(nodeCount);
    this.legDistance = new Int32Array(nodeCount);
    this.legDuration = new Int32Array(nodeCount);
    this.count = new Int32Array(vehicleCount);
    this.distance = new Float64Array(vehicleCount);
    this.firstStart = Int32Array.from({ length: vehicleCount }, (_, vehicle) => startNode(problem, vehicle));
    this.lastEnd = Int32Array.from({ length: vehicleCount }, (_, vehicle) => endNode(problem, vehicle));
    for (let vehicle = 0; vehicle < vehicleCount; vehicle++) {
      this.route[startNode(problem, vehicle)] = vehicle;
      this.route[endNode(problem, vehicle)] = vehicle;
      this.clear(vehicle);
    }
  }

  insert(visit: number, before: number): void {
    const after = this.next[before];
    this.next[before] = visit;
    this.prev[visit] = before;
    this.next[visit] = after;
    this.prev[after] = visit;
    this.route[visit] = this.route[before];
  }

  remove(visit: number): void {
    const before = this.prev[visit];
    const after = this.next[visit];
    this.next[before] = after;
    this.prev[after] = before;
    this.route[visit] = NONE;
  }

  /** Takes every visit off a route. */
  clear(vehicle: number): void {
    const start = startNode(this.problem, vehicle);
    const end = endNode(this.problem, vehicle);
    for (let node = this.next[start]; node >= 0 && node !== end; node = this.next[node]) this.route[node] = NONE;
    this.next[start] = end;
    this.prev[end] = start;
  }

  /** Brings a measured route up to date after one visit was put onto it. */
  measureInsertion(vehicle: number, visit: number): void {
    const { next, position, legDistance, legDuration } = this;
    const { location, input } = this.problem;
    const { distanceMeters, durationSeconds, size } = input.profiles[input.vehicleProfile[vehicle]];
    const before = this.prev[visit];
    const after = next[visit];
    const legIn = location[before] * size + location[visit];
    const legOut = location[visit] * size + location[after];
    const open = location[after] < 0;
    const replaced = legDistance[before];
    legDistance[before] = distanceMeters[legIn];
    legDuration[before] = durationSeconds[legIn];
    legDistance[visit] = open ? 0 : distanceMeters[legOut];
    legDuration[visit] = open ? 0 : durationSeconds[legOut];
    this.count[vehicle]++;
    this.distance[vehicle] += legDistance[before] + legDistance[visit] - replaced;
    const end = endNode(this.problem, vehicle);
    position[visit] = position[before] + 1;
    for (let node = visit; node !== end; ) {
      node = next[node];
      position[node]++;
    }
  }

  /** Recomputes positions, legs, count and distance of a route. */
  measure(vehicle: number): void {
    const { next, position, legDistance, legDuration } = this;
    const { location, input, visitCount } = this.problem;
    const { distanceMeters, durationSeconds, size } = input.profiles[input.vehicleProfile[vehicle]];
    const end = endNode(this.problem, vehicle);
    let node = startNode(this.problem, vehicle);
    let place = 0;
    let distance = 0;
    position[node] = 0;
    while (node !== end) {
      const after = next[node];
      const open = location[after] < 0;
      const leg = location[node] * size + location[after];
      legDistance[node] = open ? 0 : distanceMeters[leg];
      legDuration[node] = open ? 0 : durationSeconds[leg];
      distance += legDistance[node];
      if (after < visitCount || after === end) place++;
      position[after] = place;
      node = after;
    }
    this.count[vehicle] = place - 1;
    this.distance[vehicle] = distance;
  }
}
