import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignRouteLooks, closenessOf, type RouteShape } from "./assign-route-looks";
import { HUE_COUNT, LINE_STYLE_COUNT } from "./route-look";

/** Routes on a grid of areas about 1.2 km wide, so that each touches at most the eight around it. */
function patchwork(columns: number, rows: number): RouteShape[] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const points = Array.from({ length: 9 }, (_, k) => {
      return [2.1 + 0.016 * column + 0.005 * (k % 3), 41.3 + 0.012 * row + 0.0045 * Math.floor(k / 3)] as const;
    });
    return { id: `route-${index}`, points };
  });
}

const pairOf = ({ hueIndex, styleIndex }: { hueIndex: number; styleIndex: number }) => `${hueIndex}/${styleIndex}`;

describe("assignRouteLooks", () => {
  test("40 routes side by side get 40 different looks, and no neighbours share a hue", () => {
    const routes = patchwork(8, 5);
    const looks = assignRouteLooks(routes);
    expect(new Set([...looks.values()].map(pairOf)).size).toBe(40);
    let neighbours = 0;
    for (const [id, others] of closenessOf(routes)) {
      for (const other of others.keys()) {
        neighbours++;
        expect(looks.get(id)!.hueIndex, `${id} beside ${other}`).not.toBe(looks.get(other)!.hueIndex);
      }
    }
    expect(neighbours).toBeGreaterThan(40);
  });

  test("routes that keep their look for the day keep it when others come and go", () => {
    const routes = patchwork(6, 5);
    const morning = assignRouteLooks(routes.slice(0, 20));
    const noon = assignRouteLooks(routes.slice(5), morning);
    for (const { id } of routes.slice(5, 20)) expect(noon.get(id)).toEqual(morning.get(id));
    expect([...noon.keys()].sort()).toEqual(
      routes
        .slice(5)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("eight routes over the same streets wear eight hues", () => {
    const [one] = patchwork(1, 1);
    const routes = Array.from({ length: HUE_COUNT }, (_, index) => ({ ...one!, id: `r${index}` }));
    const hues = [...assignRouteLooks(routes).values()].map(({ hueIndex }) => hueIndex);
    expect(new Set(hues).size).toBe(HUE_COUNT);
  });

  test("any routes at all get one look each within range, the same each time, and 40 or fewer never repeat a pair", () => {
    const point = fc.tuple(
      fc.double({ min: 2, max: 2.2, noNaN: true }),
      fc.double({ min: 41, max: 41.2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 12 }), { maxLength: 60 }), (shapes) => {
        const routes = shapes.map((points, index) => ({ id: `r${index}`, points }));
        const looks = assignRouteLooks(routes);
        expect(looks).toEqual(assignRouteLooks(routes));
        expect(looks.size).toBe(routes.length);
        for (const { hueIndex, styleIndex } of looks.values()) {
          expect(hueIndex).toBeLessThan(HUE_COUNT);
          expect(styleIndex).toBeLessThan(LINE_STYLE_COUNT);
        }
      }),
    );
  });
});
