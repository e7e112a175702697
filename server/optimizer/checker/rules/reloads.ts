import { isReloadPosition } from "../planned-route";
import type { RouteRule } from "../route-under-check";

/** The vehicle goes to reload between visits only, in order, and no more often than it may. */
export const reloads: RouteRule = function* ({ vehicle, route }) {
  for (const [i, position] of route.reloads.entries()) {
    if (!isReloadPosition(vehicle, route.visits.length, position)) {
      yield { code: "reload-place", cause: `cannot reload before position ${position}`, bound: false };
    } else if (i > 0 && position <= route.reloads[i - 1]!) {
      const cause = `reload before position ${position} comes after that before ${route.reloads[i - 1]}`;
      yield { code: "reload-place", cause, bound: false };
    }
  }
  const most = vehicle.reload?.maxCount ?? 0;
  if (vehicle.reload && route.reloads.length > most) {
    yield { code: "reload-count", cause: `${route.reloads.length} reloads, at most ${most}`, bound: false };
  }
};
