import type { Formats } from "@/components/lib/words/formats";
import type { Words } from "@/components/lib/words/words";
import type { PlanFigures, RouteDiff } from "@/server/domain/plan/diff-plan";
import type { ScheduleVehicle } from "@/server/domain/plan/route-schedule";
import { loadShare } from "../route-list/route-load";

const COLUMNS = ["stops", "distance", "time", "late", "overtime", "load", "cost"] as const;
export type DiffColumn = (typeof COLUMNS)[number] | "emissions";

/** The columns of a comparison; emissions only where those of some vehicle are known. */
export function diffColumns(hasEmissions: boolean): readonly DiffColumn[] {
  return hasEmissions ? [...COLUMNS, "emissions"] : COLUMNS;
}

/** One figure before and after, in words. */
export interface Change {
  readonly column: DiffColumn;
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
  readonly hasEmissions: boolean;
  /** Absent: loads of several vans have no sum. */
  readonly load?: LoadChange;
}

const NO_LOAD: LoadChange = { from: "", to: "", isBad: false };

/** One cell per column. What follows from distances and times carries "~" while those are estimates. */
export function figureChanges(format: Formats, before: Figures, after: Figures, options: ChangeOptions): Change[] {
  const { currency, isApproximate, hasEmissions, load = NO_LOAD } = options;
  const guess = (from: string, to: string) => (isApproximate && from !== to ? `~${to}` : to);
  const timed = (from: string, to: string) => ({ from, to: guess(from, to) });
  const worse = (pick: (figures: Figures) => number) => pick(after) > pick(before);
  const emissions = timed(format.weight(before.emissionsGrams), format.weight(after.emissionsGrams));
  return [
    { column: "stops", from: format.count(before.stops), to: format.count(after.stops), isBad: false },
    {
      column: "distance",
      ...timed(format.distance(before.distanceMeters), format.distance(after.distanceMeters)),
      isBad: false,
    },
    {
      column: "time",
      ...timed(format.duration(before.durationSeconds), format.duration(after.durationSeconds)),
      isBad: false,
    },
    {
      column: "late",
      ...timed(format.count(before.lateStops), format.count(after.lateStops)),
      isBad: worse((each) => each.lateStops),
    },
    {
      column: "overtime",
      ...timed(format.duration(before.overtimeSeconds), format.duration(after.overtimeSeconds)),
      isBad: worse((each) => each.overtimeSeconds),
    },
    { column: "load", ...load },
    {
      column: "cost",
      ...timed(format.money(before.costCents, currency), format.money(after.costCents, currency)),
      isBad: false,
    },
    ...(hasEmissions ? [{ column: "emissions" as const, ...emissions, isBad: false }] : []),
  ];
}

/** How full the van is at its fullest, before and after. */
export function loadChange(t: Words<"boardDiff">, route: RouteDiff, rules: ScheduleVehicle | undefined): LoadChange {
  const share = ({ maxLoad }: RouteDiff["before"]) => (rules ? loadShare({ rules, schedule: { maxLoad } }) : null);
  const words = (value: number | null) =>
    value === null ? "–" : Number.isFinite(value) ? t.format.share(value) : t("overCapacity");
  const [before, after] = [share(route.before), share(route.after)];
  return { from: words(before), to: words(after), isBad: (after ?? 0) > 1 && (after ?? 0) > (before ?? 0) };
}
