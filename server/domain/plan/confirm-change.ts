import type { PlanBoard } from "./plan-board";
import { sentRoutes } from "./preview-change";

/** A route as somebody saw it in a preview. */
export interface SeenRoute {
  readonly routeId: string;
  readonly version: number;
}

export type ConfirmationRefusal =
  /** A route of the preview is another one by now: its figures are no longer true. */
  | { readonly reason: "changed-since-preview"; readonly routeNumbers: readonly number[] }
  /** Drivers hold these routes and would be told: that is seen before it is done. */
  | { readonly reason: "needs-confirmation"; readonly routeNumbers: readonly number[] };

/**
 * Why a change may not be saved as it was asked for, if it may not: whatever changes a route that a driver holds must
 * have been looked at, in its present version.
 */
export function confirmationRefusal(
  board: Pick<PlanBoard, "routes">,
  changed: readonly { readonly routeId: string }[],
  confirmed: readonly SeenRoute[],
): ConfirmationRefusal | undefined {
  const seen = new Map(confirmed.map((each) => [each.routeId, each.version]));
  const ids = new Set(changed.map((each) => each.routeId));
  const stale = board.routes.filter((r) => ids.has(r.id) && seen.has(r.id) && seen.get(r.id) !== r.version);
  if (stale.length > 0) {
    return { reason: "changed-since-preview", routeNumbers: stale.map((route) => route.number) };
  }
  const unseen = sentRoutes(board, changed).filter((route) => !seen.has(route.id));
  return unseen.length > 0
    ? { reason: "needs-confirmation", routeNumbers: unseen.map((route) => route.number) }
    : undefined;
}
