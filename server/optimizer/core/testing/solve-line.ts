import type { SearchOptions } from "../search/search-run";
import { solve } from "../search/solve";
import { iterationLimit } from "../stop/iteration-limit";
import { type LineOverrides, lineInput } from "./line-problem";

/** Solves a problem on the line in 500 iterations, recomputing everything after each accepted move. */
export function solveLine(
  visitCount: number,
  vehicleCount: number,
  overrides: LineOverrides = {},
  options: Partial<SearchOptions> = {},
) {
  const plain = { seed: 1, stop: [iterationLimit(500)], now: () => 0, verify: true };
  const result = solve(lineInput(visitCount, vehicleCount, overrides), { ...plain, ...options });
  return { ...result, routes: result.routes.map((route) => [...route]) };
}
