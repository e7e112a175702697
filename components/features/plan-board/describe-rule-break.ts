import { formatAmount, formatDistance, formatDuration } from "@/components/lib/format";
import type { BoardPlan } from "@/server/domain/plan/plan-board";
import type { RouteRuleBreak, StopRuleBreak } from "@/server/domain/plan/schedule-route";

export type LoadDimensions = BoardPlan["loadDimensions"];

/** A broken rule in a few words, with how far: "Late 12 min", "Weight +140 kg". */
export function describeRuleBreak(broken: StopRuleBreak | RouteRuleBreak, dimensions: LoadDimensions): string {
  switch (broken.rule) {
    case "late":
      return `Late ${formatMinutes(broken.seconds)}`;
    case "shift":
      return `Overtime ${formatMinutes(broken.seconds)}`;
    case "capacity":
      return `${dimensions[broken.dimension]?.name ?? "Load"} +${formatLoad(broken.over, broken.dimension, dimensions)}`;
    case "skill":
    case "feature":
      return `Needs ${broken.missing}`;
    case "pair":
      return broken.reason === "other-route" ? "Pickup on another route" : "Drop-off before pickup";
    case "max-visits":
      return `${broken.over} over max stops`;
    case "max-distance":
      return `${formatDistance(broken.meters)} over max distance`;
    case "max-drive-time":
      return `${formatMinutes(broken.seconds)} over max driving`;
  }
}

/** "12 min", from an hour on "1:05 h"; never "0 min" for something that is there. */
export function formatMinutes(seconds: number): string {
  if (seconds >= 3600) return `${formatDuration(seconds)} h`;
  return `${Math.max(1, Math.round(seconds / 60))} min`;
}

/** An amount of one load dimension in the unit people use. */
export function formatLoad(amount: number, dimension: number, dimensions: LoadDimensions): string {
  return formatAmount(amount, dimensions[dimension] ?? { unit: "", perUnit: 1 });
}
