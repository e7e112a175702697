import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkSolution } from "../../checker/check-solution";
import { conventionOf } from "../../formats/benchmark-convention";
import { benchmarkProblem } from "../../formats/benchmark-problem";
import { measureBenchmarkRoutes } from "../../formats/measure-benchmark-routes";
import { readOrtec } from "../../formats/read-ortec";
import { solveRoutingProblem } from "../../pool/solve-routing-problem";
import { compareWithDriver } from "./compare-with-driver";
import { findSamples } from "./find-samples";
import { readAmazonRoutes } from "./read-amazon-routes";
import { readGoogleRequest } from "./read-google-request";
import { readLoggiDay } from "./read-loggi-day";

const read = (file: string) => readFileSync(file, "utf8");
const budget = (maxIterations: number) => ({ seed: 1, maxIterations, threads: 1 });

/** A test per sample, or one that says why there is none. */
function forSamples(folder: string, ending: string, run: (file: string) => Promise<void>): void {
  const files = findSamples(folder, ending);
  if (files.length === 0) it.skip(`skipped: no ${folder} in the sample data (DRAY_SAMPLES)`, () => {});
  for (const file of files) it(path.basename(file), () => run(file));
}

describe("ORTEC's roads and windows", () => {
  forSamples("real/ortec", ".txt", async (name) => {
    const file = readOrtec(read(name));
    const convention = conventionOf("ortec", "distance");
    const solution = await solveRoutingProblem(benchmarkProblem(file, convention, "distance"), budget(2000));
    const routes = solution.routes.map((route) => route.map((visit) => file.customers[visit]!.number));
    expect(measureBenchmarkRoutes(file, convention, routes)).toMatchObject({ unassigned: [], faults: [] });
  });
});

describe("Amazon's vans", () => {
  forSamples("real/amazon", ".csv", async (name) => {
    const routes = readAmazonRoutes(read(name));
    expect(routes).toHaveLength(8);
    for (const route of routes) {
      const solution = await solveRoutingProblem(route.asked.problem, budget(1500));
      expect(solution.unassigned).toEqual([]);
      const { driver, ours } = compareWithDriver(route, solution);
      expect(ours.late).toBe(0);
      expect(ours.minutes).toBeLessThan(driver.minutes);
    }
  });
});

describe("Loggi's parcels", () => {
  forSamples("real/loggi", ".json", async (name) => {
    const { problem } = readLoggiDay(read(name));
    const solution = await solveRoutingProblem(problem, budget(1000));
    expect(solution.unassigned).toEqual([]);
    expect(checkSolution(problem, solution).violations).toEqual([]);
  });
});

describe("Google's requests", () => {
  forSamples("real/google", ".json", async (name) => {
    const { problem } = readGoogleRequest(read(name));
    const solution = await solveRoutingProblem(problem, budget(500));
    const { violations } = checkSolution(problem, solution);
    expect(violations).toEqual([]);
    expect(solution.routes.flat().length + solution.unassigned.length).toBe(problem.visits.length);
    for (const { reasons } of solution.unassigned) expect(reasons.length).toBeGreaterThan(0);
  });
});
