/** What this board's own person has in hand. */
export interface OwnLease {
  readonly activity: "dragging" | "previewing";
  readonly routeIds: readonly string[];
}
