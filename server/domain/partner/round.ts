/** How a round of offers ends: a partner has it, nobody was left to ask, or it was stopped by us. */
export type RoundEnd = "taken" | "nobody" | "stopped";

/** How often a run of a round says that it lives. */
export const BEAT_MS = 1500;
/** Who has not said so for so long is dead: somebody else goes on. */
export const SILENCE_MS = 6000;
/** A round that every run of it breaks off is given up after so many. */
export const MOST_RUNS = 5;
