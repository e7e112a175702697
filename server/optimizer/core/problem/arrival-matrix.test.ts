import { describe, expect, it } from "vitest";
import { arrivalMatrix } from "./arrival-matrix";

const profileOf = (size: number, distance: (from: number, to: number) => number) => {
  const distanceMeters = Int32Array.from({ length: size * size }, (_, leg) =>
    distance(Math.floor(leg / size), leg % size),
  );
  return { size, distanceMeters, durationSeconds: distanceMeters };
};

describe("ways by where they lead", () => {
  it("are those of the matrix, whether turned over, shared or too many to copy", () => {
    const oneWay = (from: number, to: number) => 3 * from + 7 * to;
    for (const profile of [profileOf(4, oneWay), profileOf(4, (a, b) => Math.abs(a - b)), profileOf(1601, oneWay)]) {
      const { distanceMeters, toStride, fromStride } = arrivalMatrix(profile);
      for (let from = 0; from < 4; from++) {
        for (let to = 0; to < 4; to++) {
          const way = profile.distanceMeters[from * profile.size + to];
          expect(distanceMeters[to * toStride + from * fromStride]).toBe(way);
        }
      }
    }
  });

  it("need no copy where they are the same there and back", () => {
    const symmetric = profileOf(4, (a, b) => Math.abs(a - b));
    expect(arrivalMatrix(symmetric).distanceMeters).toBe(symmetric.distanceMeters);
  });
});
