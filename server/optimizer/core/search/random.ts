/**
 * Seeded pseudo-random numbers (sfc32 by C. Doty-Humphrey, PractRand, public domain): the same seed gives the same
 * sequence on every machine.
 */
export class Random {
  private a = 0x9e3779b9 | 0;
  private b: number;
  private c = 0x243f6a88 | 0;
  private counter = 1;

  constructor(seed: number) {
    this.b = seed | 0;
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return (this.bits() >>> 0) / 4294967296;
  }

  /** Uniform among 0 … bound − 1. */
  below(bound: number): number {
    return (this.unit() * bound) | 0;
  }

  /** ⌊U(1, high + 1)⌋, for a high that need not be whole; at least 1. */
  upTo(high: number): number {
    return high > 0 ? (1 + this.unit() * high) | 0 : 1;
  }

  /** How many independent trials fail before the first that succeeds with this probability. */
  failuresBefore(probability: number): number {
    return Math.floor(Math.log(1 - this.unit()) / Math.log(1 - probability));
  }

  private bits(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t;
  }
}
