import { expect, test } from "vitest";
import { cutoffClock } from "./cutoff-clock";

const at = (minutesLeft: number) => cutoffClock(minutesLeft * 60_000, 0);

test("counts down in whole minutes, up to the last one", () => {
  expect(at(125)).toEqual({ nearness: "ahead", hours: 2, minutes: 5 });
  expect(at(60)).toEqual({ nearness: "near", hours: 1, minutes: 0 });
  expect(at(0.1)).toEqual({ nearness: "near", hours: 0, minutes: 1 });
});

test("after the cut-off it counts up", () => {
  expect(at(0)).toEqual({ nearness: "past", hours: 0, minutes: 0 });
  expect(at(-61.5)).toEqual({ nearness: "past", hours: 1, minutes: 1 });
});
