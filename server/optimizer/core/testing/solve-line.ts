import { solve } from "../search/solve";
import { iterationLimit } from "../stop/iteration-limit";
import { type LineOverrides, lineInput } from "./line-problem";

/** Solves a problem on the line, recomputing everything after each accepted move. */
export function solveLine(visitCount: number, vehicleCount: number, overrides: LineOverrides = {}, iterations = 500) {
  const stop = [iterationLimit(iterations)];
  const result = solve(lineInput(visitCount, vehicleCount, overrides), { seed: 1, stop, now: () => 0, verify: true });
  return { ...result, routes: result.routes.map((route) => [...route]) };
}
