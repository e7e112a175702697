import { describe, expect, it } from "vitest";
import { InvalidRoutingProblemError, type ProblemFault } from "@/server/domain/plan/problem-fault";
import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { solveRoutingProblem } from "./solve-routing-problem";
import { validateRoutingProblem } from "./validate-routing-problem";

function faultsOf(problem: RoutingProblem): readonly ProblemFault[] {
  try {
    validateRoutingProblem(problem);
  } catch (error) {
    if (error instanceof InvalidRoutingProblemError) return error.faults;
    throw error;
  }
  return [];
}

/** Four visits and two vehicles; the first of each as given. */
function problem(visit: Partial<RoutingVisit> = {}, vehicle: Partial<RoutingVehicle> = {}): RoutingProblem {
  return gridProblem({
    visits: 4,
    vehicles: 2,
    visit: (i) => (i === 0 ? visit : {}),
    vehicle: (k) => (k === 0 ? vehicle : {}),
  });
}

const told = (asked: RoutingProblem) => faultsOf(asked).map(({ code, path }) => `${code} ${path}`);

describe("validateRoutingProblem", () => {
  it("lets a sound problem pass", () => {
    expect(faultsOf(problem())).toEqual([]);
  });

  it.each<[string, Partial<RoutingVisit>, Partial<RoutingVehicle>]>([
    ["not-an-amount visits[0].serviceSeconds", { serviceSeconds: -1 }, {}],
    ["not-an-amount visits[0].serviceSeconds", { serviceSeconds: Number.NaN }, {}],
    ["not-an-amount visits[0].deliver.1", { deliver: [0, 0.5, 0, 0] }, {}],
    ["not-an-amount visits[0].pickup.0", { pickup: [Number.POSITIVE_INFINITY, 0, 0, 0] }, {}],
    ["not-an-amount visits[0].checkInSeconds", { checkInSeconds: -1 }, {}],
    ["not-an-amount visits[0].prizeCents", { prizeCents: Number.NaN }, {}],
    ["unknown-index visits[0].location", { location: 5 }, {}],
    ["unknown-index visits[0].allowedVehicles", { allowedVehicles: [2] }, {}],
    ["window-backwards visits[0].windows[0]", { windows: [{ fromSeconds: 9, toSeconds: 8 }] }, {}],
    ["not-a-time visits[0].windows[0]", { windows: [{ fromSeconds: 0.5, toSeconds: 8 }] }, {}],
    [
      "windows-overlap visits[0].windows[1]",
      {
        windows: [
          { fromSeconds: 0, toSeconds: 9 },
          { fromSeconds: 9, toSeconds: 12 },
        ],
      },
      {},
    ],
    ["direct-without-pair visits[0].direct", { direct: true }, {}],
    ["pair-taken visits[0].pairedDropoff", { pairedDropoff: 0 }, {}],
    ["unknown-index visits[0].pairedDropoff", { pairedDropoff: 9 }, {}],
    ["unknown-index vehicles[0].profile", {}, { profile: 1 }],
    ["unknown-index vehicles[0].endLocation", {}, { endLocation: -1 }],
    ["window-backwards vehicles[0].shift", {}, { shift: { fromSeconds: 9, toSeconds: 8 } }],
    ["not-an-amount vehicles[0].maxVisits", {}, { maxVisits: -1 }],
    ["not-an-amount vehicles[0].maxWorkSeconds", {}, { maxWorkSeconds: 0.5 }],
    ["not-an-amount vehicles[0].capacity.3", {}, { capacity: [1, 1, 1, -1] }],
    ["unknown-index vehicles[0].reload.location", {}, { reload: { location: 9, durationSeconds: 0, maxCount: 1 } }],
    ["not-an-amount vehicles[0].overtime.maxSeconds", {}, { overtime: { maxSeconds: -1, costPerHourCents: 0 } }],
    [
      "breaks-out-of-order vehicles[0].breaks[1]",
      {},
      {
        breaks: [
          { fromSeconds: 500, toSeconds: 600, durationSeconds: 9 },
          { fromSeconds: 400, toSeconds: 700, durationSeconds: 9 },
        ],
      },
    ],
    ["unknown-index vehicles[0].frozenVisits", {}, { frozenVisits: [7] }],
    ["not-a-place vehicles[0].placedVisits[0].place", {}, { placedVisits: [{ visit: 0, place: 0 }] }],
  ])("refuses %s", (fault, visit, vehicle) => {
    expect(told(problem(visit, vehicle))).toEqual([fault]);
  });

  it("refuses a matrix that is not as large as it says, and a 1×1 one that the visits are not on", () => {
    const asked = problem();
    const tiny = { size: 1, durationSeconds: Int32Array.of(0), distanceMeters: Int32Array.of(0) };
    expect(told({ ...asked, matrices: [{ ...asked.matrices[0]!, size: 6 }] })).toEqual([
      "matrix-size matrices[0].durationSeconds",
      "matrix-size matrices[0].distanceMeters",
    ]);
    expect(told({ ...asked, matrices: [tiny] })).toEqual(
      [0, 1, 2, 3].map((i) => `unknown-index visits[${i}].location`),
    );
  });

  it("refuses 20,000 stops at once, in one sentence that says what to do", () => {
    const asked = problem();
    const visits = Array.from({ length: 20_000 }, (_, i) => ({ ...asked.visits[0]!, id: `v${i}`, location: 99 }));
    expect(faultsOf({ ...asked, visits })).toEqual([
      {
        code: "too-many-visits",
        path: "visits",
        cause: "are 20000, more than 10000 at once",
        action: "split them by area or by day",
      },
    ]);
  });
});

describe("locks that contradict", () => {
  const locked = (vehicles: readonly Partial<RoutingVehicle>[], initialRoutes: number[][] = [], visit = {}) => {
    const asked = gridProblem({
      visits: 4,
      vehicles: 2,
      visit: (i) => (i === 0 ? visit : {}),
      vehicle: (k) => vehicles[k] ?? {},
    });
    return told({ ...asked, initialRoutes });
  };

  it.each<[string, string[]]>([
    ["a visit bound to two vehicles", locked([{ frozenVisits: [0] }, { frozenVisits: [0] }])],
    ["locked here, frozen there", locked([{ locked: true }, { frozenVisits: [1] }], [[0, 1], []])],
    [
      "two visits at one place",
      locked([
        {
          placedVisits: [
            { visit: 0, place: 2 },
            { visit: 1, place: 2 },
          ],
        },
      ]),
    ],
    [
      "one visit at two places",
      locked([
        {
          placedVisits: [
            { visit: 0, place: 1 },
            { visit: 0, place: 2 },
          ],
        },
      ]),
    ],
    ["a place that is frozen", locked([{ frozenVisits: [1], placedVisits: [{ visit: 0, place: 1 }] }])],
    ["a place on a locked route", locked([{ locked: true, placedVisits: [{ visit: 2, place: 1 }] }], [[0, 1], []])],
    ["a front that is not the locked route's", locked([{ locked: true, frozenVisits: [1] }], [[0, 1], []])],
  ])("%s", (_what, faults) => {
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^locks-contradict /);
  });

  it("and those that split or reverse a pair", () => {
    const pair = { pairedDropoff: 1 };
    const split = ["pair-split-by-locks visits[0].pairedDropoff"];
    expect(locked([{ frozenVisits: [0] }, { frozenVisits: [1] }], [], pair)).toEqual(split);
    expect(locked([{ frozenVisits: [1, 0] }], [], pair)).toEqual(split);
    expect(
      locked(
        [
          {
            placedVisits: [
              { visit: 0, place: 3 },
              { visit: 1, place: 1 },
            ],
          },
        ],
        [],
        pair,
      ),
    ).toEqual(split);
    expect(locked([{ frozenVisits: [0, 1] }], [], pair)).toEqual([]);
  });

  it("while the same lock said twice is none", () => {
    expect(locked([{ locked: true, frozenVisits: [0], placedVisits: [{ visit: 1, place: 2 }] }], [[0, 1], []])).toEqual(
      [],
    );
  });

  it("come together with every other fault", async () => {
    const asked = problem({ serviceSeconds: -1, pairedDropoff: 1 }, { frozenVisits: [0] });
    const broken = { ...asked, vehicles: [asked.vehicles[0]!, { ...asked.vehicles[1]!, frozenVisits: [1] }] };
    const refusal = await solveRoutingProblem(broken, { seed: 1 }).catch((error: unknown) => error);
    expect((refusal as InvalidRoutingProblemError).faults.map(({ code }) => code)).toEqual([
      "not-an-amount",
      "pair-split-by-locks",
    ]);
  });
});

describe("what cannot be served is no fault, but an answer", () => {
  const budget = { seed: 1, maxIterations: 50, threads: 1 };
  const reasons = async (asked: RoutingProblem) => {
    const { unassigned } = await solveRoutingProblem(asked, budget);
    return unassigned.map(({ visit, reasons: [first] }) => `${visit} ${first?.rule}`);
  };

  it("with no vehicle", async () => {
    expect(await reasons(gridProblem({ visits: 2, vehicles: 0 }))).toEqual(["0 no-vehicle", "1 no-vehicle"]);
  });

  it("with all windows closed", async () => {
    const windows = [{ fromSeconds: 0, toSeconds: 10 }];
    const asked = gridProblem({ visits: 3, vehicles: 2, visit: () => ({ windows }) });
    expect(await reasons(asked)).toEqual(["0 time-window", "1 time-window", "2 time-window"]);
  });

  it("at a place no way leads to", async () => {
    const asked = problem();
    const { size, durationSeconds } = asked.matrices[0]!;
    for (let other = 0; other < size; other++) {
      if (other !== 3) durationSeconds[3 * size + other] = durationSeconds[other * size + 3] = -1;
    }
    expect(await reasons(asked)).toEqual(["2 unreachable"]);
  });
});
