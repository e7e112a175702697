import "server-only";
import { z } from "zod";
import { listConnections } from "@/db/queries/partner/connections";
import { selectPartnerPage } from "@/db/queries/partner/partners";
import { type PartnerTrendRow, selectPartnerTrend } from "@/db/queries/partner/performance";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { findHomeProject } from "@/db/queries/project/find-project";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";

const MOST_PARTNERS = 500;
/** So many days, today included, say how punctual a partner is. */
const MEASURED_DAYS = 30;

/** Every partner as it stands today, and by what the organization chooses among them. */
export const listPartnerStandings = query({
  permission: "fleet.read",
  input: z.object({}),
  run: async ({ tx, actor: { organizationId }, now }) => {
    const timeZone = (await findHomeProject(tx, organizationId))?.timeZone ?? "UTC";
    const rows = await selectPartnerPage(tx, organizationId, undefined, undefined, MOST_PARTNERS);
    const connections = new Map((await listConnections(tx, organizationId)).map((row) => [row.partnerId, row]));
    const toDate = localDateAt(now, timeZone);
    const period = { fromDate: addLocalDays(toDate, 1 - MEASURED_DAYS), toDate, unit: "day" as const };
    const ids = rows.map(({ id }) => id);
    const trend = await selectPartnerTrend(tx, organizationId, ids, period, { timeZone, now });
    const partners = rows.map(({ id, name, type, status }) => {
      const own = trend.filter(({ partnerId }) => partnerId === id);
      const connection = connections.get(id);
      return {
        id,
        name,
        type,
        status,
        connection: connection ? { connector: connection.connector, test: connection.test } : null,
        today: own.find(({ bucket }) => bucket === toDate)?.deliveries ?? 0,
        promised: total(own, "promised"),
        onTime: total(own, "onTime"),
      };
    });
    const { partnerRouting } = await findDeliveryPolicy(tx, organizationId);
    return { partners, routing: partnerRouting };
  },
});

function total(rows: readonly PartnerTrendRow[], key: "promised" | "onTime"): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}
