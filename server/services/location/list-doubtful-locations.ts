import "server-only";
import { z } from "zod";
import { countDoubtful, listDoubtfulAddresses } from "@/db/queries/location/list-doubtful";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";

/** The queue of addresses nobody is sure of, by street, with proposals and the deliveries that wait for an answer. */
export const listDoubtfulLocations = query({
  permission: "order.read",
  input: z.object({
    projectId: z.uuid(),
    /** Only addresses of this day's orders, as far as these may still be changed. */
    date: localDateSchema.optional(),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(500).nullish(),
    limit: z.int().min(1).max(200).default(50),
  }),
  run: async ({ tx, actor, now }, { projectId, date, cursor, limit }) => {
    const scope = { organizationId: actor.organizationId, projectId, date };
    const page = await listDoubtfulAddresses(tx, scope, cursor ?? "", limit + 1);
    const rows = page.slice(0, limit);
    const nextCursor = page.length > limit ? (rows.at(-1)?.addressKey ?? null) : null;
    return { rows, nextCursor, ...(await countDoubtful(tx, scope, now)) };
  },
});
