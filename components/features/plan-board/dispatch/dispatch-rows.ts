import { type BoardRoute, isOpenToChange } from "@/server/domain/plan/plan-board";
import type { DispatchChannel } from "../plan-gateway";
import { loadShare } from "../route-list/route-load";

export interface DispatchRow {
  readonly route: BoardRoute;
  /** How the driver can be reached. */
  readonly channels: readonly DispatchChannel[];
  /** Worth a look before it goes out. */
  readonly warnings: readonly string[];
  /** Why it cannot go out. */
  readonly obstacle: string | null;
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

function warningsOf(route: BoardRoute): string[] {
  const { lateStops, overtimeSeconds, stops } = route.schedule;
  const warnings: string[] = [];
  if (lateStops > 0) warnings.push(`${lateStops} late`);
  if (overtimeSeconds > 0) warnings.push("overtime");
  if ((loadShare(route) ?? 0) > 1) warnings.push("overloaded");
  if (stops.some(({ breaks }) => breaks.some(({ rule }) => rule === "skill" || rule === "feature")))
    warnings.push("van or driver lacks a need");
  return warnings;
}

function obstacleOf(route: BoardRoute, channels: readonly DispatchChannel[]): string | null {
  if (route.status !== "planned") return isOpenToChange(route.status) ? "already sent" : "already under way";
  return channels.length === 0 ? "no e-mail or phone" : null;
}
