import "server-only";
import { listConcernedStops as selectConcernedStops } from "@/db/queries/exception/concerned-stops";
import { listExceptionRows } from "@/db/queries/exception/exceptions";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** The doors an exception is about, as they stand now: the late ones of a late route, else its own. None: a whole route's. */
export const listConcernedStops = query({
  permission: "plan.read",
  input: exceptionIdSchema,
  run: async ({ tx, actor }, { exceptionId }) => {
    const [listed] = await listExceptionRows(tx, actor.organizationId, { ids: [exceptionId] });
    const { details, visitId } = found(listed, "exception");
    const visitIds = details.visitIds ?? (visitId ? [visitId] : []);
    return selectConcernedStops(tx, actor.organizationId, visitIds);
  },
});
