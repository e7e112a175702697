import { parseAsString, parseAsStringLiteral } from "nuqs";
import { BREAKDOWNS, FIGURE_GROUPS, type FigureGroup } from "@/server/domain/analytics/breakdown";
import type { FigureId } from "@/server/domain/analytics/report-columns";
import type { OrderFigure } from "@/server/domain/analytics/report-request";
import { PERIODS } from "./report-period";

/** What of a report is in its address, so that it can be bookmarked and sent. */
export const REPORT_ADDRESS = {
  view: parseAsStringLiteral(FIGURE_GROUPS).withDefault("deliveries"),
  by: parseAsStringLiteral(BREAKDOWNS).withDefault("day"),
  period: parseAsStringLiteral(PERIODS).withDefault("28"),
  from: parseAsString,
  to: parseAsString,
  /** Absent: all projects. */
  of: parseAsString,
  /** The figure that is drawn. */
  show: parseAsString,
};

/** What a group is told by at a glance, the first of which is drawn. */
export const HEADLINES: Readonly<Record<FigureGroup, readonly FigureId[]>> = {
  deliveries: ["onTimeShare", "firstAttemptShare", "attemptsPerDelivery", "deliverSeconds", "delivered", "failed"],
  routes: ["distanceEfficiency", "timeEfficiency", "idleSeconds", "startDelaySeconds", "finishDelaySeconds", "routes"],
  emissions: [
    "plannedGrams",
    "plannedPerDeliveryGrams",
    "drivenGrams",
    "drivenPerDeliveryGrams",
    "emissionEfficiency",
    "knownRoutes",
  ],
  arrivals: ["closeShare", "medianErrorSeconds", "p90ErrorSeconds", "biasSeconds", "stops"],
  readiness: ["geocodingFailures", "rollOvers", "medianOpenSeconds", "p90OpenSeconds", "openedShare", "orders"],
};

/** The figures behind which there are single orders. */
export const BEHIND: Readonly<Partial<Record<FigureId, OrderFigure>>> = {
  onTimeShare: "late",
  failed: "failed",
  firstAttemptShare: "firstFailed",
  closeShare: "etaOff",
  geocodingFailures: "unlocated",
  rollOvers: "rolledOver",
};
