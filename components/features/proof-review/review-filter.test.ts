import { expect, test } from "vitest";
import { currentIndex, filterLines, type ReviewLine } from "./review-filter";

const line = (visitId: string, over: Partial<ReviewLine> = {}): ReviewLine => ({
  routeId: "r",
  visitId,
  opId: "op",
  date: "2026-06-10",
  timeZone: "UTC",
  routeNumber: 1,
  driverId: "d1",
  driverName: "Dan",
  externalId: visitId,
  contactName: "",
  street: "",
  outcome: "delivered",
  completedAtMs: 0,
  pictures: 0,
  flags: [],
  state: "pending",
  ...over,
});
const names = (lines: readonly ReviewLine[]) => lines.map(({ visitId }) => visitId);

test("state, flag and driver must all hold", () => {
  const lines = [
    line("a", { flags: ["blurred"] }),
    line("b", { state: "approved", flags: ["blurred"] }),
    line("c", { driverId: "d2" }),
  ];
  const all = { show: "all", flag: null, driverId: null } as const;
  expect(names(filterLines(lines, all))).toEqual(["a", "b", "c"]);
  expect(names(filterLines(lines, { ...all, show: "open" }))).toEqual(["a", "c"]);
  expect(names(filterLines(lines, { ...all, show: "open", flag: "blurred" }))).toEqual(["a"]);
  expect(names(filterLines(lines, { ...all, driverId: "d2" }))).toEqual(["c"]);
});

test("when the line looked at has left, the next one has its place", () => {
  const lines = [line("a"), line("b")];
  expect(currentIndex(lines, "r.b", 0)).toBe(1);
  expect(currentIndex(lines, "r.gone", 1)).toBe(1);
  expect(currentIndex(lines, "r.gone", 7)).toBe(1);
  expect(currentIndex([], null, 0)).toBe(-1);
});
