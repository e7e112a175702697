import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runInSlices } from "./run-in-slices";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Steps that take five milliseconds each, by a clock of their own. */
function work() {
  const steps: number[] = [];
  const results: string[] = [];
  let milliseconds = 0;
  function* count(): Generator<undefined, string> {
    for (let step = 1; step <= 5; step++) {
      steps.push(step);
      milliseconds += 5;
      yield;
    }
    return "done";
  }
  const stop = runInSlices(
    count(),
    (result) => results.push(result),
    () => milliseconds,
  );
  return { steps, results, stop };
}

it("rests after every few steps and hands over the result", () => {
  const { steps, results } = work();
  expect(steps).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(steps).toEqual([1, 2]);
  vi.runAllTimers();
  expect(steps).toEqual([1, 2, 3, 4, 5]);
  expect(results).toEqual(["done"]);
});

it("takes no step more once it is stopped", () => {
  const { steps, results, stop } = work();
  vi.advanceTimersToNextTimer();
  stop();
  vi.runAllTimers();
  expect([steps.length, results.length]).toEqual([2, 0]);
});
