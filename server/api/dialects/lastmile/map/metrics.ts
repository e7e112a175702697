import { CLOSE_SECONDS, COMPARED_LEAD_MINUTES, ratio } from "@/server/domain/analytics/figures";
import { percentOf } from "@/server/domain/analytics/period";
import { type measureOperations, POD_IN_TIME_SECONDS } from "@/server/services/analytics/measure-operations";
import type { MetricsAnswer } from "../wire/metrics";

/** What was measured as this API says it: averages of nothing are null. */
export function fromMeasures(measured: Awaited<ReturnType<typeof measureOperations>>): MetricsAnswer {
  const { fromDate, toDate, deliveries: tried, routes, expectations, evidence } = measured;
  return {
    period: { from: fromDate, to: toDate },
    on_time_delivery_pct: percentOf(tried.onTime, tried.delivered),
    avg_time_to_deliver: rounded(tried.averageDeliverSeconds, 1),
    attempts_per_delivery: rounded(tried.attemptsPerDelivery, 100),
    failed_deliveries: tried.failed,
    driver_idle_time: rounded(ratio(routes.idleSeconds, routes.routes), 1),
    route_efficiency: rounded(ratio(routes.plannedMeters * 3.6, routes.drivenSeconds), 100),
    eta_accuracy: {
      lead_minutes: COMPARED_LEAD_MINUTES,
      mean_error_seconds: rounded(expectations.meanErrorSeconds, 1),
      within_tolerance_pct: percentOf(expectations.close, expectations.stops),
      tolerance_seconds: CLOSE_SECONDS,
      stops: expectations.stops,
    },
    pod_timeliness: {
      median_seconds: rounded(evidence.medianSeconds, 1),
      in_time_pct: percentOf(evidence.inTime, evidence.withPicture),
      in_time_seconds: POD_IN_TIME_SECONDS,
      with_pod_pct: percentOf(evidence.withPicture, tried.delivered),
    },
    deliveries: tried.deliveries,
    delivered: tried.delivered,
    attempts: tried.attempts,
    routes: routes.routes,
    distance_m: Math.round(routes.plannedMeters),
    time_s: Math.round(routes.drivenSeconds),
  };
}

const rounded = (value: number | null, per: number) => (value === null ? null : Math.round(value * per) / per);
