import "server-only";
import { listTimeline } from "@/server/services/event/list-timeline";
import { queryProcedure, router } from "../init";

export const eventRouter = router({
  timeline: queryProcedure(listTimeline),
});
