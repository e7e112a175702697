import "server-only";

/**
 * Counts by key over the last so many milliseconds: what was counted in the slice of time before this one fades out with
 * the time that has passed of this one. Holds `mostKeys` in each slice; beyond them, all further keys are counted as one,
 * so that a flood of keys costs no memory and gains nothing.
 */
export class SlidingCount {
  private slice = 0;
  private before: ReadonlyMap<string, number> = new Map();
  private current = new Map<string, number>();

  constructor(
    private readonly spanMs: number,
    private readonly now: () => Date,
    private readonly mostKeys = 50_000,
  ) {}

  /** How often a key was counted lately; between two counts where it fades out. */
  of(key: string): number {
    const nowMs = this.turn();
    const passed = (nowMs % this.spanMs) / this.spanMs;
    return (
      (this.before.get(this.placeOf(key, this.before)) ?? 0) * (1 - passed) +
      (this.current.get(this.placeOf(key, this.current)) ?? 0)
    );
  }

  /** Counts once more; true while that is within `most`. What is over it is not counted, so that waiting helps. */
  take(key: string, most: number): boolean {
    if (this.of(key) + 1 > most) return false;
    const place = this.placeOf(key, this.current);
    this.current.set(place, (this.current.get(place) ?? 0) + 1);
    return true;
  }

  private placeOf(key: string, slice: ReadonlyMap<string, number>): string {
    return slice.has(key) || slice.size < this.mostKeys ? key : OTHERS;
  }

  private turn(): number {
    const nowMs = this.now().getTime();
    const slice = Math.floor(nowMs / this.spanMs);
    if (slice !== this.slice) {
      this.before = slice === this.slice + 1 ? this.current : new Map();
      this.current = new Map();
      this.slice = slice;
    }
    return nowMs;
  }
}

const OTHERS = "\0";
