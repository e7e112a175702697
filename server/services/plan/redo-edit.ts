import "server-only";
import { findEditToRedo } from "@/db/queries/plan/plan-edits";
import { turnEditSchema } from "@/server/domain/plan/plan-schema";
import { command } from "../kernel/command";
import { prepareTurn, turnNextEdit } from "./turn-plan-edit";

/** Does again what this person took back last, unless they have edited something since. */
export const redoEdit = command({
  permission: "plan.edit",
  input: turnEditSchema,
  prepare: (scope, input) => prepareTurn(scope, input, findEditToRedo),
  run: (scope, input) => turnNextEdit(scope, input, findEditToRedo, "redo"),
});
