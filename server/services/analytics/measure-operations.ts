import "server-only";
import { z } from "zod";
import { measureExpectations } from "@/db/queries/analytics/measure-arrivals";
import { measureDeliveries, measureEvidence } from "@/db/queries/analytics/measure-deliveries";
import { measureRoutes } from "@/db/queries/analytics/measure-routes";
import { findHomeProject } from "@/db/queries/project/find-project";
import { deliveryFigures } from "@/server/domain/analytics/figures";
import { firstDayOf, isPeriod, LONGEST_PERIOD_DAYS, PERIODS } from "@/server/domain/analytics/period";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";
import { totalOf } from "./total-of";

/** Evidence that came by then was in time. */
export const POD_IN_TIME_SECONDS = 900;

/**
 * How an organization's days went: deliveries, attempts, routes, expectations, evidence. Counted by the plans' own dates,
 * up to today in the first project's zone. Refuses a span that ends before it begins, or is longer than a year.
 */
export const measureOperations = query({
  permission: "plan.read",
  input: z.object({
    period: z.enum(PERIODS).default("month"),
    /** Replace the period's ends, both included. */
    fromDate: localDateSchema.optional(),
    toDate: localDateSchema.optional(),
    partnerId: z.uuid().optional(),
    driverId: z.uuid().optional(),
  }),
  run: async ({ tx, actor: { organizationId }, now }, { period, partnerId, driverId, ...named }) => {
    const home = await findHomeProject(tx, organizationId);
    const toDate = named.toDate ?? localDateAt(now, home?.timeZone ?? "UTC");
    const fromDate = named.fromDate ?? firstDayOf(period, toDate);
    if (!isPeriod(fromDate, toDate)) {
      throw new ServiceError("invalid", `from must be before to, by ${LONGEST_PERIOD_DAYS} days at most.`, {
        reason: "invalid",
      });
    }
    const measured = { fromDate, toDate, partnerId, driverId };
    const deliveries = totalOf(await measureDeliveries(tx, organizationId, measured));
    return {
      fromDate,
      toDate,
      deliveries: { ...deliveries, ...deliveryFigures(deliveries) },
      routes: totalOf(await measureRoutes(tx, organizationId, measured)),
      expectations: await measureExpectations(tx, organizationId, measured),
      evidence: await measureEvidence(tx, organizationId, measured, POD_IN_TIME_SECONDS),
    };
  },
});
