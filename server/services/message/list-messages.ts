import "server-only";
import { z } from "zod";
import { listOutbox } from "@/db/queries/message/outbox";
import { query } from "../kernel/query";

/** What was written to people and what became of it, newest first, a page at a time. */
export const listMessages = query({
  permission: "message.read",
  input: z.object({
    beforeId: z.uuid().optional(),
    routeId: z.uuid().optional(),
    status: z.enum(["queued", "sending", "sent", "kept", "failed", "unknown"]).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  run: async ({ tx, actor }, { limit, ...filter }) => {
    const rows = await listOutbox(tx, actor.organizationId, filter, limit);
    return rows.map(({ organizationId: _, ...message }) => message);
  },
});
