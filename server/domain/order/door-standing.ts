/** Where one door of a delivery stands, as those outside ask: of a pair each door for itself. */
export const DOOR_STANDINGS = [
  "waiting",
  /** Its driver would not take it; it waits to be planned again. */
  "declined",
  "planned",
  "underway",
  "at-door",
  "done",
  "failed",
  "cancelled",
] as const;
export type DoorStanding = (typeof DOOR_STANDINGS)[number];
