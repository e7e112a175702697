import "server-only";
import { z } from "zod";
import { listTimeline as selectTimeline } from "@/db/queries/event/list-events";
import { query } from "../kernel/query";

/** The log as people read it, newest first, a page at a time. */
export const listTimeline = query({
  permission: "plan.read",
  input: z.object({
    entity: z.string().max(40).optional(),
    entityId: z.uuid().optional(),
    planId: z.uuid().optional(),
    beforeSeq: z.int().positive().optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  run: ({ tx, actor }, { beforeSeq, limit, ...filter }) =>
    selectTimeline(tx, actor.organizationId, filter, beforeSeq, limit),
});
