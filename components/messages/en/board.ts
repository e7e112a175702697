/** The board's frame, and what stands in its place. */
export const board = {
  loading: "Loading the plan",
  failed: "The plan could not be opened",
  copyError: "Copy error number",
  noOrders: "No orders for this day",
  noOrdersAbout: "Import a file, add an order by hand, or choose another day above.",
  importOrders: "Import orders",
  chooseDrivers: "Choose drivers",
  nobodyDrives: "Nobody drives on this day yet",
  nobodyDrivesAbout:
    "{count, plural, one {# stop is} other {# stops are}} waiting. Choose who drives, in which vehicle and from which depot; each gets a route.",
  noProject: "There is no project yet",
  noProjectAbout: "A project holds the orders, drivers and vehicles of one city or customer, and its time zone.",
  createProject: "Create a project",
  noPlan: "Nothing is planned for this day",
  noPlanAbout: "A dispatcher opens the day when its orders are in.",
  stale:
    "No live connection. What others change is not shown until it is back. A change of yours that cannot be saved is taken back, with a way to try it again.",
  announcements: "Board announcements",
  resizeList: "Resize the list",
  resizeProposal: "Resize the proposal",
  resizeInspector: "Resize the inspector",
  resizeTimeline: "Resize the timeline",
  routes: "Routes",
  overLock: "Move over the lock?",
  overLockAbout: "{why} The lock itself stays.",
  moveAnyway: "Move anyway",
} as const;
