import "server-only";
import { listExceptionRows } from "@/db/queries/exception/exceptions";
import { listExceptionsSchema } from "@/server/domain/exception/exception-schema";
import { query } from "../kernel/query";

/** What stands, soonest due first; or the last 500 that were closed. */
export const listExceptions = query({
  permission: "plan.read",
  input: listExceptionsSchema,
  run: async ({ tx, actor }, { isClosed, planId }) =>
    listExceptionRows(tx, actor.organizationId, { isClosed, ...(planId && { planId }) }),
});
