import type { Formats } from "@/components/lib/words/formats";
import type { RouteFigures } from "@/server/domain/plan/diff-plan";
import type { DraftFigures } from "@/server/domain/plan/optimization-run";
import { signedCount, signedDistance, signedDuration, signedMoney, signedWeight } from "../describe-delta";

/** One figure of a whole day, by which plans are compared. Less is better in every one. */
export interface ComparedFigure {
  readonly key: "unassigned" | "vans" | "distance" | "hours" | "longest" | "spread" | "late" | "cost" | "emissions";
  /** Null: not known. */
  readonly value: (figures: DraftFigures) => number | null;
  readonly show: (format: Formats, value: number, currency: string) => string;
  readonly showChange: (format: Formats, change: number, currency: string) => string;
}

const asCount = {
  show: (format: Formats, value: number) => format.count(value),
  showChange: (_format: Formats, change: number) => signedCount(change),
};
const asDuration = {
  show: (format: Formats, value: number) => format.duration(value),
  showChange: signedDuration,
};

export const COMPARED_FIGURES: readonly ComparedFigure[] = [
  {
    key: "cost",
    value: (each) => each.costCents,
    show: (format, value, currency) => format.money(value, currency),
    showChange: signedMoney,
  },
  { key: "hours", value: (each) => each.durationSeconds, ...asDuration },
  {
    key: "distance",
    value: (each) => each.distanceMeters,
    show: (format, value) => format.distance(value),
    showChange: signedDistance,
  },
  {
    key: "emissions",
    // Plans found before emissions were told have no such figure.
    value: (each) => each.emissionsGrams ?? null,
    show: (format, value) => format.weight(value),
    showChange: signedWeight,
  },
  { key: "vans", value: (each) => each.routesUsed, ...asCount },
  { key: "unassigned", value: (each) => each.unassigned, ...asCount },
  { key: "late", value: (each) => each.lateStops, ...asCount },
  { key: "longest", value: (each) => each.longestRouteSeconds, ...asDuration },
  { key: "spread", value: (each) => each.longestRouteSeconds - each.shortestRouteSeconds, ...asDuration },
];

/** Less than this is no change in hours and minutes. */
const HALF_A_MINUTE = 30;

/** A route in a few words: "14 · 41.2 km · 6:10". */
export function routeInFigures(format: Formats, { stops, distanceMeters, durationSeconds }: RouteFigures): string {
  return [format.count(stops), format.distance(distanceMeters), format.duration(durationSeconds)].join(" · ");
}

/** What changes on a route: "+2 · −3.1 km · +20 min"; what stays alike is left out. */
export function routeChange(format: Formats, before: RouteFigures, after: RouteFigures): string {
  const stops = after.stops - before.stops;
  const meters = after.distanceMeters - before.distanceMeters;
  const seconds = after.durationSeconds - before.durationSeconds;
  return [
    stops === 0 ? "" : signedCount(stops),
    meters === 0 ? "" : signedDistance(format, meters),
    Math.abs(seconds) < HALF_A_MINUTE ? "" : signedDuration(format, seconds),
  ]
    .filter(Boolean)
    .join(" · ");
}
