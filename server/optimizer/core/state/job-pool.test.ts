import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileProblem } from "../problem/compile-problem";
import { lineInput } from "../testing/line-problem";
import { JobPool } from "./job-pool";

const JOBS = 12;

function contents(pool: JobPool) {
  const jobs = [...pool.jobs.subarray(0, pool.count)];
  const places = Array.from({ length: JOBS }, (_, job) => pool.placeOf(job));
  return { jobs, places, visitsByTier: [...pool.visitsByTier] };
}

describe("JobPool", () => {
  it("comes back as it was, order included, whatever was added and taken since", () => {
    const toggles = fc.array(fc.integer({ min: 0, max: JOBS - 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(toggles, toggles, (before, since) => {
        const pool = new JobPool(compileProblem(lineInput(JOBS, 1)));
        const toggle = (job: number) => (pool.has(job) ? pool.take(job) : pool.add(job));
        before.forEach(toggle);
        pool.save();
        const saved = contents(pool);
        since.forEach(toggle);
        pool.restore();
        expect(contents(pool)).toEqual(saved);
      }),
    );
  });
});
