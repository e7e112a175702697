/** Where a driver who signs in finds his run. */
export const driverDesk = {
  title: "Your routes",
  route: "Route {number, number}",
  stops: "{count, plural, one {# stop} other {# stops}}",
  starts: "starts {time}",
  open: "Open",
  notOpened: "The route could not be opened",
  none: "No route for you yet",
  noneAbout: "As soon as one is sent to you, it is here.",
  closed: "There is nothing here for you any more",
  closedAbout: "You are no longer among the drivers. If you think this is a mistake, ask whoever invited you.",
  "status.dispatched": "sent",
  "status.started": "under way",
  "status.finished": "finished",
} as const;
