import "server-only";
import { z } from "zod";
import { countStanding } from "@/db/queries/exception/exceptions";
import { query } from "../kernel/query";

/** How many exceptions stand in sight, and how many of them nobody has acknowledged: for the badge. */
export const countExceptions = query({
  permission: "plan.read",
  input: z.object({}),
  run: async ({ tx, actor, now }) => countStanding(tx, actor.organizationId, now),
});
