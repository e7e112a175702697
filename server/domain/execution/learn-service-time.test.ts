import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DoorStay, LEAST_STAYS, learnServiceTime, MOST_STAYS } from "./learn-service-time";

const stay = (seconds: number, endedAtMs = 0, visits = 1): DoorStay => ({ seconds, visits, endedAtMs });
const stays = fc.array(
  fc.record({
    seconds: fc.integer({ min: -100, max: 20_000 }),
    visits: fc.integer({ min: 1, max: 4 }),
    endedAtMs: fc.integer({ min: 0, max: 1e6 }),
  }),
  { maxLength: 40 },
);

describe("what stays at a door teach", () => {
  test("the median, in half minutes; several deliveries share a stay", () => {
    expect(learnServiceTime([stay(200), stay(230), stay(2000)])).toEqual({ serviceSeconds: 240, stays: 3 });
    expect(learnServiceTime([stay(400, 0, 2), stay(190), stay(210), stay(220)])).toEqual({
      serviceSeconds: 210,
      stays: 4,
    });
  });

  test("too few believable stays teach nothing: pressed twice at the van, forgotten over lunch", () => {
    expect(learnServiceTime([stay(240), stay(250)])).toBeNull();
    expect(learnServiceTime([stay(240), stay(250), stay(3), stay(7200)])).toBeNull();
  });

  test("the newest count: an address that got a lift is learned anew", () => {
    const old = Array.from({ length: 30 }, (_, index) => stay(900, index));
    const recent = Array.from({ length: MOST_STAYS }, (_, index) => stay(120, 1000 + index));
    expect(learnServiceTime([...recent, ...old])).toEqual({ serviceSeconds: 120, stays: MOST_STAYS });
  });

  test("the order in which stays are told does not matter", () => {
    fc.assert(
      fc.property(stays, fc.infiniteStream(fc.nat()), (told, keys) => {
        const shuffled = told.map((each) => ({ each, key: keys.next().value })).sort((a, b) => a.key - b.key);
        expect(learnServiceTime(shuffled.map(({ each }) => each))).toEqual(learnServiceTime(told));
      }),
    );
  });

  test("it lies between the shortest and the longest believable stay, within a step, and never below half a minute", () => {
    fc.assert(
      fc.property(stays, (told) => {
        const learned = learnServiceTime(told);
        const each = told.map(({ seconds, visits }) => seconds / visits).filter((one) => one >= 15 && one <= 3600);
        if (each.length < LEAST_STAYS) {
          expect(learned).toBeNull();
          return;
        }
        expect(learned!.serviceSeconds).toBeGreaterThanOrEqual(Math.max(30, Math.min(...each) - 15));
        expect(learned!.serviceSeconds).toBeLessThanOrEqual(Math.max(30, Math.max(...each) + 15));
        expect(learned!.serviceSeconds % 30).toBe(0);
      }),
    );
  });

  test("one wild stay among many alike changes nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 1800 }), fc.integer({ min: -1000, max: 1e6 }), (usual, wild) => {
        const alike = Array.from({ length: 7 }, (_, index) => stay(usual, index));
        expect(learnServiceTime([...alike, stay(wild, 99)])!.serviceSeconds).toBe(
          learnServiceTime(alike)!.serviceSeconds,
        );
      }),
    );
  });
});
