import "server-only";
import { z } from "zod";
import { findAssignmentJob } from "@/db/queries/assignment/assignment-jobs";
import { query } from "../kernel/query";

/** How far an assignment job is; null for an id that is none's. */
export const readAssignmentJob = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => (await findAssignmentJob(tx, actor.organizationId, id)) ?? null,
});
