import type { BoardVisit } from "./plan-board";

/** How much later than its locked time service may begin: travel times are not exact to the second. */
export const TIME_LOCK_TOLERANCE_SECONDS = 300;

/** The visit as one whose service begins at `startSeconds` of the plan's day: that is its only window until it is let go. */
export function withTimeLock(visit: BoardVisit, startSeconds: number): BoardVisit {
  const { windows, windowSemantics } = withoutTimeLock(visit);
  return {
    ...visit,
    windows: [{ fromSeconds: startSeconds, toSeconds: startSeconds + TIME_LOCK_TOLERANCE_SECONDS }],
    windowSemantics: "start",
    timeLock: { startSeconds, windows, windowSemantics },
  };
}

/** The visit with the windows that were promised. */
export function withoutTimeLock(visit: BoardVisit): BoardVisit {
  if (!visit.timeLock) return visit;
  const { timeLock, ...rest } = visit;
  return { ...rest, windows: timeLock.windows, windowSemantics: timeLock.windowSemantics };
}
