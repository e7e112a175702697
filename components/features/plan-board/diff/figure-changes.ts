import { formatDistance, formatDuration, formatMoney, formatShare } from "@/components/lib/format";
import type { PlanFigures, RouteDiff } from "@/server/domain/plan/diff-plan";
import type { ScheduleVehicle } from "@/server/domain/plan/schedule-route";
import { loadShare } from "../route-list/route-load";

export const DIFF_COLUMNS = ["Stops", "Distance", "Time", "Late", "Overtime", "Load", "Cost"] as const;

/** One figure before and after, in words. */
export interface Change {
  readonly column: (typeof DIFF_COLUMNS)[number];
  readonly from: string;
  readonly to: string;
  /** Worse in a way that needs somebody: late, overtime, overloaded. */
  readonly isBad: boolean;
}

type Figures = Omit<PlanFigures, "routesUsed">;
type LoadChange = Pick<Change, "from" | "to" | "isBad">;

export interface ChangeOptions {
  readonly currency: string;
  readonly isApproximate: boolean;
  /** Absent: loads of several vans have no sum. */
  readonly load?: LoadChange;
}

const NO_LOAD: LoadChange = { from: "", to: "", isBad: false };

/** One cell per column. What follows from distances and times carries "~" while those are estimates. */
export function figureChanges(before: Figures, after: Figures, options: ChangeOptions): Change[] {
  const { currency, isApproximate, load = NO_LOAD } = options;
  const guess = (from: string, to: string) => (isApproximate && from !== to ? `~${to}` : to);
  const timed = (from: string, to: string) => ({ from, to: guess(from, to) });
  const worse = (pick: (figures: Figures) => number) => pick(after) > pick(before);
  return [
    { column: "Stops", from: String(before.stops), to: String(after.stops), isBad: false },
    {
      column: "Distance",
      ...timed(formatDistance(before.distanceMeters), formatDistance(after.distanceMeters)),
      isBad: false,
    },
    {
      column: "Time",
      ...timed(formatDuration(before.durationSeconds), formatDuration(after.durationSeconds)),
      isBad: false,
    },
    {
      column: "Late",
      ...timed(String(before.lateStops), String(after.lateStops)),
      isBad: worse((each) => each.lateStops),
    },
    {
      column: "Overtime",
      ...timed(formatDuration(before.overtimeSeconds), formatDuration(after.overtimeSeconds)),
      isBad: worse((each) => each.overtimeSeconds),
    },
    { column: "Load", ...load },
    {
      column: "Cost",
      ...timed(formatMoney(before.costCents, currency), formatMoney(after.costCents, currency)),
      isBad: false,
    },
  ];
}

/** How full the van is at its fullest, before and after. */
export function loadChange(route: RouteDiff, rules: ScheduleVehicle | undefined): LoadChange {
  const share = ({ maxLoad }: RouteDiff["before"]) => (rules ? loadShare({ rules, schedule: { maxLoad } }) : null);
  const words = (value: number | null) => (value === null ? "–" : Number.isFinite(value) ? formatShare(value) : "over");
  const [before, after] = [share(route.before), share(route.after)];
  return { from: words(before), to: words(after), isBad: (after ?? 0) > 1 && (after ?? 0) > (before ?? 0) };
}
