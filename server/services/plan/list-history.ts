import "server-only";
import { z } from "zod";
import { findPlan } from "@/db/queries/plan/find-plan";
import { listRecentEdits } from "@/db/queries/plan/plan-edits";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { namedEdit } from "./edit-outcome";

/** Everybody's edits of a plan, newest first: what was done, by whom, and whether it has been taken back. */
export const listHistory = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid(), limit: z.int().min(1).max(500).default(200) }),
  run: async ({ tx, actor }, { planId, limit }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    const rows = await listRecentEdits(tx, actor.organizationId, planId, limit);
    return rows.map(({ userId, name, undoneAt, createdAt, ...edit }) => ({
      ...namedEdit(edit),
      by: name ?? "",
      isOwn: userId === actor.id,
      isUndone: undoneAt !== null,
      createdAt,
    }));
  },
});
