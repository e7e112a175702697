import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";

type JobPrice = (job: number, route: number) => number;
type PlacePrice = (visit: number, route: number, before: number, after: number) => number;

/** What the parts of the objective add to an insertion; each route is asked about once per job looked for. */
export class JobPrices {
  /** Whether a route may have another price next time, though nothing on it has changed. */
  readonly areVaried: boolean;
  readonly dependOnPlace: boolean;
  private readonly jobPrices: readonly JobPrice[];
  private readonly placePrices: readonly PlacePrice[];
  private readonly known: Float64Array;
  private readonly knownSince: Int32Array;
  private search = 0;

  constructor(problem: CoreProblem, { parts }: RouteState) {
    this.jobPrices = parts.map((part) => part.jobPrice).filter((price) => price !== undefined);
    this.placePrices = parts.map((part) => part.placePrice).filter((price) => price !== undefined);
    this.areVaried = this.jobPrices.length > 0;
    this.dependOnPlace = this.placePrices.length > 0;
    this.known = new Float64Array(problem.vehicleCount);
    this.knownSince = new Int32Array(problem.vehicleCount);
  }

  /** A job is looked for: prices asked before are void. */
  begin(): void {
    this.search++;
  }

  /** Wherever the job stands on the route. */
  onRoute(job: number, route: number): number {
    if (this.jobPrices.length === 0) return 0;
    if (this.knownSince[route] === this.search) return this.known[route];
    let price = 0;
    for (let i = 0; i < this.jobPrices.length; i++) price += this.jobPrices[i](job, route);
    this.known[route] = price;
    this.knownSince[route] = this.search;
    return price;
  }

  /** On top, because of the place. */
  atPlace(visit: number, route: number, before: number, after: number): number {
    let price = 0;
    for (let i = 0; i < this.placePrices.length; i++) price += this.placePrices[i](visit, route, before, after);
    return price;
  }
}
