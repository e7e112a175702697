/** Beside the pointer during a drag. */
export const boardDrag = {
  staysHere: "Stays where it is",
  altHeldBest: "Alt held: best position",
  altHeldExact: "Alt held: exact position",
  altBest: "Alt: best position",
  altExact: "Alt: exact position",
  dropOnRoute: "Drop on a route",
  unassigned: "Unassigned",
  route: "Route",
  atEnd: "Route {route}, at the end",
  best: "Route {route}, best position",
  first: "Route {route}, first stop",
  after: "Route {route}, after stop {stop}",
} as const;
