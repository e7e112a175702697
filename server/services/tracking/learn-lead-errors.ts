import "server-only";
import { z } from "zod";
import { findLeadErrorsMeasuredAt, listArrivalErrors, replaceLeadErrors } from "@/db/queries/tracking/lead-errors";
import { LEAD_MINUTES } from "@/server/domain/execution/arrival-accuracy";
import { spreadByLead } from "@/server/domain/tracking/lead-errors";
import { changedQuietly, command, unchanged } from "../kernel/command";

/** Older days say little of how this organization drives now. */
const DAYS = 60;
const MOST_STOPS = 4000;
/** Routes come back by the dozen; once an hour is often enough. */
const FRESH_MILLISECONDS = 3_600_000;

/** Measures anew how far this organization's expectations were off, for the windows its customers are told. */
export const learnLeadErrors = command({
  permission: "plan.edit",
  input: z.object({}),
  run: async ({ tx, actor: { organizationId }, now }) => {
    const measuredAt = await findLeadErrorsMeasuredAt(tx, organizationId);
    if (measuredAt && now.getTime() - measuredAt.getTime() < FRESH_MILLISECONDS) return unchanged({ leads: 0 });
    const since = new Date(now.getTime() - DAYS * 86_400_000).toISOString().slice(0, 10);
    const measured = spreadByLead(await listArrivalErrors(tx, organizationId, LEAD_MINUTES, since, MOST_STOPS));
    await replaceLeadErrors(tx, organizationId, measured, now);
    return changedQuietly({ leads: measured.length });
  },
});
