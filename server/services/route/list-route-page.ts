import "server-only";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/db/queries/keyset-cursor";
import { selectRoutePage } from "@/db/queries/route/route-pages";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";

/** Routes of all plans by when they were made or last changed, newest first, a page at a time: their ids. */
export const listRoutePage = query({
  permission: "plan.read",
  input: z.object({
    wanted: z.object({
      by: z.enum(["created", "updated"]),
      from: z.date().optional(),
      /** Inclusive. */
      to: z.date().optional(),
      /** Also those of days that are closed. */
      withClosed: z.boolean(),
    }),
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(500),
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const rows = await selectRoutePage(tx, actor.organizationId, wanted, keyOf(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? encodeCursor({ value: last.at, key: last.id }) : null;
    return { routeIds: shown.map(({ id }) => id), nextCursor };
  },
});

/** As a page gives it out: what the database could not read is no moment of a route's. */
const momentSchema = z.iso.datetime({ precision: 6 }).refine((text) => Date.parse(text) >= 0);

function keyOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const { value, key } = decodeCursor(cursor) ?? {};
  if (momentSchema.safeParse(value).success && z.uuid().safeParse(key).success) return { at: value!, id: key! };
  throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
}
