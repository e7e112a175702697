import { describe, expect, it } from "vitest";
import type {
  RoutingVehicle,
  RoutingVisit,
  UnassignedReason,
  UnassignedVisit,
} from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { explainUnassigned } from "./explain-unassigned";

function plan(...routes: number[][]) {
  return { routes, reloads: routes.map(() => []), breaks: routes.map(() => []) };
}

function reasonsOf(unassigned: readonly UnassignedVisit[]) {
  return unassigned.map(({ visit, reasons }) => ({ visit, reasons }));
}

/** Visits 0 and 1 are on the first vehicle, 2 is left out; they stand 1, 2 and 3 blocks of 100 s from the depot. */
function reasons(visit: Partial<RoutingVisit>, vehicle: Partial<RoutingVehicle>): readonly UnassignedReason[] {
  const problem = gridProblem({ visits: 3, vehicles: 1, visit: (i) => (i === 2 ? visit : {}), vehicle: () => vehicle });
  return explainUnassigned(problem, plan([0, 1]))[0]!.reasons;
}

describe("explainUnassigned", () => {
  it.each<[UnassignedReason, Partial<RoutingVisit>, Partial<RoutingVehicle>]>([
    [{ rule: "locked", vehicleCount: 1 }, {}, { locked: true }],
    [{ rule: "skills", vehicleCount: 1, subject: "cold" }, { skills: ["cold"] }, {}],
    [{ rule: "features", vehicleCount: 1, subject: "lift" }, { features: ["lift"] }, {}],
    [{ rule: "allowed-vehicles", vehicleCount: 1 }, { allowedVehicles: [] }, {}],
    [{ rule: "max-visits", vehicleCount: 1, shortfall: 1 }, {}, { maxVisits: 2 }],
    [{ rule: "capacity", vehicleCount: 1, shortfall: 5, subject: "0" }, { deliver: [23, 0, 0, 0] }, {}],
    [{ rule: "capacity", vehicleCount: 1, shortfall: 5, subject: "1" }, { pickup: [0, 25, 0, 0] }, {}],
    // 300 s there directly, before anyone else.
    [{ rule: "time-window", vehicleCount: 1, shortfall: 40 }, { windows: [{ fromSeconds: 0, toSeconds: 260 }] }, {}],
    // Out and back 600 s, three services of 60.
    [{ rule: "shift", vehicleCount: 1, shortfall: 80 }, {}, { shift: { fromSeconds: 0, toSeconds: 700 } }],
    [{ rule: "max-distance", vehicleCount: 1, shortfall: 1000 }, {}, { maxDistanceMeters: 5000 }],
    [{ rule: "max-drive-time", vehicleCount: 1, shortfall: 50 }, {}, { maxDriveSeconds: 550 }],
    [{ rule: "cost", vehicleCount: 1 }, {}, {}],
  ])("says %o", (reason, visit, vehicle) => {
    expect(reasons(visit, vehicle)).toEqual([reason]);
  });

  it("says that there is no way, and that there is no vehicle", () => {
    const problem = gridProblem({ visits: 1, vehicles: 1 });
    problem.matrices[0]!.durationSeconds[1] = -1;
    expect(explainUnassigned(problem, plan([]))[0]?.reasons).toEqual([{ rule: "unreachable", vehicleCount: 1 }]);
    const none = explainUnassigned(gridProblem({ visits: 1, vehicles: 0 }), plan());
    expect(none[0]?.reasons).toEqual([{ rule: "no-vehicle", vehicleCount: 0 }]);
  });

  it("never mixes a place that only the load allows with one that only the time allows", () => {
    // Room for visit 2 only while visit 1 has not been picked up; by its window it must come after.
    const visit = { deliver: [5, 0, 0, 0] as const, windows: [{ fromSeconds: 900, toSeconds: 2000 }] };
    const problem = gridProblem({
      visits: 3,
      vehicles: 1,
      visit: (i) =>
        i === 2 ? visit : i === 1 ? { pickup: [19, 0, 0, 0], windows: [{ fromSeconds: 0, toSeconds: 700 }] } : {},
    });
    expect(explainUnassigned(problem, plan([0, 1]))[0]?.reasons).toEqual([
      { rule: "time-window", vehicleCount: 1, shortfall: 360 },
    ]);
  });

  it("looks at no places in an unfinished plan, but at what no place could mend", () => {
    const problem = gridProblem({
      visits: 3,
      vehicles: 2,
      visit: (i) => (i === 2 ? { skills: ["cold"] } : {}),
      vehicle: (k) => ({ skills: k === 0 ? ["cold"] : [], shift: { fromSeconds: 0, toSeconds: 100 } }),
    });
    expect(reasonsOf(explainUnassigned(problem, plan([], []), { isUnfinished: true }))).toEqual([
      { visit: 0, reasons: [{ rule: "cost", vehicleCount: 2 }] },
      { visit: 1, reasons: [{ rule: "cost", vehicleCount: 2 }] },
      {
        visit: 2,
        reasons: [
          { rule: "cost", vehicleCount: 1 },
          { rule: "skills", vehicleCount: 1, subject: "cold" },
        ],
      },
    ]);
  });

  it("counts vehicles that refuse alike and keeps the nearest miss", () => {
    const capacity = (k: number) => ({ capacity: [k, 20, 20, 20] as const });
    const problem = gridProblem({
      visits: 1,
      vehicles: 3,
      visit: () => ({ deliver: [9, 0, 0, 0] }),
      vehicle: capacity,
    });
    const [left] = explainUnassigned(problem, plan([], [], []));
    expect(left?.reasons).toEqual([{ rule: "capacity", vehicleCount: 3, shortfall: 7, subject: "0" }]);
  });
});
