import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { announceMove, describeDelta } from "./describe-delta";
import { describeRuleBreak, formatMinutes } from "./describe-rule-break";
import { describeInsertion, describeUnassigned } from "./describe-unassigned";
import { makeBoard } from "./testing/make-board";

const t = wordsFor("rules");
const board = makeBoard();
const { loadDimensions } = board.plan;
const delta = {
  distanceMeters: 1_240,
  durationSeconds: 840,
  lateStops: 0,
  lateSeconds: 0,
  overtimeSeconds: 0,
  costCents: 80,
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

it("names a broken rule and how far", () => {
  expect(describeRuleBreak(t, { rule: "late", seconds: 720 }, loadDimensions)).toBe("Late 12 min");
  expect(describeRuleBreak(t, { rule: "capacity", dimension: 0, over: 140_000 }, loadDimensions)).toBe(
    "Weight +140 kg",
  );
  expect(describeRuleBreak(t, { rule: "capacity", dimension: 2, over: 2 }, loadDimensions)).toBe("Parcels +2");
  expect(describeRuleBreak(t, { rule: "skill", missing: "cold" }, loadDimensions)).toBe("Needs cold");
  expect(describeRuleBreak(t, { rule: "shift", seconds: 3_900 }, loadDimensions)).toBe("Overtime 1:05 h");
  expect(formatMinutes(t.format, 4)).toBe("1 min");
});

it("names lateness in a change only where it changes", () => {
  expect(plain(describeDelta(t, delta))).toMatch(/^\+1\.2 km · \+14 mins?$/);
  expect(plain(describeDelta(t, { ...delta, lateStops: 2 }))).toMatch(/ · \+2 late$/);
});

it("announces a move with its cost and who gets late", () => {
  expect(plain(announceMove(t, 12, "route 9", delta))).toMatch(/^12 stops moved to route 9, \+14 mins?, 0 late$/);
  expect(announceMove(t, 1, "unassigned", null)).toBe("1 stop moved to unassigned");
});

it("says why a stop was left out", () => {
  expect(
    describeUnassigned(t, { rule: "capacity", vehicleCount: 4, shortfall: 140_000, subject: "0" }, loadDimensions),
  ).toBe("Weight +140 kg");
  expect(describeUnassigned(t, { rule: "time-window", vehicleCount: 4, shortfall: 1_320 }, loadDimensions)).toBe(
    "Window missed by 22 min",
  );
  expect(describeUnassigned(t, { rule: "unlocated", vehicleCount: 0 }, loadDimensions)).toBe("No position yet");
});

it("says what one way of serving it would cost, and what would have to give", () => {
  const insertion = {
    routeId: "route-2",
    afterVisitId: null,
    costCents: 320,
    distanceMeters: 900,
    workSeconds: 400,
    shortfalls: [
      { rule: "capacity", shortfall: 140_000, subject: "0" },
      { rule: "time-window", shortfall: 1_320, visitId: "v-2-1" },
    ],
  } as const;
  const name = board.visits.get("v-2-1")!.name;
  expect(plain(describeInsertion(t, insertion, board))).toBe(
    `Route 2, +€3.20: Weight +140 kg, ${name}: Window missed by 22 min`,
  );
  expect(plain(describeInsertion(t, { ...insertion, shortfalls: [] }, board))).toBe("Route 2, +€3.20");
});
