/** One day's two ways to count: seconds elapsed since its midnight, and what the clock on the wall shows then. */
export interface DayClock {
  /** 95,400 = 02:30 on the next day. */
  wall(elapsedSeconds: number): number;
  /** The first of the two where a clock put back shows a time twice; what is skipped counts on from the hour before. */
  elapsed(wallSeconds: number): number;
}

/** The clock of days on which nothing is put forward or back. */
export const PLAIN_CLOCK: DayClock = { wall: (seconds) => seconds, elapsed: (seconds) => seconds };
