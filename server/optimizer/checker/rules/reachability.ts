import { routeSteps } from "../route-steps";
import { isAllBound, type RouteRule } from "../route-under-check";

/** A travel time from here on is no travel time, like one below zero. */
export const NO_WAY_SECONDS = 1_000_000_000;

/** Every leg can be driven. */
export const reachability: RouteRule = function* (judged) {
  const { problem, route, bound } = judged;
  for (const step of routeSteps(problem, route)) {
    if (step.kind !== "drive") continue;
    if (step.seconds >= 0 && step.seconds < NO_WAY_SECONDS && step.meters >= 0) continue;
    const isBound = step.towards < bound.length || isAllBound(judged);
    yield { code: "unreachable", cause: `the leg to position ${step.towards} has no way`, bound: isBound };
  }
};
