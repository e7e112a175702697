import { describe, expect, it } from "vitest";
import { type CheckCase, checkCase } from "../testing/check-case";
import type { CheckableSolution } from "./planned-route";
import type { ViolationCode } from "./violation";

const routes = (...each: number[][]): { plan: Partial<CheckableSolution> } => ({ plan: { routes: each } });
const leftOut = (...visits: number[]) => visits.map((visit) => ({ visit }));
const within = (toSeconds: number, fromSeconds = 0) => ({ windows: [{ fromSeconds, toSeconds }] });
const shiftTo = (toSeconds: number) => ({ shift: { fromSeconds: 0, toSeconds } });
const noon = { fromSeconds: 400, toSeconds: 500, durationSeconds: 100 };
const done = {
  visits: 2,
  distanceMeters: 1000,
  driveSeconds: 100,
  workSeconds: 200,
  onBoard: [5, 0, 0, 0] as const,
};
const reload = { location: 0, durationSeconds: 300, maxCount: 1 };
const firstSlot = { fromSeconds: 0, toSeconds: 160, durationSeconds: 1 };
const takes = (...breaks: { index: number; before: number }[]): { plan: Partial<CheckableSolution> } => ({
  plan: { breaks: [breaks, []] },
});
const reloadsAt = (...positions: number[]): { plan: Partial<CheckableSolution> } => ({
  plan: { reloads: [positions, []] },
});

/** Per code: plans that break this rule and no other, and like plans that just keep it. */
const CASES: Record<ViolationCode, { readonly breaks: readonly CheckCase[]; readonly keeps: readonly CheckCase[] }> = {
  "route-count": {
    breaks: [routes([0, 1, 2]), { plan: { reloads: [[]] } }, { plan: { breaks: [[], [], []] } }],
    keeps: [routes([0, 1, 2], [])],
  },
  "unknown-visit": { breaks: [routes([0, 1, 2, 3], []), { plan: { unassigned: leftOut(3) } }], keeps: [{}] },
  "visited-twice": {
    breaks: [
      routes([0, 1, 2], [0]),
      routes([0, 1, 2, 0], []),
      { plan: { routes: [[0, 1], []], unassigned: leftOut(2, 2) } },
    ],
    keeps: [routes([1, 2], [0])],
  },
  "visit-missing": {
    breaks: [routes([0, 1], [])],
    keeps: [{ plan: { routes: [[0, 1], []], unassigned: leftOut(2) } }],
  },
  "unassigned-but-routed": {
    breaks: [{ plan: { unassigned: leftOut(1) } }],
    keeps: [{ plan: { routes: [[0, 2], []], unassigned: leftOut(1) } }],
  },
  skills: {
    breaks: [{ second: { skills: ["cold"] } }],
    keeps: [{ second: { skills: ["cold"] }, vehicle: { skills: ["cold"] } }],
  },
  features: {
    breaks: [{ second: { features: ["lift"] } }],
    keeps: [{ second: { features: ["lift"] }, vehicle: { features: ["lift", "ramp"] } }],
  },
  "allowed-vehicles": {
    breaks: [{ second: { allowedVehicles: [1] } }],
    keeps: [{ second: { allowedVehicles: [0] } }, { second: { allowedVehicles: [1] }, ...routes([0, 2], [1]) }],
  },
  capacity: {
    breaks: [
      { second: { deliver: [19, 0, 0, 0] } },
      { second: { pickup: [0, 0, 0, 21] } },
      // A drop-off's goods are the pickup's, not loaded at the start: 21 are on board between the two.
      { first: { pickup: [20, 0, 0, 0], deliver: [0, 0, 0, 0], pairedDropoff: 1 }, second: { deliver: [20, 0, 0, 0] } },
      { vehicle: { done: { ...done, onBoard: [18, 0, 0, 0] } } },
      { second: { deliver: [20, 0, 0, 0] }, vehicle: { reload }, ...reloadsAt(2) },
    ],
    keeps: [
      { second: { deliver: [18, 0, 0, 0] } },
      { second: { pickup: [0, 0, 0, 20] } },
      { first: { pickup: [18, 0, 0, 0], deliver: [0, 0, 0, 0], pairedDropoff: 1 }, second: { deliver: [18, 0, 0, 0] } },
      { vehicle: { done: { ...done, onBoard: [17, 0, 0, 0] } } },
      // What was on board and what was picked up is unloaded, and the rest loaded, at the reload.
      {
        first: { pickup: [19, 0, 0, 0] },
        second: { deliver: [19, 0, 0, 0] },
        vehicle: { reload, done: { ...done, onBoard: [1, 0, 0, 0] } },
        ...reloadsAt(1),
      },
    ],
  },
  "time-window": {
    breaks: [
      { second: within(259) },
      { second: { ...within(319), windowSemantics: "finish" } },
      { second: { ...within(1000, 950), windowSemantics: "finish" } },
      { first: { checkInSeconds: 1 }, second: within(260) },
      { second: within(260), vehicle: { breaks: [firstSlot] }, ...takes({ index: 0, before: 1 }) },
    ],
    keeps: [
      { second: within(260) },
      { second: { ...within(320), windowSemantics: "finish" } },
      { second: { ...within(1010, 950), windowSemantics: "finish" } },
      {
        second: {
          windows: [
            { fromSeconds: 0, toSeconds: 259 },
            { fromSeconds: 300, toSeconds: 300 },
          ],
        },
      },
      // The second visit is at the first one's door: its check-in is done.
      { second: { location: 1, checkInSeconds: 999, ...within(160) } },
    ],
  },
  shift: {
    breaks: [
      { vehicle: shiftTo(779) },
      { vehicle: { ...shiftTo(679), overtime: { maxSeconds: 100, costPerHourCents: 0 } } },
      { vehicle: { ...shiftTo(479), endLocation: undefined } },
      { vehicle: { ...shiftTo(1279), reload }, ...reloadsAt(1) },
    ],
    keeps: [
      { vehicle: shiftTo(780) },
      { vehicle: { ...shiftTo(680), overtime: { maxSeconds: 100, costPerHourCents: 0 } } },
      { vehicle: { ...shiftTo(480), endLocation: undefined } },
      { vehicle: { ...shiftTo(1280), reload }, ...reloadsAt(1) },
    ],
  },
  "max-visits": {
    breaks: [{ vehicle: { maxVisits: 2 } }, { vehicle: { maxVisits: 4, done } }],
    keeps: [{ vehicle: { maxVisits: 3 } }, { vehicle: { maxVisits: 5, done } }, { other: { maxVisits: 1, done } }],
  },
  "max-distance": {
    breaks: [
      { vehicle: { maxDistanceMeters: 5999 } },
      { vehicle: { maxDistanceMeters: 6999, done } },
      { vehicle: { maxDistanceMeters: 7999, reload }, ...reloadsAt(1) },
    ],
    keeps: [
      { vehicle: { maxDistanceMeters: 6000 } },
      { vehicle: { maxDistanceMeters: 7000, done } },
      { vehicle: { maxDistanceMeters: 8000, reload }, ...reloadsAt(1) },
    ],
  },
  "max-drive-time": {
    breaks: [{ vehicle: { maxDriveSeconds: 599 } }, { vehicle: { maxDriveSeconds: 699, done } }],
    keeps: [{ vehicle: { maxDriveSeconds: 600 } }, { vehicle: { maxDriveSeconds: 700, done } }],
  },
  "max-work-time": {
    breaks: [
      { vehicle: { maxWorkSeconds: 779 } },
      { vehicle: { maxWorkSeconds: 979, done } },
      { vehicle: { maxWorkSeconds: 779, breaks: [noon] }, ...takes({ index: 0, before: 2 }) },
      { first: { checkInSeconds: 40 }, vehicle: { maxWorkSeconds: 819 } },
    ],
    keeps: [
      { vehicle: { maxWorkSeconds: 780 } },
      { vehicle: { maxWorkSeconds: 980, done } },
      // The break begins at 400 after 80 s of waiting, which leaving 80 s later avoids.
      { vehicle: { maxWorkSeconds: 780, breaks: [noon] }, ...takes({ index: 0, before: 2 }) },
      { first: { checkInSeconds: 40 }, vehicle: { maxWorkSeconds: 820 } },
      { first: { location: 0, checkInSeconds: 40 }, vehicle: { maxWorkSeconds: 780 } },
    ],
  },
  "break-order": {
    breaks: [
      { vehicle: { breaks: [] }, ...takes({ index: 0, before: 1 }) },
      { vehicle: { breaks: [firstSlot] }, ...takes({ index: 0, before: 0 }, { index: 1, before: 1 }) },
      { vehicle: { breaks: [noon] }, ...takes({ index: 0, before: 2 }, { index: 0, before: 2 }) },
      { vehicle: { breaks: [noon, noon] }, ...takes({ index: 1, before: 2 }, { index: 0, before: 2 }) },
      {
        vehicle: { breaks: [{ ...noon, toSeconds: 900 }, noon] },
        ...takes({ index: 0, before: 2 }, { index: 1, before: 1 }),
      },
      { vehicle: { breaks: [noon], endLocation: undefined }, ...takes({ index: 0, before: 3 }) },
      { other: { breaks: [noon] }, plan: { breaks: [[], [{ index: 0, before: 0 }]] } },
    ],
    keeps: [
      { vehicle: { breaks: [noon, noon] }, ...takes({ index: 0, before: 2 }, { index: 1, before: 2 }) },
      { vehicle: { breaks: [noon] }, ...takes({ index: 0, before: 3 }) },
      { other: { breaks: [noon] } },
    ],
  },
  "break-late": {
    breaks: [
      { vehicle: { breaks: [{ ...noon, toSeconds: 479 }] }, ...takes({ index: 0, before: 3 }) },
      { vehicle: { breaks: [noon, noon] }, ...takes({ index: 0, before: 2 }, { index: 1, before: 3 }) },
    ],
    keeps: [
      { vehicle: { breaks: [{ ...noon, toSeconds: 480 }] }, ...takes({ index: 0, before: 3 }) },
      { vehicle: { breaks: [{ ...noon, fromSeconds: 0, toSeconds: 0 }] }, ...takes({ index: 0, before: 0 }) },
    ],
  },
  "break-missing": {
    breaks: [{ vehicle: { breaks: [{ ...noon, toSeconds: 779 }] } }],
    keeps: [{ vehicle: { breaks: [{ ...noon, toSeconds: 780 }] } }],
  },
  "reload-place": {
    breaks: [
      { vehicle: { reload }, ...reloadsAt(0) },
      { vehicle: { reload }, ...reloadsAt(3) },
      reloadsAt(1),
      { vehicle: { reload: { ...reload, maxCount: 2 } }, ...reloadsAt(1, 1) },
      { vehicle: { reload: { ...reload, maxCount: 2 } }, ...reloadsAt(2, 1) },
      { other: { reload }, plan: { reloads: [[], [1]] } },
    ],
    keeps: [
      { vehicle: { reload }, ...reloadsAt(2) },
      { vehicle: { reload: { ...reload, maxCount: 2 } }, ...reloadsAt(1, 2) },
    ],
  },
  "reload-count": {
    breaks: [{ vehicle: { reload }, ...reloadsAt(1, 2) }],
    keeps: [{ vehicle: { reload: { ...reload, maxCount: 2 } }, ...reloadsAt(1, 2) }],
  },
  "pair-split": {
    breaks: [
      { first: { pairedDropoff: 2 }, ...routes([0, 1], [2]) },
      { first: { pairedDropoff: 2 }, plan: { routes: [[0, 1], []], unassigned: leftOut(2) } },
    ],
    keeps: [
      { first: { pairedDropoff: 2 }, ...routes([0, 2], [1]) },
      { first: { pairedDropoff: 2 }, plan: { routes: [[1], []], unassigned: leftOut(0, 2) } },
    ],
  },
  "pair-order": { breaks: [{ third: { pairedDropoff: 0 } }], keeps: [{ first: { pairedDropoff: 2 } }] },
  "pair-trip": {
    breaks: [{ first: { pairedDropoff: 2 }, vehicle: { reload }, ...reloadsAt(1) }],
    keeps: [{ first: { pairedDropoff: 1 }, vehicle: { reload }, ...reloadsAt(2) }],
  },
  "pair-direct": {
    breaks: [{ first: { pairedDropoff: 2, direct: true } }],
    keeps: [
      { first: { pairedDropoff: 1, direct: true } },
      {
        second: { pairedDropoff: 2, direct: true },
        vehicle: { breaks: [noon] },
        ...takes({ index: 0, before: 2 }),
      },
    ],
  },
  locked: {
    breaks: [
      { vehicle: { locked: true }, initialRoutes: [[0, 2, 1], []] },
      { vehicle: { locked: true }, initialRoutes: [[0, 1], []] },
      { vehicle: { locked: true }, initialRoutes: [] },
      { other: { locked: true }, initialRoutes: [[], [0]] },
    ],
    keeps: [{ vehicle: { locked: true }, initialRoutes: [[0, 1, 2], []] }, { other: { locked: true } }],
  },
  frozen: {
    breaks: [
      { vehicle: { frozenVisits: [1] } },
      { vehicle: { frozenVisits: [0, 2] } },
      { vehicle: { frozenVisits: [0, 1], reload }, ...reloadsAt(1) },
    ],
    keeps: [{ vehicle: { frozenVisits: [0, 1] } }, { vehicle: { frozenVisits: [0, 1], reload }, ...reloadsAt(2) }],
  },
  place: {
    breaks: [
      { vehicle: { placedVisits: [{ visit: 1, place: 1 }] } },
      { vehicle: { placedVisits: [{ visit: 1, place: 3 }] } },
      { vehicle: { placedVisits: [{ visit: 1, place: 9 }] } },
      {
        vehicle: {
          placedVisits: [
            { visit: 0, place: 8 },
            { visit: 2, place: 9 },
          ],
        },
      },
      { other: { placedVisits: [{ visit: 1, place: 2 }] } },
    ],
    keeps: [
      { vehicle: { placedVisits: [{ visit: 1, place: 2 }] } },
      { vehicle: { placedVisits: [{ visit: 2, place: 9 }] } },
      {
        vehicle: {
          placedVisits: [
            { visit: 2, place: 9 },
            { visit: 1, place: 8 },
          ],
        },
      },
      {
        vehicle: { placedVisits: [{ visit: 2, place: 1 }] },
        plan: { routes: [[0, 1], []], unassigned: leftOut(2) },
      },
    ],
  },
  unreachable: { breaks: [{ closedLeg: [1, 2] }, { closedLeg: [3, 0] }], keeps: [{ closedLeg: [2, 1] }] },
  cost: { breaks: [{ plan: { costCents: 599 } }], keeps: [{ plan: { costCents: 600 } }] },
};

describe.each(Object.entries(CASES))("the rule %s", (code, { breaks, keeps }) => {
  it.each(breaks)("is broken alone, case %#", (broken) => {
    const found = checkCase(broken).violations;
    expect(found.map((violation) => violation.code)).toContain(code);
    expect(new Set(found.map((violation) => violation.code))).toEqual(new Set([code]));
    expect(found.every((violation) => !violation.bound)).toBe(true);
  });

  it.each(keeps)("is just kept, case %#", (kept) => {
    expect(checkCase(kept).violations).toEqual([]);
  });
});
