import "server-only";
import { z } from "zod";
import { listZones } from "@/db/queries/slot/slot-book";
import { query } from "../kernel/query";

/** The names of all zones, by which a partner may say where it delivers. */
export const listServedZones = query({
  permission: "fleet.read",
  input: z.object({}),
  run: async ({ tx, actor }) => [...new Set((await listZones(tx, actor.organizationId)).map(({ name }) => name))],
});
