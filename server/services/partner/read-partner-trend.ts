import "server-only";
import { z } from "zod";
import { findPartner, selectPartnerPage } from "@/db/queries/partner/partners";
import { selectPartnerTrend } from "@/db/queries/partner/performance";
import { findHomeProject } from "@/db/queries/project/find-project";
import { TREND_UNITS, trendBuckets } from "@/server/domain/partner/trend-buckets";
import { addLocalDays, localDateSchema } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";

const AT_WORK = ["active", "disabled"] as const;
const MOST_PARTNERS = 500;
const MOST_BUCKETS = 400;
const DEFAULT_DAYS = 30;

/**
 * How well partners deliver, by days, weeks (from Monday) or months of the first project's clock; both ends included,
 * absent: the last thirty days. Without a partner: all that are neither archived nor drafts.
 */
export const readPartnerTrend = query({
  permission: "fleet.read",
  input: z.object({
    partnerId: z.uuid().optional(),
    fromDate: localDateSchema.optional(),
    toDate: localDateSchema.optional(),
    unit: z.enum(TREND_UNITS),
  }),
  run: async ({ tx, actor: { organizationId }, now }, { partnerId, unit, ...asked }) => {
    const timeZone = (await findHomeProject(tx, organizationId))?.timeZone ?? "UTC";
    const toDate = asked.toDate ?? localDateAt(now, timeZone);
    const fromDate = asked.fromDate ?? addLocalDays(toDate, 1 - DEFAULT_DAYS);
    const buckets = fromDate <= toDate ? trendBuckets(fromDate, toDate, unit, MOST_BUCKETS) : null;
    if (!buckets) {
      const issues = [{ path: "fromDate", message: "must not be after toDate, nor much before it" }];
      throw new ServiceError("invalid", "This is no period that can be shown.", { reason: "input", issues });
    }
    const chosen = partnerId
      ? [await findPartner(tx, organizationId, partnerId)].flatMap((partner) => partner ?? [])
      : await selectPartnerPage(tx, organizationId, AT_WORK, undefined, MOST_PARTNERS);
    const partners = chosen.map(({ id, name, type, status, sla }) => ({ id, name, type, status, sla }));
    const ids = partners.map(({ id }) => id);
    const period = { fromDate, toDate, unit };
    const rows = await selectPartnerTrend(tx, organizationId, ids, period, { timeZone, now });
    return { fromDate, toDate, unit, buckets, partners, rows };
  },
});
