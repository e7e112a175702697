import { describe, expect, it } from "vitest";
import { type CheckCase, checkCase } from "../testing/check-case";
import type { ViolationCode } from "./violation";

const shift = { fromSeconds: 0, toSeconds: 10 };
const noon = { fromSeconds: 400, toSeconds: 500, durationSeconds: 100 };
const reload = { location: 0, durationSeconds: 300, maxCount: 1 };

describe("what the caller bound", () => {
  it.each<[ViolationCode, CheckCase]>([
    ["time-window", { second: { windows: [{ fromSeconds: 0, toSeconds: 50 }] }, vehicle: { frozenVisits: [0, 1] } }],
    ["skills", { second: { skills: ["cold"] }, vehicle: { frozenVisits: [0, 1] } }],
    ["unreachable", { closedLeg: [1, 2], vehicle: { frozenVisits: [0, 1] } }],
    ["shift", { vehicle: { shift, frozenVisits: [0, 1, 2] } }],
    ["max-work-time", { vehicle: { maxWorkSeconds: 10, locked: true }, initialRoutes: [[0, 1, 2]] }],
    ["break-missing", { vehicle: { breaks: [noon], locked: true }, initialRoutes: [[0, 1, 2]] }],
    [
      "capacity",
      { second: { deliver: [20, 0, 0, 0] }, vehicle: { reload, frozenVisits: [0, 1] }, plan: { reloads: [[2], []] } },
    ],
    ["pair-order", { third: { pairedDropoff: 0 }, vehicle: { frozenVisits: [0, 1, 2] } }],
    [
      "pair-split",
      {
        first: { pairedDropoff: 2 },
        vehicle: { frozenVisits: [0] },
        plan: { routes: [[0, 1], []], unassigned: [{ visit: 2 }] },
      },
    ],
  ])("may break rules, and it is said: %s", (code, given) => {
    expect(checkCase(given).violations).toMatchObject([{ code, bound: true }]);
  });

  it("excuses nothing that was added to it", () => {
    const late = checkCase({ vehicle: { shift, frozenVisits: [0, 1] } });
    expect(late.violations).toMatchObject([{ code: "shift", bound: false }]);
  });
});
