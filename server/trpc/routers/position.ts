import "server-only";
import { tracked } from "@trpc/server";
import { streamPositions } from "@/server/realtime/position-stream";
import { positionScopeSchema } from "@/server/services/position/read-last-positions";
import { readTrail } from "@/server/services/position/read-trail";
import { replayPlan } from "@/server/services/position/replay-plan";
import { lastEventIdSchema, permitted, queryProcedure, router } from "../init";
import { whileAllowed } from "../while-allowed";

export const positionRouter = router({
  trail: queryProcedure(readTrail),
  replay: queryProcedure(replayPlan),
  /** Where the drivers of a plan or project are: all of them, then those who have moved; resumes after `lastEventId`. */
  stream: permitted("plan.read")
    .input(positionScopeSchema.extend(lastEventIdSchema.shape))
    .subscription(async function* ({ ctx, input: { lastEventId, ...scope }, signal }) {
      const afterSeq = lastEventId ? Number(lastEventId) : null;
      const changes = whileAllowed(ctx, "plan.read", signal!, (until) =>
        streamPositions(ctx.live.positions, ctx.services, scope, afterSeq, until),
      );
      for await (const { positions, isAll, lastSeq } of changes) yield tracked(String(lastSeq), { positions, isAll });
    }),
});
