import "server-only";
import { z } from "zod";
import { selectExceptionPage } from "@/db/queries/exception/exception-pages";
import { EXCEPTION_STATUSES, EXCEPTION_TYPES, SEVERITIES } from "@/server/domain/exception/exception-type";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";

/** Exceptions of all plans that meet everything asked, newest first, a page at a time. */
export const listExceptionPage = query({
  permission: "plan.read",
  input: z.object({
    wanted: z.object({
      statuses: z.array(z.enum(EXCEPTION_STATUSES)).min(1).optional(),
      types: z.array(z.enum(EXCEPTION_TYPES)).min(1).optional(),
      severity: z.enum(SEVERITIES).optional(),
      deliveryId: z.uuid().optional(),
    }),
    ...pageInput,
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const found = await selectExceptionPage(tx, actor.organizationId, wanted, keyOfPage(cursor), limit + 1);
    const { rows, nextCursor } = pageOf(found, limit, ({ id }) => id);
    return { exceptions: rows, nextCursor };
  },
});
