import type { RouteRule } from "../route-under-check";

/** A locked route is what it was; frozen visits are at the front, in their order, on the first trip. */
export const locks: RouteRule = function* ({ vehicle, route, bound }) {
  const { frozenVisits, locked } = vehicle;
  const isKept = bound.every((visit, i) => route.visits[i] === visit);
  const is = `is ${route.visits.join(" ") || "empty"}`;
  if (locked && !(isKept && route.visits.length === bound.length)) {
    yield { code: "locked", cause: `must stay ${bound.join(" ") || "empty"}, ${is}`, bound: false };
  } else if (!isKept) {
    yield { code: "frozen", cause: `must begin ${bound.join(" ")}, ${is}`, bound: false };
  }
  const early = route.reloads.find((position) => position < frozenVisits.length);
  if (early !== undefined) {
    const cause = `reloads before position ${early}, the first ${frozenVisits.length} visits are one trip`;
    yield { code: "frozen", cause, bound: false };
  }
};
