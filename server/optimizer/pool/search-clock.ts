/**
 * What a time budget counts: seconds on the wall, or seconds of processor time of this whole process (every thread,
 * compilers and garbage collector included), which a busy machine does not spoil.
 */
export type SearchClock = "wall" | "cpu";

/** Seconds on a clock, from any fixed moment of this process on; the same in all its threads. */
export function readClock(clock: SearchClock): number {
  if (clock === "wall") return (performance.timeOrigin + performance.now()) / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
