/**
 * What a driver did at one address on one route: from arriving until the last of his deliveries there was done, less what
 * checking in there is planned to take.
 */
export interface DoorStay {
  readonly seconds: number;
  /** Deliveries he made in it. */
  readonly visits: number;
  readonly endedAtMs: number;
}

/** How long a delivery at an address takes, by experience. */
export interface LearnedService {
  readonly serviceSeconds: number;
  /** How many stays say so. */
  readonly stays: number;
}

/** Fewer say nothing: one lift out of order, one chat. */
export const LEAST_STAYS = 3;
/** An address changes: the newest count. */
export const MOST_STAYS = 20;
export const LEARNING_DAYS = 180;
/** Shorter was pressed twice at the van, longer was forgotten. */
const SHORTEST_SECONDS = 15;
const LONGEST_SECONDS = 60 * 60;
/** Nobody plans by the second. */
const STEP_SECONDS = 30;

/**
 * What the stays at an address teach: the median of the newest, per delivery, in steps of half a minute. Null where too
 * few are believable. One stay more or less, however odd, moves it no further than the stay next to the middle.
 */
export function learnServiceTime(stays: readonly DoorStay[]): LearnedService | null {
  const believable = [...stays]
    .map(({ seconds, visits, endedAtMs }) => ({ each: seconds / Math.max(1, visits), endedAtMs }))
    .filter(({ each }) => each >= SHORTEST_SECONDS && each <= LONGEST_SECONDS)
    .sort((a, b) => b.endedAtMs - a.endedAtMs || a.each - b.each)
    .slice(0, MOST_STAYS)
    .map(({ each }) => each)
    .sort((a, b) => a - b);
  if (believable.length < LEAST_STAYS) return null;
  const middle = believable.length / 2;
  const median = (believable[Math.ceil(middle) - 1]! + believable[Math.floor(middle)]!) / 2;
  const serviceSeconds = Math.max(STEP_SECONDS, Math.round(median / STEP_SECONDS) * STEP_SECONDS);
  return { serviceSeconds, stays: believable.length };
}
