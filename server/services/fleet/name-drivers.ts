import "server-only";
import { z } from "zod";
import { selectDriverNames } from "@/db/queries/fleet/driver-names";
import { query } from "../kernel/query";

/** What other systems call these drivers. */
export const nameDrivers = query({
  permission: "order.read",
  input: z.object({ ids: z.array(z.uuid()).max(5000) }),
  run: ({ tx, actor }, { ids }) => selectDriverNames(tx, actor.organizationId, ids),
});
