import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import type { RouteLinks } from "./route-links";

/** Remembers each route as it was when a move first touched it, so that undoing costs only what was touched. */
export class RouteJournal {
  private readonly sequence: Int32Array;
  private readonly offset: Int32Array;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private readonly versions: Int32Array;
  touchedCount = 0;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
  ) {
    this.sequence = new Int32Array(problem.nodeCount);
    this.offset = new Int32Array(problem.vehicleCount + 1);
    this.touched = new Int32Array(problem.vehicleCount);
    this.isTouched = new Uint8Array(problem.vehicleCount);
    this.versions = new Int32Array(problem.vehicleCount);
  }

  touchedRoute(index: number): number {
    return this.touched[index];
  }

  /** Version the touched route had when the move began. */
  savedVersion(index: number): number {
    return this.versions[index];
  }

  begin(): void {
    for (let i = 0; i < this.touchedCount; i++) this.isTouched[this.touched[i]] = 0;
    this.touchedCount = 0;
  }

  save(route: number, version: number): void {
    if (this.isTouched[route]) return;
    this.isTouched[route] = 1;
    const index = this.touchedCount++;
    this.touched[index] = route;
    this.versions[index] = version;
    let at = this.offset[index];
    const end = endNode(this.problem, route);
    for (let node = this.links.next[startNode(this.problem, route)]; node !== end; node = this.links.next[node]) {
      this.sequence[at++] = node;
    }
    this.offset[index + 1] = at;
  }

  /** Relinks the touched routes as they were; what is cached about them is the caller's to recompute. */
  relink(): void {
    const { links, sequence, offset } = this;
    for (let i = 0; i < this.touchedCount; i++) links.clear(this.touched[i]);
    for (let i = 0; i < this.touchedCount; i++) {
      let before = startNode(this.problem, this.touched[i]);
      for (let at = offset[i]; at < offset[i + 1]; at++) {
        links.insert(sequence[at], before);
        before = sequence[at];
      }
    }
  }
}
