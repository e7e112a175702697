import "server-only";
import { z } from "zod";
import { findEditToRedo, findEditToUndo, listPlanEdits } from "@/db/queries/plan/plan-edits";
import { query } from "../kernel/query";

/** The caller's own undo stack of a plan, newest first, with what undo and redo would turn next. */
export const listEdits = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid(), limit: z.int().min(1).max(500).default(100) }),
  run: async ({ tx, actor }, { planId, limit }) => {
    if (actor.id === null) return { edits: [], undo: null, redo: null };
    const stack = { organizationId: actor.organizationId, planId, userId: actor.id };
    const rows = await listPlanEdits(tx, stack, limit);
    const head = (row: { id: string; label: string } | undefined) => (row ? { id: row.id, label: row.label } : null);
    return {
      edits: rows.map(({ id, label, undoneAt, createdAt }) => ({ id, label, isUndone: undoneAt !== null, createdAt })),
      undo: head(await findEditToUndo(tx, stack)),
      redo: head(await findEditToRedo(tx, stack)),
    };
  },
});
