import { readFileSync } from "node:fs";
import { solveRoutingProblem } from "../../pool/solve-routing-problem";
import type { Figure } from "../interactive/figure";
import { compareWithDriver } from "./compare-with-driver";
import { findSamples } from "./find-samples";
import { readAmazonRoutes } from "./read-amazon-routes";

const SECONDS = 5;

/** Amazon's drivers' own sequences beside ours, timed alike with estimated travel. */
export async function driversSequences(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const routes = findSamples("real/amazon", ".csv").flatMap((file) => readAmazonRoutes(readFileSync(file, "utf8")));
  for (const route of routes) {
    const budget = { seed: 1, maxSeconds: SECONDS, threads: 1 };
    const solution = await solveRoutingProblem(route.asked.problem, budget, { clock: "cpu" });
    const { driver, ours } = compareWithDriver(route, solution);
    figures.push({
      what: `${route.id.slice(0, 16)}, ${route.driven.length} stops: driver, ours after ${SECONDS} CPU s`,
      measured: `${driver.minutes} min, ${driver.km} km, ${driver.late} late; ${ours.minutes} min, ${ours.km} km, ${ours.late} late`,
      target: "no worse",
    });
  }
  return figures;
}
