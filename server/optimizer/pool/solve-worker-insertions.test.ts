import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  RelaxedInsertion,
  RoutingProblem,
  RoutingSolution,
  RoutingVehicle,
  RoutingVisit,
  RuleShortfall,
} from "@/server/domain/plan/routing-problem";
import { checkSolution } from "../checker/check-solution";
import { pickupsByDropoff } from "../checker/loads-on-board";
import { plannedRoute } from "../checker/planned-route";
import { arbitraryRoutingProblem } from "../testing/arbitrary-routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { explainUnassigned } from "./explain-unassigned";
import { searchRoutingProblem } from "./solve-worker-search";
import { insertIntoRoute, visitsLeftOutWith } from "./why-not/insert-into-route";

type Plan = Pick<RoutingSolution, "routes" | "reloads" | "breaks" | "unassigned">;

/** The problem with these rules relaxed by what they fall short of; one of them by a unit less. */
function relaxed(
  problem: RoutingProblem,
  visit: number,
  { vehicle: k, shortfalls }: RelaxedInsertion,
  tightened = -1,
): RoutingProblem {
  const vehicles = [...problem.vehicles];
  const visits = [...problem.visits];
  for (const [i, shortfall] of shortfalls.entries()) {
    const by = (shortfall.shortfall ?? 1) - (i === tightened ? 1 : 0);
    if (by === 0 && shortfall.shortfall === undefined) continue;
    const about = shortfall.visit ?? visit;
    vehicles[k] = relaxedVehicle(vehicles[k]!, shortfall, by);
    visits[about] = relaxedVisit(visits[about]!, shortfall, by, k);
  }
  return { ...problem, vehicles, visits };
}

function relaxedVehicle(vehicle: RoutingVehicle, { rule, subject }: RuleShortfall, by: number): RoutingVehicle {
  const more = (limit: number | undefined) => (limit ?? 0) + by;
  switch (rule) {
    case "capacity": {
      const [a, b, c, d] = vehicle.capacity.map((amount, i) => (String(i) === subject ? amount + by : amount));
      return { ...vehicle, capacity: [a!, b!, c!, d!] };
    }
    case "shift": {
      const { maxSeconds = 0, costPerHourCents = 0 } = vehicle.overtime ?? {};
      return { ...vehicle, overtime: { maxSeconds: maxSeconds + by, costPerHourCents } };
    }
    case "break":
      return {
        ...vehicle,
        breaks: vehicle.breaks!.map((each, i) =>
          String(i) === subject ? { ...each, toSeconds: each.toSeconds + by } : each,
        ),
      };
    case "skills":
      return { ...vehicle, skills: [...vehicle.skills, subject!] };
    case "features":
      return { ...vehicle, features: [...vehicle.features, subject!] };
    case "max-visits":
      return { ...vehicle, maxVisits: more(vehicle.maxVisits) };
    case "max-distance":
      return { ...vehicle, maxDistanceMeters: more(vehicle.maxDistanceMeters) };
    case "max-drive-time":
      return { ...vehicle, maxDriveSeconds: more(vehicle.maxDriveSeconds) };
    case "max-work-time":
      return { ...vehicle, maxWorkSeconds: more(vehicle.maxWorkSeconds) };
    default:
      return vehicle;
  }
}

function relaxedVisit(visit: RoutingVisit, { rule }: RuleShortfall, by: number, vehicle: number): RoutingVisit {
  if (rule === "allowed-vehicles") return { ...visit, allowedVehicles: [...(visit.allowedVehicles ?? []), vehicle] };
  if (rule !== "time-window") return visit;
  const last = visit.windows.at(-1)!;
  return { ...visit, windows: [...visit.windows.slice(0, -1), { ...last, toSeconds: last.toSeconds + by }] };
}

/** Relaxing these means choosing another place or building a road. */
const NOT_BY_AMOUNT = new Set(["place", "locked", "unreachable"]);

/** Nor does a longer window help where service would still wait for it and end too late. */
function isNotByAmount(problem: RoutingProblem, own: number, { rule, visit = own }: RuleShortfall): boolean {
  if (rule !== "time-window") return NOT_BY_AMOUNT.has(rule);
  const { windows, windowSemantics, serviceSeconds } = problem.visits[visit]!;
  const { fromSeconds, toSeconds } = windows.at(-1)!;
  return windowSemantics === "finish" && fromSeconds > toSeconds - serviceSeconds;
}

/** The plan with the insertion carried out. */
function inserted(problem: RoutingProblem, plan: Plan, visit: number, insertion: RelaxedInsertion): Plan {
  const { vehicle } = insertion;
  const visits = visitsLeftOutWith(problem, visit, pickupsByDropoff(problem), new Set(plan.routes.flat()));
  const route = insertIntoRoute(plannedRoute(problem, { ...plan, costCents: 0 }, vehicle), visits, insertion);
  return {
    routes: plan.routes.with(vehicle, route.visits),
    reloads: plan.reloads.with(vehicle, route.reloads),
    breaks: plan.breaks.with(vehicle, route.breaks),
    unassigned: plan.unassigned.filter((left) => !(visits as readonly number[]).includes(left.visit)),
  };
}

function judge(problem: RoutingProblem, plan: Plan) {
  const { costCents, violations } = checkSolution(problem, { ...plan, costCents: 0 });
  const faults = violations.filter((each) => each.code !== "cost");
  return { costCents, broken: faults.filter((each) => !each.bound), bound: faults.filter((each) => each.bound) };
}

describe("what would make a visit fit", () => {
  it("is allowed by the checker once the rules named are relaxed by as much as named, and not by a unit less", () => {
    let told = 0;
    fc.assert(
      fc.property(arbitraryRoutingProblem(), (problem) => {
        const { solution } = searchRoutingProblem(problem, { seed: 1, maxIterations: 30 }, { now: () => 0 });
        const before = judge(problem, solution);
        // Whether the plan itself is sound is proved elsewhere.
        fc.pre(before.broken.length === 0);
        for (const { visit, nearestMiss, insertions = [] } of solution.unassigned) {
          for (const insertion of nearestMiss ? [nearestMiss, ...insertions] : insertions) {
            if (insertion.shortfalls.some((each) => isNotByAmount(problem, visit, each))) continue;
            // What the caller's own stops break is nobody's fault until another stop joins them.
            if (before.bound.some((each) => each.vehicle === insertion.vehicle || each.vehicle === undefined)) continue;
            told++;
            const plan = inserted(problem, solution, visit, insertion);
            const easier = relaxed(problem, visit, insertion);
            const after = judge(easier, plan);
            expect(after.broken).toEqual([]);
            const hasSeveralWindows = problem.visits.some((each) => each.windows.length > 1);
            const price = after.costCents - before.costCents;
            if (!hasSeveralWindows) expect(Math.abs(insertion.costCents - price)).toBeLessThanOrEqual(1);
            else expect(insertion.costCents).toBeGreaterThanOrEqual(price - 1);
            for (const index of insertion.shortfalls.keys()) {
              expect(judge(relaxed(problem, visit, insertion, index), plan).broken).not.toEqual([]);
            }
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(told).toBeGreaterThan(50);
  });
});

/** One vehicle with visits 0 and 1, one and two blocks of 100 s from the depot; visit 2 stands a block further. */
function explained(visit: Partial<RoutingVisit>, vehicle: Partial<RoutingVehicle>, other: Partial<RoutingVisit> = {}) {
  const problem = gridProblem({
    visits: 3,
    vehicles: 1,
    visit: (i) => (i === 2 ? visit : i === 1 ? other : {}),
    vehicle: () => vehicle,
  });
  return explainUnassigned(problem, { routes: [[0, 1]], reloads: [[]], breaks: [[]] })[0]!;
}

describe("explainUnassigned", () => {
  it("prices the cheapest insertion and names what it breaks", () => {
    const { insertions } = explained({ deliver: [23, 0, 0, 0] }, { costPerHourCents: 3600 });
    expect(insertions).toEqual([
      {
        vehicle: 0,
        place: { position: 1 },
        // Two blocks more, there and back: 200 s of driving and 60 s of service at a cent each, 2 km at a euro.
        costCents: 260 + 200,
        distanceMeters: 2000,
        workSeconds: 260,
        shortfalls: [{ rule: "capacity", shortfall: 5, subject: "0" }],
      },
    ]);
  });

  it("does not blame capacity where a return to reload would do", () => {
    const reload = { location: 0, durationSeconds: 300, maxCount: 1 };
    const shift = { fromSeconds: 0, toSeconds: 700 };
    const { reasons, insertions } = explained({ deliver: [19, 0, 0, 0] }, { reload, shift });
    expect(reasons).toMatchObject([{ rule: "shift" }]);
    expect(insertions?.[0]).toMatchObject({ reload: "before", shortfalls: [{ rule: "shift" }] });
  });

  it("names the break that would come too late, and whose window would be missed", () => {
    const breaks = [{ fromSeconds: 0, toSeconds: 560, durationSeconds: 60 }];
    expect(explained({}, { breaks }).reasons).toMatchObject([{ rule: "break" }]);
    const { nearestMiss } = explained(
      { windows: [{ fromSeconds: 0, toSeconds: 300 }] },
      {},
      { windows: [{ fromSeconds: 0, toSeconds: 680 }] },
    );
    expect(nearestMiss?.shortfalls).toEqual([{ rule: "time-window", visit: 1, shortfall: 40 }]);
  });

  it("says what an optional visit costs more than it is worth", () => {
    expect(explained({ prizeCents: 150 }, {}).reasons).toEqual([{ rule: "prize", vehicleCount: 1, shortfall: 50 }]);
  });

  it("tries a pickup and its drop-off apart as well as together", () => {
    // The drop-off is where visit 1 is, behind visit 0: together the pair is a block of detour more.
    const problem = gridProblem({
      visits: 4,
      vehicles: 1,
      visit: (i) =>
        [
          {},
          {},
          { pairedDropoff: 3, pickup: [30, 0, 0, 0], deliver: [0, 0, 0, 0], location: 1 },
          { deliver: [30, 0, 0, 0], location: 2 },
        ][i] as Partial<RoutingVisit>,
    });
    const [pickup, dropoff] = explainUnassigned(problem, { routes: [[0, 1]], reloads: [[]], breaks: [[]] });
    expect(pickup!.insertions?.[0]).toMatchObject({
      place: { position: 0 },
      distanceMeters: 0,
      shortfalls: [{ rule: "capacity", subject: "0" }],
    });
    expect(dropoff!.insertions).toEqual(pickup!.insertions);
  });
});
