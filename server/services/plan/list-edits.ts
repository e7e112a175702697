import "server-only";
import { z } from "zod";
import { findEditToRedo, findEditToUndo, listPlanEdits, type PlanEditRow } from "@/db/queries/plan/plan-edits";
import type { NamedEdit } from "@/server/domain/plan/edit-summary";
import { query } from "../kernel/query";
import { namedEdit } from "./edit-outcome";

/** The caller's own undo stack of a plan, newest first, with what undo and redo would turn next. */
export const listEdits = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid(), limit: z.int().min(1).max(500).default(100) }),
  run: async ({ tx, actor }, { planId, limit }) => {
    if (actor.id === null) return { edits: [], undo: null, redo: null };
    const stack = { organizationId: actor.organizationId, planId, userId: actor.id };
    const rows = await listPlanEdits(tx, stack, limit);
    return {
      edits: rows.map((row) => ({ ...namedEdit(row), isUndone: row.undoneAt !== null, createdAt: row.createdAt })),
      undo: orNull(await findEditToUndo(tx, stack)),
      redo: orNull(await findEditToRedo(tx, stack)),
    };
  },
});

function orNull(row: PlanEditRow | undefined): NamedEdit | null {
  return row ? namedEdit(row) : null;
}
