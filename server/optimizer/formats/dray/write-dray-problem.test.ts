import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryRoutingProblem } from "../../testing/arbitrary-routing-problem";
import { readDray } from "./read-dray";
import { writeDrayProblem } from "./write-dray-problem";

it("is read back as the same question", () => {
  fc.assert(
    fc.property(arbitraryRoutingProblem(), (problem) => {
      const { problem: again } = readDray([...writeDrayProblem(problem)].join(""));
      const matrices = problem.matrices.map((matrix) => {
        const isWay = Array.from(
          matrix.durationSeconds,
          (seconds, cell) => seconds >= 0 && seconds < 1e9 && matrix.distanceMeters[cell]! >= 0,
        );
        const cells = (values: Int32Array) => values.map((value, cell) => (isWay[cell] ? value : -1));
        return {
          size: matrix.size,
          durationSeconds: cells(matrix.durationSeconds),
          distanceMeters: cells(matrix.distanceMeters),
        };
      });
      const initialRoutes = problem.vehicles.map((_, vehicle) => problem.initialRoutes[vehicle] ?? []);
      expect(again).toEqual({ ...problem, initialRoutes, matrices });
    }),
    { numRuns: 100 },
  );
});
