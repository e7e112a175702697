/** How a round of offers ends: a partner has it, nobody was left to ask, or it was stopped by us. */
export type RoundEnd = "taken" | "nobody" | "stopped";

/** How often a run of a round says that it lives. */
export const BEAT_MS = 1500;
/**
 * Who has not said so for so long is dead: somebody else goes on. Ten beats, as a process that is busy computing may not get to
 * one for seconds, and an offer of a run that lives would be taken back.
 */
export const SILENCE_MS = 15_000;
/** A round that every run of it breaks off is given up after so many. */
export const MOST_RUNS = 5;
