/** Parts of a rank: visits left out in four tiers, vehicles where they count, cost. */
const RANK_PARTS = 6;
/** All of them but the cost. */
export const SERVICE_PARTS = RANK_PARTS - 1;
const SPINS = 10_000;

/** Compared part by part from the first; lower is better. */
export type Rank = readonly number[];

export function compareRanks(a: ArrayLike<number>, b: ArrayLike<number>, parts = RANK_PARTS): number {
  for (let part = 0; part < parts; part++) {
    const difference = a[part]! - b[part]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The best plan any thread has found, in memory all of them share: a rank, and every route in one sequence. Guarded by
 * a spin lock that gives up, since a thread that died holding it must not stop the others.
 */
export class SharedBest {
  private readonly lock: Int32Array;
  private readonly rank: Float64Array;
  private readonly offsets: Int32Array;
  private readonly sequence: Int32Array;

  static allocate(visitCount: number, vehicleCount: number): SharedArrayBuffer {
    return new SharedArrayBuffer(8 + RANK_PARTS * 8 + (vehicleCount + 1 + visitCount) * 4);
  }

  constructor(buffer: SharedArrayBuffer, vehicleCount: number) {
    this.lock = new Int32Array(buffer, 0, 2);
    this.rank = new Float64Array(buffer, 8, RANK_PARTS);
    this.offsets = new Int32Array(buffer, 8 + RANK_PARTS * 8, vehicleCount + 1);
    this.sequence = new Int32Array(buffer, 8 + RANK_PARTS * 8 + (vehicleCount + 1) * 4);
  }

  /** Leaves a plan for the others if it beats what is there. */
  offer(rank: Rank, offsets: Int32Array, sequence: Int32Array): void {
    this.locked(() => {
      if (this.isFilled() && compareRanks(rank, this.rank) >= 0) return;
      this.rank.set(rank);
      this.offsets.set(offsets);
      this.sequence.set(sequence);
      this.lock[1] = 1;
    });
  }

  /** The routes of a plan better than `rank`, as far as its first parts go, if another thread left one. */
  better(rank: Rank, parts = RANK_PARTS): Int32Array[] | undefined {
    return this.locked(() => {
      if (!this.isFilled() || compareRanks(this.rank, rank, parts) >= 0) return undefined;
      return Array.from({ length: this.offsets.length - 1 }, (_, vehicle) =>
        this.sequence.slice(this.offsets[vehicle], this.offsets[vehicle + 1]),
      );
    });
  }

  private isFilled(): boolean {
    return this.lock[1] === 1;
  }

  private locked<Result>(act: () => Result): Result | undefined {
    for (let spin = 0; spin < SPINS; spin++) {
      if (Atomics.compareExchange(this.lock, 0, 0, 1) !== 0) continue;
      try {
        return act();
      } finally {
        Atomics.store(this.lock, 0, 0);
      }
    }
    return undefined;
  }
}
