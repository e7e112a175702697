import "server-only";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { streamEvents } from "@/server/realtime/event-stream";
import { listTimeline } from "@/server/services/event/list-timeline";
import { procedure, queryProcedure, router } from "../init";

export const eventRouter = router({
  timeline: queryProcedure(listTimeline),
  /** The log as it grows; resumes after `lastEventId`. */
  stream: procedure
    .input(z.object({ lastEventId: z.string().regex(/^\d+$/).nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const afterSeq = input?.lastEventId ? Number(input.lastEventId) : null;
      for await (const batch of streamEvents(ctx.services, ctx.bus, afterSeq, signal!)) {
        yield tracked(String(batch.lastSeq), batch.events);
      }
    }),
});
