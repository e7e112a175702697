/** What edits of a plan did, as the undo menu and the history say it. */
export const edits = {
  unplanNamed: "Unplan {name}",
  unplanStops: "Unplan {stops, plural, one {# stop} other {# stops}}",
  planNamed: "Plan {name} on {to}",
  planStops: "Plan {stops, plural, one {# stop} other {# stops}} on {to}",
  reorderNamed: "Re-order {name} on {route}",
  reorderStops: "Re-order {stops, plural, one {# stop} other {# stops}} on {route}",
  moveNamed: "Move {name} {from}→{to}",
  moveStops: "Move {stops, plural, one {# stop} other {# stops}} {from}→{to}",
  gatherNamed: "Move {name} to {to}",
  gatherStops: "Move {stops, plural, one {# stop} other {# stops}} to {to}",
  lockStops: "Lock {stops, plural, one {# stop} other {# stops}}",
  unlockStops: "Unlock {stops, plural, one {# stop} other {# stops}}",
  lockRoutes: "Lock {routes, plural, one {# route} other {# routes}}",
  unlockRoutes: "Unlock {routes, plural, one {# route} other {# routes}}",
  freezeFront:
    "Freeze {frozenStops, plural, one {# stop} other {# stops}} of {routes, plural, one {# route} other {# routes}}",
  unfreezeFront: "Unfreeze {routes, plural, one {# route} other {# routes}}",
  optimize: "Optimize {routes, plural, one {# route} other {# routes}}",
  rollOver: "Roll over {orders, plural, one {# order} other {# orders}} to {date}",
  bringBack: "Bring back {orders, plural, one {# order} other {# orders}}",
} as const;
