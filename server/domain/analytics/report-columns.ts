import type { Breakdown, FigureGroup } from "./breakdown";
import {
  type ArrivalErrors,
  closeShare,
  type DeliverySums,
  deliveryFigures,
  type EmissionSums,
  emissionFigures,
  type ReadinessSums,
  type RouteSums,
  readinessFigures,
  routeFigures,
} from "./figures";

/** What a figure is counted in: `share` 0…1, `ratio` a number to two places. */
export type FigureUnit = "count" | "share" | "ratio" | "seconds" | "meters" | "grams";

/** More or less of it, or what is nearer nought, of figures that may be below it. */
type BetterFigure = "more" | "less" | "nearer";

interface SumsOf {
  readonly deliveries: DeliverySums;
  readonly routes: RouteSums;
  readonly emissions: EmissionSums;
  readonly arrivals: ArrivalErrors;
  readonly readiness: ReadinessSums;
}

/** One figure of a group: a column of its table, and what a chart can be drawn of. */
interface Column<Sums> {
  readonly unit: FigureUnit;
  /** What of it is good news; absent: neither more nor less. */
  readonly better?: BetterFigure;
  /** The breakdowns that can say it; absent: all of the group's. */
  readonly by?: readonly Breakdown[];
  readonly of: (sums: Sums) => number | null;
}

const OF_ORDERS: readonly Breakdown[] = ["day", "partner", "zone"];
const OF_SENT: readonly Breakdown[] = ["day", "driver"];

/** Every figure there is, in the order of the tables. */
export const COLUMNS = {
  deliveries: {
    deliveries: { unit: "count", of: ({ deliveries }) => deliveries },
    attempts: { unit: "count", of: ({ attempts }) => attempts },
    delivered: { unit: "count", of: ({ delivered }) => delivered },
    failed: { unit: "count", better: "less", of: ({ failed }) => failed },
    onTimeShare: { unit: "share", better: "more", of: (sums) => deliveryFigures(sums).onTimeShare },
    firstAttemptShare: { unit: "share", better: "more", of: (sums) => deliveryFigures(sums).firstAttemptShare },
    attemptsPerDelivery: { unit: "ratio", better: "less", of: (sums) => deliveryFigures(sums).attemptsPerDelivery },
    deliverSeconds: { unit: "seconds", better: "less", of: (sums) => deliveryFigures(sums).averageDeliverSeconds },
  },
  routes: {
    routes: { unit: "count", of: ({ routes }) => routes },
    idleSeconds: { unit: "seconds", better: "less", of: (sums) => routeFigures(sums).idleSeconds },
    distanceEfficiency: { unit: "share", better: "more", of: (sums) => routeFigures(sums).distanceEfficiency },
    timeEfficiency: { unit: "share", better: "more", of: (sums) => routeFigures(sums).timeEfficiency },
    plannedStops: { unit: "count", of: ({ plannedStops }) => plannedStops },
    sentStops: { unit: "count", of: ({ sentStops }) => sentStops },
    madeStops: { unit: "count", of: ({ madeStops }) => madeStops },
    plannedMeters: { unit: "meters", of: ({ plannedMeters }) => plannedMeters },
    sentMeters: { unit: "meters", of: ({ sentMeters }) => sentMeters },
    measuredRoutes: { unit: "count", of: ({ measuredRoutes }) => measuredRoutes },
    measuredPlannedMeters: {
      unit: "meters",
      of: ({ measuredPlannedMeters, measuredRoutes }) => (measuredRoutes ? measuredPlannedMeters : null),
    },
    drivenMeters: { unit: "meters", of: ({ drivenMeters, measuredRoutes }) => (measuredRoutes ? drivenMeters : null) },
    plannedSeconds: { unit: "seconds", of: ({ plannedSeconds }) => plannedSeconds },
    sentSeconds: { unit: "seconds", of: ({ sentSeconds }) => sentSeconds },
    drivenSeconds: { unit: "seconds", of: ({ drivenSeconds }) => drivenSeconds },
    startDelaySeconds: { unit: "seconds", better: "nearer", of: (sums) => routeFigures(sums).startDelaySeconds },
    finishDelaySeconds: { unit: "seconds", better: "nearer", of: (sums) => routeFigures(sums).finishDelaySeconds },
  },
  emissions: {
    routes: { unit: "count", of: ({ routes }) => routes },
    knownRoutes: { unit: "count", of: ({ knownRoutes }) => knownRoutes },
    plannedGrams: { unit: "grams", of: (sums) => emissionFigures(sums).plannedGrams },
    sentGrams: { unit: "grams", of: (sums) => emissionFigures(sums).sentGrams },
    delivered: { unit: "count", of: ({ delivered, knownRoutes }) => (knownRoutes ? delivered : null) },
    plannedPerDeliveryGrams: {
      unit: "grams",
      better: "less",
      of: (sums) => emissionFigures(sums).plannedPerDeliveryGrams,
    },
    comparedRoutes: { unit: "count", of: ({ comparedRoutes }) => comparedRoutes },
    comparedPlannedGrams: { unit: "grams", of: (sums) => emissionFigures(sums).comparedPlannedGrams },
    drivenGrams: { unit: "grams", of: (sums) => emissionFigures(sums).drivenGrams },
    comparedDelivered: {
      unit: "count",
      of: ({ comparedDelivered, comparedRoutes }) => (comparedRoutes ? comparedDelivered : null),
    },
    drivenPerDeliveryGrams: {
      unit: "grams",
      better: "less",
      of: (sums) => emissionFigures(sums).drivenPerDeliveryGrams,
    },
    emissionEfficiency: { unit: "share", better: "more", of: (sums) => emissionFigures(sums).emissionEfficiency },
  },
  arrivals: {
    stops: { unit: "count", of: ({ stops }) => stops },
    medianErrorSeconds: { unit: "seconds", better: "less", of: ({ medianErrorSeconds }) => medianErrorSeconds },
    p90ErrorSeconds: { unit: "seconds", better: "less", of: ({ p90ErrorSeconds }) => p90ErrorSeconds },
    closeShare: { unit: "share", better: "more", of: closeShare },
    biasSeconds: { unit: "seconds", of: ({ biasSeconds }) => biasSeconds },
  },
  readiness: {
    orders: { unit: "count", by: OF_ORDERS, of: ({ orders }) => orders },
    geocodingFailures: {
      unit: "count",
      better: "less",
      by: OF_ORDERS,
      of: ({ geocodingFailures }) => geocodingFailures,
    },
    geocodingFailureShare: {
      unit: "share",
      better: "less",
      by: OF_ORDERS,
      of: (sums) => readinessFigures(sums).geocodingFailureShare,
    },
    rollOvers: { unit: "count", better: "less", by: OF_ORDERS, of: ({ rollOvers }) => rollOvers },
    rollOverShare: { unit: "share", better: "less", by: OF_ORDERS, of: (sums) => readinessFigures(sums).rollOverShare },
    routesSent: { unit: "count", by: OF_SENT, of: ({ routesSent }) => routesSent },
    openedShare: { unit: "share", better: "more", by: OF_SENT, of: (sums) => readinessFigures(sums).openedShare },
    medianOpenSeconds: {
      unit: "seconds",
      better: "less",
      by: OF_SENT,
      of: ({ medianOpenSeconds }) => medianOpenSeconds,
    },
    p90OpenSeconds: { unit: "seconds", better: "less", by: OF_SENT, of: ({ p90OpenSeconds }) => p90OpenSeconds },
  },
} as const satisfies { readonly [G in FigureGroup]: Readonly<Record<string, Column<SumsOf[G]>>> };

export type FigureId = { [G in FigureGroup]: keyof (typeof COLUMNS)[G] }[FigureGroup];
export interface FigureColumn {
  readonly id: FigureId;
  readonly unit: FigureUnit;
  readonly better: BetterFigure | null;
}

/** Figures by their names; null of nothing, absent where the breakdown cannot say them. */
export type FigureValues = Readonly<Partial<Record<FigureId, number | null>>>;

type AnyColumn = Column<never>;
const columnsOfGroup = (group: FigureGroup) =>
  Object.entries(COLUMNS[group] as Readonly<Record<string, AnyColumn>>) as [FigureId, AnyColumn][];

/** The columns of a group's table when it is broken down so; of the whole, all of them. */
export function columnsOf(group: FigureGroup, by: Breakdown | null): FigureColumn[] {
  return columnsOfGroup(group)
    .filter(([, { by: known }]) => by === null || !known || known.includes(by))
    .map(([id, { unit, better }]) => ({ id, unit, better: better ?? null }));
}

/** The figures of counted sums. */
export function valuesOf<G extends FigureGroup>(group: G, sums: SumsOf[G]): FigureValues {
  return Object.fromEntries(columnsOfGroup(group).map(([id, { of }]) => [id, of(sums as never)]));
}
