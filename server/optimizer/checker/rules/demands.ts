import type { RouteRule } from "../route-under-check";

/** The driver has every skill, the vehicle every feature, and the visit may ride on this one. */
export const demands: RouteRule = function* ({ problem, vehicle, route, bound }) {
  for (const [position, visit] of route.visits.entries()) {
    const wanted = problem.visits[visit]!;
    const subject = { visit, bound: position < bound.length };
    const skills = wanted.skills.filter((skill) => !vehicle.skills.includes(skill));
    if (skills.length > 0) yield { code: "skills", cause: `lacks ${skills.join(", ")}`, ...subject };
    const features = wanted.features.filter((feature) => !vehicle.features.includes(feature));
    if (features.length > 0) yield { code: "features", cause: `lacks ${features.join(", ")}`, ...subject };
    if (wanted.allowedVehicles && !wanted.allowedVehicles.includes(route.vehicle)) {
      yield { code: "allowed-vehicles", cause: `only on ${wanted.allowedVehicles.join(", ")}`, ...subject };
    }
  }
};
