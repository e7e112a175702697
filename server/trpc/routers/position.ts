import "server-only";
import { readTrail } from "@/server/services/position/read-trail";
import { replayPlan } from "@/server/services/position/replay-plan";
import { queryProcedure, router } from "../init";

export const positionRouter = router({
  trail: queryProcedure(readTrail),
  replay: queryProcedure(replayPlan),
});
