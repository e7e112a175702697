import { describe, expect, test } from "vitest";
import { distanceMeters } from "@/server/domain/geo";
import { distanceGrid, gridCellMeters } from "./distance-grid";

describe("gridCellMeters", () => {
  test.each([
    [0.3, 20],
    [1, 100],
    [10.8, 1000],
    [21.5, 2000],
    [0.001, 1],
  ])("%f m per pixel gives cells of %i m", (metersPerPixel, cell) => {
    expect(gridCellMeters(metersPerPixel)).toBe(cell);
  });
});

describe("distanceGrid", () => {
  const bounds = [12.5, 55.6, 12.7, 55.7] as const;
  const corner = (index: number) => distanceGrid(bounds, 1000).features[index]!.geometry.coordinates[0]!;

  test("neighbouring columns are a cell apart on the ground", () => {
    const [a, b] = [corner(0), corner(1)];
    const meters = distanceMeters({ lat: a[1]!, lng: a[0]! }, { lat: b[1]!, lng: b[0]! });
    expect(Math.abs(meters - 1000)).toBeLessThan(25);
  });

  test("panning keeps the lines where they were", () => {
    const panned = distanceGrid([12.52, 55.61, 12.72, 55.71], 1000);
    const columns = (grid: typeof panned) => grid.features.map(({ geometry }) => geometry.coordinates[0]![0]!);
    const kept = columns(distanceGrid(bounds, 1000)).filter((lng) => lng > 12.52);
    expect(columns(panned)).toEqual(expect.arrayContaining(kept));
  });

  test("a whole world of tiny cells stays bounded", () => {
    expect(distanceGrid([-180, -85, 180, 85], 100).features.length).toBeLessThanOrEqual(400);
  });
});
