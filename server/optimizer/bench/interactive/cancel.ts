import { prepareSolver, solveRoutingProblem } from "../../pool/solve-routing-problem";
import { dayProblem } from "./day-problem";
import { type Figure, secondsSince } from "./figure";

/** From telling a search to stop to holding its best plan, during construction and after. */
export async function cancel(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [stops, vans] of [
    [150, 5],
    [5000, 40],
  ] as const) {
    const problem = dayProblem(stops, vans);
    for (const afterSeconds of [0.1, 5]) {
      prepareSolver(1);
      const abort = new AbortController();
      let toldAt = 0;
      setTimeout(() => {
        toldAt = performance.now();
        abort.abort();
      }, afterSeconds * 1000);
      const solution = await solveRoutingProblem(
        problem,
        { seed: 1, maxSeconds: 60, threads: 1 },
        { signal: abort.signal },
      );
      figures.push({
        what: `${stops} stops, told to stop after ${afterSeconds} s`,
        measured: `${secondsSince(toldAt).toFixed(2)} s, ${solution.unassigned.length} left out`,
        target: "≤ 1 s",
      });
    }
  }
  return figures;
}
