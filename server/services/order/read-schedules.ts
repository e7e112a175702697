import "server-only";
import { z } from "zod";
import { loadVisitSchedules } from "@/db/queries/order/visit-schedules";
import { query } from "../kernel/query";

/** When and by whom these visits are made, as planned; those on no route are left out. */
export const readSchedules = query({
  permission: "order.read",
  input: z.object({ visitIds: z.array(z.uuid()).max(5000) }),
  run: ({ tx, actor }, { visitIds }) => loadVisitSchedules(tx, actor.organizationId, visitIds),
});
