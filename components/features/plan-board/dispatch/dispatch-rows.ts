import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { loadShare } from "../route-list/route-load";
import type { DispatchChannel } from "./dispatch-receipt";

/** Worth a look before a route goes out. */
export type DispatchWarning = "late" | "overtime" | "overloaded" | "need";
/** Why a route cannot go out. */
export type DispatchObstacle = "sent" | "under-way" | "no-contact";

export interface DispatchRow {
  readonly route: BoardRoute;
  /** How the driver can be reached. */
  readonly channels: readonly DispatchChannel[];
  readonly warnings: readonly DispatchWarning[];
  readonly obstacle: DispatchObstacle | null;
}

/** The day's routes as they could be sent. */
export function dispatchRows(routes: readonly BoardRoute[]): DispatchRow[] {
  return routes
    .filter((route) => route.stops.length > 0)
    .map((route) => {
      const channels: DispatchChannel[] = [];
      if (route.driver.email) channels.push("email");
      if (route.driver.phone) channels.push("sms");
      return { route, channels, warnings: warningsOf(route), obstacle: obstacleOf(route, channels) };
    });
}

function warningsOf(route: BoardRoute): DispatchWarning[] {
  const { lateStops, overtimeSeconds, stops } = route.schedule;
  const warnings: DispatchWarning[] = [];
  if (lateStops > 0) warnings.push("late");
  if (overtimeSeconds > 0) warnings.push("overtime");
  if ((loadShare(route) ?? 0) > 1) warnings.push("overloaded");
  if (stops.some(({ breaks }) => breaks.some(({ rule }) => rule === "skill" || rule === "feature")))
    warnings.push("need");
  return warnings;
}

function obstacleOf(route: BoardRoute, channels: readonly DispatchChannel[]): DispatchObstacle | null {
  if (route.status !== "planned") return route.status === "dispatched" ? "sent" : "under-way";
  return channels.length === 0 ? "no-contact" : null;
}
