import "server-only";
import { z } from "zod";
import { countRatings, listRatingRows } from "@/db/queries/customer/ratings";
import { localDateSchema } from "@/server/domain/time/local-date";
import { LOW_STARS, sumRatings } from "@/server/domain/tracking/rating-summary";
import { query } from "../kernel/query";

const MOST_SHOWN = 200;

/** What customers have said of the deliveries of some days: figures of all of them, the newest ones themselves. */
export const readRatings = query({
  permission: "order.read",
  input: z
    .object({
      projectId: z.uuid(),
      fromDate: localDateSchema,
      toDate: localDateSchema,
      driverId: z.uuid().nullable(),
      show: z.enum(["all", "low", "comments"]),
    })
    .refine(({ fromDate, toDate }) => fromDate <= toDate, { message: "must begin before it ends" }),
  run: async ({ tx, actor: { organizationId } }, { show, ...scope }) => {
    const { byDay, byDriver } = await countRatings(tx, organizationId, scope);
    const list = await listRatingRows(tx, organizationId, scope, {
      mostStars: show === "low" ? LOW_STARS : 5,
      isWordless: show !== "comments",
      limit: MOST_SHOWN,
    });
    return { ...sumRatings(byDay, byDriver), list, mostShown: MOST_SHOWN };
  },
});
