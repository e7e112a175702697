/** Asking the optimizer, and what it may touch. */
export const boardOptimize = {
  title: "Optimise the day",
  about: "You see what would change before anything does.",
  start: "Optimise",
  scope: "What to optimise",
  "scope.day": "All unlocked ({stops, number})",
  "scope.selection": "Selection ({stops, number})",
  "scope.route": "Route {route} ({stops, number})",
  "reach.day":
    "{stops, plural, one {# stop} other {# stops}} on {routes, plural, one {# route} other {# routes}}. {kept, plural, =0 {} one {# locked or sent route stays as it is. } other {# locked or sent routes stay as they are. }}Locked stops keep their driver or place.",
  "reach.selection":
    "{stops, plural, one {# selected stop} other {# selected stops}} among {routes, plural, one {# route} other {# routes}}; the other stops stay on their routes. {kept, plural, =0 {} one {# route stays as it is.} other {# routes stay as they are.}}",
  "reach.route":
    "{stops, plural, one {# stop} other {# stops}} of one route in a new order. {kept, plural, =0 {} one {# route stays as it is.} other {# routes stay as they are.}}{routes, plural, other {}}",
  sentRoute: "This route has been sent. Its driver is told when you commit.",
  blocked: "{count, plural, one {# stop} other {# stops}} without a position or for another day cannot be planned.",
  allLocked: "Every route is locked or already sent.",
} as const;
