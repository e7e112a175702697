import "server-only";
import { z } from "zod";
import { loadDoorStates } from "@/db/queries/order/door-states";
import { query } from "../kernel/query";

/** How these doors stand, and what is known of the service there. */
export const readDoorStates = query({
  permission: "order.read",
  input: z.object({ visitIds: z.array(z.uuid()).max(5000) }),
  run: ({ tx, actor }, { visitIds }) => loadDoorStates(tx, actor.organizationId, visitIds),
});
