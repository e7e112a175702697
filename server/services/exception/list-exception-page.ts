import "server-only";
import { z } from "zod";
import { selectExceptionPage } from "@/db/queries/exception/exception-pages";
import { decodeCursor, encodeCursor } from "@/db/queries/keyset-cursor";
import { EXCEPTION_STATUSES, EXCEPTION_TYPES, SEVERITIES } from "@/server/domain/exception/exception-type";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";

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
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(500).default(50),
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor)?.key;
    if (cursor !== undefined && !z.uuid().safeParse(after).success) {
      throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
    }
    const rows = await selectExceptionPage(tx, actor.organizationId, wanted, after, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      exceptions: shown,
      nextCursor: rows.length > limit && last ? encodeCursor({ value: null, key: last.id }) : null,
    };
  },
});
