/**
 * Time as a simulated day has it: from its start it runs so many times faster than ours, until it has caught up with us;
 * from then on it is our time, since nothing can have happened later than now.
 */
export class SimulatedClock {
  readonly #startMs: number;
  readonly #speed: number;
  readonly #realStartMs: number;

  constructor(startMs: number, speed: number, realNowMs: number = Date.now()) {
    this.#startMs = startMs;
    this.#speed = speed;
    this.#realStartMs = realNowMs;
  }

  nowMs(realNowMs: number = Date.now()): number {
    const simulated = this.#startMs + (realNowMs - this.#realStartMs) * this.#speed;
    return this.#startMs >= this.#realStartMs ? realNowMs : Math.min(simulated, realNowMs);
  }

  /** How many of our milliseconds until the simulated time is `atMs`; 0 when it is past. */
  waitMs(atMs: number, realNowMs: number = Date.now()): number {
    const now = this.nowMs(realNowMs);
    if (atMs <= now) return 0;
    const fast = (atMs - now) / this.#speed;
    // Where the simulation would overtake us on the way, the moment comes when our own clock says so.
    return this.#startMs + (realNowMs + fast - this.#realStartMs) * this.#speed > realNowMs + fast
      ? Math.max(0, atMs - realNowMs)
      : fast;
  }
}
