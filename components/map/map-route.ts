import type { RouteLook } from "@/server/domain/plan/route-look";

/** Shown at full strength, faded to the background, drawn over the others, or not at all. */
export type RouteState = "normal" | "dimmed" | "highlighted" | "hidden";

export interface MapRouteLook extends RouteLook {
  readonly id: string;
  /** What people call the route; drawn along its line. */
  readonly number: string;
  readonly state: RouteState;
  /** Initials of somebody else who has it in hand, beside its number. */
  readonly heldBy?: string;
}

export interface MapRoute extends MapRouteLook {
  /** `[lng, lat]` along the way; empty while the line is still on its way. */
  readonly coordinates: readonly (readonly [number, number])[];
}

/** How strong a dimmed route and its stops stay. */
export const DIMMED_OPACITY = 0.25;

export function idsIn(routes: readonly MapRouteLook[], state: RouteState): string[] {
  return routes.filter((route) => route.state === state).map(({ id }) => id);
}
