import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, isActive, lineInput, lineState, loads } from "../testing/line-problem";

const none = loads(0, 0, 0);

describe("capacity", () => {
  it("is not compiled in where the whole demand fits", () => {
    const state = lineState(lineInput(3, 1, { deliver: loads(30, 30, 40) }));
    expect(isActive(state, "capacity")).toBe(false);
  });

  it("counts deliveries from the start, wherever they are handed over", () => {
    const state = lineState(lineInput(3, 1, { deliver: loads(60, 30, 20) }), [0, 1]);
    expect(allows(state, "capacity", 2, 1)).toBe(false);
    expect(allows(lineState(lineInput(3, 1, { deliver: loads(60, 30, 20) }), [0]), "capacity", 2, 0)).toBe(true);
  });

  it("takes a pickup only behind the delivery that makes room for it", () => {
    const input = lineInput(3, 1, { deliver: loads(60, 40, 0), pickup: loads(0, 0, 50) });
    const state = lineState(input, [0, 1]);
    expect(allows(state, "capacity", 2, startNode(state.problem, 0))).toBe(false);
    expect(allows(state, "capacity", 2, 0)).toBe(true);
    expect(allows(state, "capacity", 2, 1)).toBe(true);
  });

  it("calls a route broken that carries too much on any leg", () => {
    const input = lineInput(3, 1, { deliver: loads(60, 0, 0), pickup: loads(0, 50, 0) });
    expect(lineState(input, [1, 0]).brokenCount).toBe(1);
    expect(lineState(input, [0, 1]).brokenCount).toBe(0);
  });

  it("carries a pair's goods between its visits only", () => {
    const pair = { pickup: loads(80, 0, 0), deliver: loads(0, 80, 30), dropoffOf: Int32Array.of(1, -1, -1) };
    expect(lineState(lineInput(3, 1, pair), [0, 1, 2]).brokenCount).toBe(1);
    expect(lineState(lineInput(3, 1, pair), [2, 0, 1]).brokenCount).toBe(0);
  });

  it("checks every dimension", () => {
    const deliver = Int32Array.of(0, 0, 60, 0, 0, 0, 60, 0, 0, 0, 0, 0);
    expect(allows(lineState(lineInput(3, 1, { deliver, pickup: none }), [0]), "capacity", 1, 0)).toBe(false);
  });
});
