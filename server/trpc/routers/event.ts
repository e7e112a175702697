import "server-only";
import { tracked } from "@trpc/server";
import { streamEvents } from "@/server/realtime/event-stream";
import { keepVisibleEvents } from "@/server/services/event/keep-visible-events";
import { listAudit } from "@/server/services/event/list-audit";
import { listTimeline } from "@/server/services/event/list-timeline";
import { verifyLog } from "@/server/services/event/verify-log";
import { lastEventIdSchema, permitted, queryProcedure, router } from "../init";
import { whileAllowed } from "../while-allowed";

export const eventRouter = router({
  timeline: queryProcedure(listTimeline),
  audit: queryProcedure(listAudit),
  /** Reads the whole log: seconds for a million entries. */
  verify: permitted("audit.read").query(({ ctx }) => verifyLog(ctx.services)),
  /** The log as it grows; resumes after `lastEventId`. "resync" in place of events: too much was missed, read all anew. */
  stream: permitted("plan.read")
    .input(lastEventIdSchema.optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const { organizationId } = ctx.services.actor;
      const afterSeq = input?.lastEventId ? Number(input.lastEventId) : null;
      const batches = whileAllowed(ctx, "plan.read", signal!, (until) =>
        streamEvents(ctx.live.events, organizationId, afterSeq, until),
      );
      for await (const { events, lastSeq, isResync } of batches) {
        const news = isResync ? ("resync" as const) : await keepVisibleEvents(ctx.services, events);
        yield tracked(String(lastSeq), news);
      }
    }),
});
