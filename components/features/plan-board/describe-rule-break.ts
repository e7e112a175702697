import type { Words } from "@/components/lib/words/words";
import type { BoardPlan } from "@/server/domain/plan/plan-board";
import type { RouteRuleBreak, StopRuleBreak } from "@/server/domain/plan/rule-break";

type Formats = Words<"rules">["format"];
export type LoadDimensions = BoardPlan["loadDimensions"];

/** A broken rule in a few words, with how far: "Late 12 min", "Weight +140 kg". */
export function describeRuleBreak(
  t: Words<"rules">,
  broken: StopRuleBreak | RouteRuleBreak,
  dimensions: LoadDimensions,
): string {
  switch (broken.rule) {
    case "late":
      return t("late", { minutes: formatMinutes(t.format, broken.seconds) });
    case "shift":
      return t("overtime", { minutes: formatMinutes(t.format, broken.seconds) });
    case "capacity":
      return `${dimensions[broken.dimension]?.name ?? t("load")} +${formatLoad(t.format, broken.over, broken.dimension, dimensions)}`;
    case "skill":
    case "feature":
      return t("needs", { what: broken.missing });
    case "pair":
      return t(broken.reason === "other-route" ? "pairOtherRoute" : "pairOrder");
    case "max-visits":
      return t("overStops", { count: broken.over });
    case "max-distance":
      return t("overDistance", { distance: t.format.distance(broken.meters) });
    case "max-drive-time":
      return t("overDriving", { minutes: formatMinutes(t.format, broken.seconds) });
    case "break":
      return t("lateBreak", { minutes: formatMinutes(t.format, broken.seconds) });
  }
}

/** "12 min", from an hour on "1:05 h"; never "0 min" for something that is there. */
export function formatMinutes(format: Formats, seconds: number): string {
  if (seconds >= 3600) return `${format.duration(seconds)} h`;
  return `${format.count(Math.max(1, Math.round(seconds / 60)))} min`;
}

/** An amount of one load dimension in the unit people use. */
export function formatLoad(format: Formats, amount: number, dimension: number, dimensions: LoadDimensions): string {
  return format.amount(amount, dimensions[dimension] ?? { unit: "", perUnit: 1 });
}
