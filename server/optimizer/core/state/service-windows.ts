import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";

/** Earliest start of service at a node reached at `arrival`; `UNLIMITED` if no window is left. */
export function earliestStart(problem: CoreProblem, node: number, arrival: number): number {
  const { open, close, lastClose, windowOffset, windowOpen, windowClose } = problem;
  if (arrival <= close[node])
    return arrival < open[node] ? (open[node] <= close[node] ? open[node] : UNLIMITED) : arrival;
  if (arrival > lastClose[node]) return UNLIMITED;
  for (let row = windowOffset[node] + 1; row < windowOffset[node + 1]; row++) {
    const start = arrival < windowOpen[row] ? windowOpen[row] : arrival;
    if (start <= windowClose[row]) return start;
  }
  return UNLIMITED;
}

/** Latest start of service inside a window up to `latest`, and so the latest arrival; `-UNLIMITED` if there is none. */
export function latestStart(problem: CoreProblem, node: number, latest: number): number {
  const { windowOffset, windowOpen, windowClose } = problem;
  let row = windowOffset[node + 1] - 1;
  while (row > windowOffset[node] && windowOpen[row] > latest) row--;
  return latest >= windowOpen[row] ? Math.min(latest, windowClose[row]) : -UNLIMITED;
}
