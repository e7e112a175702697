import type { Clock } from "@/server/ports/clock";

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now: Date;

  constructor(now: Date | string = "2026-03-02T08:00:00Z") {
    this.#now = new Date(now);
  }

  now(): Date {
    return new Date(this.#now);
  }

  advanceSeconds(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }

  set(now: Date | string): void {
    this.#now = new Date(now);
  }
}
