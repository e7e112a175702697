import "server-only";
import { z } from "zod";
import { countDensity, isAreaKnown } from "@/db/queries/order/delivery-density";
import { query } from "../kernel/query";
import { noSuch } from "../kernel/service-error";

const MOST_CELLS = 2000;
/** A driver who has not been seen for so long is not counted as being anywhere. */
const SEEN_MILLISECONDS = 15 * 60_000;

/** Where open deliveries and drivers are, in squares of so many degrees; of one area, or everywhere. */
export const readDensity = query({
  permission: "order.read",
  input: z.object({
    area: z.string().trim().min(1).max(100).nullable(),
    degrees: z.number().min(0.001).max(1).default(0.01),
  }),
  run: async ({ tx, actor, now }, { area, degrees }) => {
    const { organizationId } = actor;
    if (area !== null && !(await isAreaKnown(tx, organizationId, area))) throw noSuch("zone");
    return countDensity(tx, organizationId, {
      area,
      statuses: ["requested", "scheduled", "assigned", "enroute"],
      degrees,
      seenSince: new Date(now.getTime() - SEEN_MILLISECONDS),
      limit: MOST_CELLS,
    });
  },
});
