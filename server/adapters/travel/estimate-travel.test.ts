import { describe, expect, test } from "vitest";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { estimateTravel } from "./estimate-travel";

/** A grid of positions about 400 m apart, the last one a repetition of the first. */
function cityGrid(count: number) {
  const positions = Array.from({ length: count }, (_, index) => ({
    lat: 55.6 + Math.floor(index / 40) * 0.0036,
    lng: 12.5 + (index % 40) * 0.0064,
  }));
  positions[count - 1] = positions[0]!;
  return positions;
}

describe("estimateTravel", () => {
  test("the matrix agrees with estimateLeg on every pair, for every profile", async () => {
    const positions = cityGrid(120);
    for (const profile of TRAVEL_PROFILES) {
      const matrix = await estimateTravel.matrix(positions, profile);
      expect(matrix.source).toBe("estimate");
      let worstSeconds = 0;
      let worstShare = 0;
      for (let cell = 0; cell < positions.length ** 2; cell++) {
        const from = positions[Math.floor(cell / positions.length)]!;
        const leg = estimateLeg(from, positions[cell % positions.length]!, profile);
        worstSeconds = Math.max(worstSeconds, Math.abs(matrix.durationSeconds[cell]! - leg.durationSeconds));
        const metersOff = Math.max(0, Math.abs(matrix.distanceMeters[cell]! - leg.distanceMeters) - 1);
        worstShare = Math.max(worstShare, metersOff / Math.max(1, leg.distanceMeters));
      }
      expect(worstSeconds).toBeLessThanOrEqual(1);
      expect(worstShare).toBeLessThan(0.001);
    }
  });

  test("takes the short way over the antimeridian", async () => {
    const matrix = await estimateTravel.matrix(
      [
        { lat: -17, lng: 179.9 },
        { lat: -17, lng: -179.9 },
      ],
      "van",
    );
    expect(matrix.distanceMeters[1]).toBeLessThan(31_000);
  });

  test("lives in shared memory, so that threads read it in place", async () => {
    const matrix = await estimateTravel.matrix(cityGrid(3), "van");
    expect(matrix.durationSeconds.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(matrix.distanceMeters.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test("reports progress up to 1 and lets the event loop run in between", async () => {
    const fractions: number[] = [];
    let turns = 0;
    let running = true;
    const count = () => {
      turns++;
      if (running) setImmediate(count);
    };
    setImmediate(count);
    await estimateTravel.matrix(cityGrid(1500), "van", { onProgress: (fraction) => fractions.push(fraction) });
    running = false;
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(turns).toBeGreaterThanOrEqual(fractions.length);
  });

  test("stops in the middle when told to", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const onProgress = (fraction: number) => {
      seen.push(fraction);
      controller.abort(new Error("no longer wanted"));
    };
    await expect(
      estimateTravel.matrix(cityGrid(2000), "van", { signal: controller.signal, onProgress }),
    ).rejects.toThrow("no longer wanted");
    expect(seen).toHaveLength(1);
  });

  test("answers the empty and the single position", async () => {
    expect((await estimateTravel.matrix([], "van")).size).toBe(0);
    expect([...(await estimateTravel.matrix(cityGrid(1), "van")).durationSeconds]).toEqual([0]);
    expect(await estimateTravel.legs(cityGrid(1), "van")).toEqual([]);
  });

  test("gives one leg per consecutive pair, without a shape", async () => {
    const positions = cityGrid(4);
    const legs = await estimateTravel.legs(positions, "bike");
    expect(legs).toHaveLength(3);
    expect(legs[1]).toEqual({ ...estimateLeg(positions[1]!, positions[2]!, "bike"), source: "estimate" });
  });
});
