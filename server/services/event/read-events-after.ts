import "server-only";
import { z } from "zod";
import { lastEventSeq, listEventsAfter } from "@/db/queries/event/list-events";
import { query } from "../kernel/query";

/** What a live board missed: the events after a number, oldest first, and the number to ask from next. */
export const readEventsAfter = query({
  permission: "plan.read",
  input: z.object({ afterSeq: z.int().min(0).nullable(), limit: z.int().min(1).max(1000).default(500) }),
  run: async ({ tx, actor }, { afterSeq, limit }) => {
    if (afterSeq === null) return { events: [], lastSeq: await lastEventSeq(tx, actor.organizationId) };
    const events = await listEventsAfter(tx, actor.organizationId, afterSeq, limit);
    return { events, lastSeq: events.at(-1)?.seq ?? afterSeq };
  },
});
