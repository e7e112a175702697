/** For how many days a secret that was replaced may still open what it did: time to put the new one everywhere. */
export const MOST_OVERLAP_DAYS = 7;
