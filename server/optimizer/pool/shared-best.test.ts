import { describe, expect, it } from "vitest";
import { type Rank, SERVICE_PARTS, SharedBest } from "./shared-best";

const rank = (vehicles: number, cost: number): Rank => [0, 0, 0, 0, vehicles, cost];

/** Two vehicles, three visits: the first vehicle serves `first`, the other one the rest. */
function offer(best: SharedBest, of: Rank, first: number): void {
  best.offer(of, Int32Array.of(0, first, 3), Int32Array.of(0, 1, 2));
}

function shared(): SharedBest {
  return new SharedBest(SharedBest.allocate(3, 2), 2);
}

describe("SharedBest", () => {
  it("hands over only what is better than what one has", () => {
    const best = shared();
    expect(best.better(rank(9, 9))).toBeUndefined();
    offer(best, rank(2, 70), 1);
    expect(best.better(rank(2, 80))).toEqual([Int32Array.of(0), Int32Array.of(1, 2)]);
    expect(best.better(rank(2, 70))).toBeUndefined();
    expect(best.better(rank(1, 90))).toBeUndefined();
  });

  it("keeps the best of what is offered", () => {
    const best = shared();
    offer(best, rank(1, 90), 3);
    offer(best, rank(2, 10), 0);
    expect(best.better(rank(2, 10))).toEqual([Int32Array.of(0, 1, 2), Int32Array.of()]);
  });

  it("can be asked about service alone, whatever the cost", () => {
    const best = shared();
    offer(best, rank(2, 70), 1);
    expect(best.better(rank(2, 80), SERVICE_PARTS)).toBeUndefined();
    expect(best.better(rank(3, 60), SERVICE_PARTS)).toHaveLength(2);
  });
});
