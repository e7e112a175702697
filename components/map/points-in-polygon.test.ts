import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointsInPolygon, type ScreenPoint } from "./points-in-polygon";

const at = (x: number, y: number): ScreenPoint => ({ x, y });
const SQUARE = [at(0, 0), at(10, 0), at(10, 10), at(0, 10)];

describe("pointsInPolygon", () => {
  test("finds the points inside a square", () => {
    expect(pointsInPolygon([at(5, 5), at(15, 5), at(-1, 5), at(5, 11), at(1, 9)], SQUARE)).toEqual([0, 4]);
  });

  test("leaves out the notch of a concave outline", () => {
    const notched = [at(0, 0), at(10, 0), at(10, 10), at(5, 2), at(0, 10)];
    expect(pointsInPolygon([at(5, 1), at(5, 8), at(1, 6), at(9, 6)], notched)).toEqual([0, 2, 3]);
  });

  test("a lasso crossing itself encloses both lobes and not the crossing's outside", () => {
    const bowTie = [at(0, 0), at(10, 10), at(10, 0), at(0, 10)];
    expect(pointsInPolygon([at(1, 5), at(9, 5), at(5, 1), at(5, 9)], bowTie)).toEqual([0, 1]);
  });

  test("fewer than three corners enclose nothing", () => {
    expect(pointsInPolygon([at(1, 1)], [at(0, 0), at(2, 2)])).toEqual([]);
  });

  test("for any rectangle it agrees with comparing coordinates", () => {
    const coordinate = fc.integer({ min: -50, max: 50 });
    const size = fc.integer({ min: 1, max: 60 });
    const point = fc.record({ x: coordinate, y: coordinate });
    fc.assert(
      fc.property(coordinate, coordinate, size, size, fc.array(point), (x, y, width, height, points) => {
        const [left, top] = [x + 0.5, y + 0.5];
        const corners = [at(left, top), at(left + width, top), at(left + width, top + height), at(left, top + height)];
        const expected = points.flatMap((p, index) =>
          p.x > left && p.x < left + width && p.y > top && p.y < top + height ? [index] : [],
        );
        expect(pointsInPolygon(points, corners)).toEqual(expected);
      }),
    );
  });

  test("turning the drawing direction changes nothing", () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), fc.array(point), (corners, points) => {
        // Off the integer grid, so that no point lies on an edge, where either answer is right.
        const moved = points.map(({ x, y }) => at(x + 0.137, y + 0.311));
        expect(pointsInPolygon(moved, [...corners].reverse())).toEqual(pointsInPolygon(moved, corners));
      }),
    );
  });
});
