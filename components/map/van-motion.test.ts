import { describe, expect, test } from "vitest";
import { VanMotion } from "./van-motion";

const at = (lng: number) => ({ lat: 41, lng });

describe("vans between two fixes", () => {
  test("a van goes evenly to where it was seen, in the time between the fixes, and stays there", () => {
    const motion = new VanMotion();
    motion.see("a", at(2), 0, false);
    expect(motion.isMoving("a", 0)).toBe(false);
    motion.see("a", at(2.001), 4000, false);
    expect(motion.positionOf("a", 4000)!.lng).toBeCloseTo(2, 6);
    expect(motion.positionOf("a", 6000)!.lng).toBeCloseTo(2.0005, 6);
    expect(motion.isMoving("a", 7999)).toBe(true);
    expect(motion.positionOf("a", 60_000)!.lng).toBeCloseTo(2.001, 6);
    expect(motion.isMoving("a", 8000)).toBe(false);
  });

  test("the same place told again does not begin a new way", () => {
    const motion = new VanMotion();
    motion.see("a", at(2), 0, false);
    motion.see("a", at(2.001), 4000, false);
    motion.see("a", at(2.001), 6000, false);
    expect(motion.positionOf("a", 6000)!.lng).toBeCloseTo(2.0005, 6);
  });

  test("after a silence, a jump, or where nothing is to move, a van is put where it is", () => {
    const motion = new VanMotion();
    motion.see("a", at(2), 0, false);
    motion.see("a", at(2.001), 60_000, false);
    expect(motion.positionOf("a", 60_000)!.lng).toBe(2.001);
    motion.see("a", at(3), 62_000, false);
    expect(motion.positionOf("a", 62_000)!.lng).toBe(3);
    motion.see("a", at(3.001), 64_000, true);
    expect(motion.positionOf("a", 64_000)!.lng).toBe(3.001);
    motion.keepOnly(new Set());
    expect(motion.positionOf("a", 64_000)).toBeNull();
  });
});
