import "server-only";
import { findEditToUndo } from "@/db/queries/plan/plan-edits";
import { turnEditSchema } from "@/server/domain/plan/plan-schema";
import { command } from "../kernel/command";
import { prepareTurn, turnNextEdit } from "./turn-plan-edit";

/** Takes back the last edit that this person made of the plan and has not taken back yet. */
export const undoEdit = command({
  permission: "plan.edit",
  input: turnEditSchema,
  prepare: (scope, input) => prepareTurn(scope, input, findEditToUndo),
  run: (scope, input) => turnNextEdit(scope, input, findEditToUndo, "undo"),
});
