import "server-only";
import { findException } from "@/db/queries/exception/exception-pages";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** One exception, whole. */
export const readException = query({
  permission: "plan.read",
  input: exceptionIdSchema,
  run: async ({ tx, actor }, { exceptionId }) =>
    found(await findException(tx, actor.organizationId, exceptionId), "exception"),
});
