import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { measureOperations } from "@/server/services/analytics/measure-operations";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { idOf } from "../ids";
import { fromMeasures } from "../map/metrics";
import { metricsQuerySchema, metricsSchema } from "../wire/metrics";

export const getMetrics = endpoint({
  method: "get",
  path: "/metrics",
  id: "getMetrics",
  tag: "Monitoring",
  summary: "How deliveries, routes, expectations and evidence went in a period",
  description: "Counted by the days of plans. Without anything to count, sums are 0 and averages null.",
  scope: "plans:read",
  query: metricsQuerySchema,
  answers: { 200: { description: "As measured.", schema: metricsSchema } },
  refusals: [400, 404],
  run: async ({ services, query: { period, from, to, partner_id, driver_id } }) => {
    const hasInstant = [from, to].some((end) => end?.includes("T"));
    const zone = hasInstant ? (await readHomeProject(services, {})).timeZone : "UTC";
    const dayOf = (end: string) => (end.includes("T") ? localDateAt(new Date(end), zone) : end);
    const measured = await measureOperations(services, {
      ...(period && { period }),
      ...(from !== undefined && { fromDate: dayOf(from) }),
      ...(to !== undefined && { toDate: dayOf(to) }),
      ...(partner_id !== undefined && { partnerId: idOf("partner", partner_id) }),
      ...(driver_id !== undefined && { driverId: idOf("driver", driver_id) }),
    });
    return { status: 200, body: fromMeasures(measured) };
  },
});
