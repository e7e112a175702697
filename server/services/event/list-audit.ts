import "server-only";
import { z } from "zod";
import { listAudit as selectAudit } from "@/db/queries/event/list-events";
import { auditFilterSchema } from "@/server/domain/event/audit-filter";
import { query } from "../kernel/query";

/** Who did what, newest first, a page at a time; `nextSeq` is null on the last. */
export const listAudit = query({
  permission: "audit.read",
  input: z.object({
    wanted: auditFilterSchema,
    beforeSeq: z.int().positive().optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  run: async ({ tx, actor }, { wanted, beforeSeq, limit }) => {
    const events = await selectAudit(tx, actor.organizationId, wanted, beforeSeq, limit + 1);
    const shown = events.slice(0, limit);
    return { events: shown, nextSeq: events.length > limit ? (shown.at(-1)?.seq ?? null) : null };
  },
});
