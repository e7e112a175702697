import { expect, it } from "vitest";
import type { SetResult } from "./bench-results";
import { renderResults } from "./render-results";
import { summariseSet } from "./summarise-set";

const plain = {
  seed: 1,
  vehicles: 3,
  distance: 100,
  unassigned: 0,
  iterations: 10,
  iterationsPerSecond: 1000,
  cpuSeconds: 1,
};
const instances = [
  { ...plain, name: "A", gapPercent: 2, extraVehicles: 0 },
  { ...plain, name: "B", gapPercent: -4, extraVehicles: 2 },
  { ...plain, name: "C", gapPercent: 4, extraVehicles: 0, iterationsPerSecond: 4000 },
];
const set: SetResult = {
  kind: "set",
  set: "solomon",
  objective: "fleet",
  seconds: 10,
  threads: 1,
  seeds: 1,
  date: "2026-01-02",
  machine: "one abacus",
  instances,
};

it("sums up a set: gaps, those of matched fleets apart, and extra vehicles", () => {
  expect(summariseSet(instances, 1)).toEqual({
    meanGapPercent: 2 / 3,
    worstGapPercent: 4,
    meanGapOfMatchedPercent: 3,
    extraVehicles: 2,
    unassigned: 0,
    iterationsPerSecond: 2000,
  });
});

it("says nothing of gaps where nothing is known, or somebody was left out", () => {
  const summary = summariseSet([{ ...plain, name: "A", unassigned: 2 }], 1);
  expect(summary).toEqual({ unassigned: 2, iterationsPerSecond: 1000 });
});

it("shows an overview and a section per question", () => {
  const page = renderResults([set, { ...set, objective: "distance" }]);
  expect(page).toContain("| fleet | 10 | 1 | solomon (3) | 0.67 % | 4.00 % | 3.00 % | 2 | 2000 |");
  expect(page.match(/^## .*$/gm)).toEqual([
    "## Overview",
    "## solomon, distance, 10 s, 1 thread(s)",
    "## solomon, fleet, 10 s, 1 thread(s)",
  ]);
  expect(page).toContain("| B | 1 | 3 | 2 | 100 | -4.00 % | 0 | 1000 | 1 |");
});
