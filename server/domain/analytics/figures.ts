/**
 * What is measured of a period, each figure defined once. Rows of the database hold counts and sums; figures are worked
 * out of them here, so that a total is made of the same counts as its parts. A figure of nothing is null, never 0.
 *
 * A day is a plan's own date, in the plan's own time zone. An attempt is a visit of a delivery's last door (the drop-off;
 * of what is only fetched, the pickup) that ended, however it did.
 */

/** Counts of attempts. */
export interface DeliverySums {
  /** That were tried. */
  readonly deliveries: number;
  readonly attempts: number;
  /** Attempts that ended delivered, or delivered in part. */
  readonly delivered: number;
  /**
   * Of those, reached by the end of the last window of that day (done by then where the window says when service must
   * end). Where no window holds that day, the day itself was the promise.
   */
  readonly onTime: number;
  /** Deliveries whose last attempt of the period did not deliver. */
  readonly failed: number;
  /** Deliveries tried for the first time ever. */
  readonly firstAttempts: number;
  /** Of those, delivered at that. */
  readonly firstDelivered: number;
  /**
   * Delivered by attempts that ended no earlier than the order came in: what a device's wrong clock, or a day written down
   * afterwards, says was delivered before that took no time that could be known.
   */
  readonly timed: number;
  /** From the order's coming in to the end of the attempt, of the timed. */
  readonly deliverSeconds: number;
}

export interface DeliveryFigures {
  /** On time ÷ delivered. */
  readonly onTimeShare: number | null;
  /** Delivered at the first attempt ÷ first attempts. */
  readonly firstAttemptShare: number | null;
  readonly attemptsPerDelivery: number | null;
  /** From coming in to being delivered, of those whose times are in that order; never negative. */
  readonly averageDeliverSeconds: number | null;
}

export function deliveryFigures(sums: DeliverySums): DeliveryFigures {
  return {
    onTimeShare: ratio(sums.onTime, sums.delivered),
    firstAttemptShare: ratio(sums.firstDelivered, sums.firstAttempts),
    attemptsPerDelivery: ratio(sums.attempts, sums.deliveries),
    averageDeliverSeconds: ratio(sums.deliverSeconds, sums.timed),
  };
}

/**
 * Sums over routes driven to their end. Planned is what was last planned, changes of the day included; sent is the same as it
 * was when the route went to its driver. Of a zone all are shares, by how many of a route's stops lie in it.
 */
export interface RouteSums {
  readonly routes: number;
  /** On the route when it ended, or ended by its driver. */
  readonly plannedStops: number;
  /** Ended by its driver, whatever came of them. */
  readonly madeStops: number;
  readonly plannedMeters: number;
  /** From leaving the depot to being back, as planned. */
  readonly plannedSeconds: number;
  readonly sentStops: number;
  readonly sentMeters: number;
  readonly sentSeconds: number;
  /** From setting off to having come back. */
  readonly drivenSeconds: number;
  /** Routes whose device told where it was nearly all the way, and both distances of them alone. */
  readonly measuredRoutes: number;
  readonly measuredPlannedMeters: number;
  readonly drivenMeters: number;
  /**
   * Neither on the way, nor at a door, nor at a break: between checking in and setting off, and between leaving a door and
   * setting off for the next, where drivers say when they do.
   */
  readonly idleSeconds: number;
  /** Set off after (negative: before) the planned time, and came back after it. */
  readonly startDelaySeconds: number;
  readonly finishDelaySeconds: number;
}

export interface RouteFigures {
  /** Per route. */
  readonly idleSeconds: number | null;
  /** Planned ÷ driven distance, of measured routes: 1 is as planned, less is a way round. */
  readonly distanceEfficiency: number | null;
  /** Planned ÷ driven time. */
  readonly timeEfficiency: number | null;
  /** Made ÷ planned stops. */
  readonly stopShare: number | null;
  readonly startDelaySeconds: number | null;
  readonly finishDelaySeconds: number | null;
}

export function routeFigures(sums: RouteSums): RouteFigures {
  return {
    idleSeconds: ratio(sums.idleSeconds, sums.routes),
    distanceEfficiency: ratio(sums.measuredPlannedMeters, sums.drivenMeters),
    timeEfficiency: ratio(sums.plannedSeconds, sums.drivenSeconds),
    stopShare: ratio(sums.madeStops, sums.plannedStops),
    startDelaySeconds: ratio(sums.startDelaySeconds, sums.routes),
    finishDelaySeconds: ratio(sums.finishDelaySeconds, sums.routes),
  };
}

/**
 * CO₂ of routes driven to their end, by what their vehicles emitted a kilometre when they ended: what is said of a vehicle
 * later changes nothing of it. Of a route of which that was not kept nothing is known, which is not nought. Of a zone all but
 * deliveries are shares, as of routes.
 */
export interface EmissionSums {
  readonly routes: number;
  /** Whose vehicle's emissions are known; what follows is of them. */
  readonly knownRoutes: number;
  /** Over the distance as last planned, and as it was sent. */
  readonly plannedGrams: number;
  readonly sentGrams: number;
  /** Delivered, or delivered in part. */
  readonly delivered: number;
  /** Whose driven distance is known too, and the same of them alone. */
  readonly comparedRoutes: number;
  readonly comparedPlannedGrams: number;
  readonly drivenGrams: number;
  readonly comparedDelivered: number;
}

export interface EmissionFigures {
  readonly plannedGrams: number | null;
  readonly sentGrams: number | null;
  readonly plannedPerDeliveryGrams: number | null;
  readonly comparedPlannedGrams: number | null;
  readonly drivenGrams: number | null;
  readonly drivenPerDeliveryGrams: number | null;
  /** Planned ÷ driven: 1 is as planned, less is more CO₂ than that. */
  readonly emissionEfficiency: number | null;
}

export function emissionFigures(sums: EmissionSums): EmissionFigures {
  const known = (grams: number) => (sums.knownRoutes === 0 ? null : grams);
  const compared = (grams: number) => (sums.comparedRoutes === 0 ? null : grams);
  return {
    plannedGrams: known(sums.plannedGrams),
    sentGrams: known(sums.sentGrams),
    plannedPerDeliveryGrams: ratio(sums.plannedGrams, sums.delivered),
    comparedPlannedGrams: compared(sums.comparedPlannedGrams),
    drivenGrams: compared(sums.drivenGrams),
    drivenPerDeliveryGrams: ratio(sums.drivenGrams, sums.comparedDelivered),
    emissionEfficiency: ratio(sums.comparedPlannedGrams, sums.drivenGrams),
  };
}

/** How long before a stop was reached its expectation is looked at: kept with each stop in this order (`stop_run.expected_at`). */
export const REPORTED_LEAD_MINUTES = [15, 30, 60, 120] as const;
export type ReportedLeadMinutes = (typeof REPORTED_LEAD_MINUTES)[number];
/** The lead by which days, drivers, partners and zones are compared. */
export const COMPARED_LEAD_MINUTES = 60;
/** An expectation that was off by no more was a good one. */
export const CLOSE_SECONDS = 600;

/** Reached against expected so long before, of the stops of which something was expected then. */
export interface ArrivalErrors {
  readonly leadMinutes: number;
  readonly stops: number;
  /** Half the stops were reached within this of what was expected, early or late; nine of ten within the next. */
  readonly medianErrorSeconds: number | null;
  readonly p90ErrorSeconds: number | null;
  /** Median of reached − expected: positive where drivers come later than was said. */
  readonly biasSeconds: number | null;
  /** Within ten minutes. */
  readonly close: number;
}

export function closeShare({ close, stops }: Pick<ArrivalErrors, "close" | "stops">): number | null {
  return ratio(close, stops);
}

/** What went before the day: addresses, room, and drivers who know what they will drive. */
export interface ReadinessSums {
  /** Orders of the period's days. */
  readonly orders: number;
  /** Of those, the ones whose door geocoders were once unsure of, whatever was done about it since. */
  readonly geocodingFailures: number;
  /** Times an order had no room on a day and was rolled over to a later one, by the day that had none. */
  readonly rollOvers: number;
  /**
   * Routes that were sent, per driver; how many he has opened, by a link, signed in or in his app, and how long that took at
   * the median and at worst of ten.
   */
  readonly routesSent: number;
  readonly routesOpened: number;
  readonly medianOpenSeconds: number | null;
  readonly p90OpenSeconds: number | null;
}

export interface ReadinessFigures {
  /** Of the period's orders. */
  readonly geocodingFailureShare: number | null;
  /** Rolled over ÷ all that a day was to take: its orders, and those that left it, which are another day's now. */
  readonly rollOverShare: number | null;
  readonly openedShare: number | null;
}

export function readinessFigures(sums: ReadinessSums): ReadinessFigures {
  return {
    geocodingFailureShare: ratio(sums.geocodingFailures, sums.orders),
    rollOverShare: ratio(sums.rollOvers, sums.orders + sums.rollOvers),
    openedShare: ratio(sums.routesOpened, sums.routesSent),
  };
}

/** A part of a whole, or a sum per piece; null of nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
