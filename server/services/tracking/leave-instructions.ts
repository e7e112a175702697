import "server-only";
import { z } from "zod";
import { MOST_LETTERS } from "@/server/domain/tracking/customer-act";
import { command } from "../kernel/command";
import { changeWish } from "./change-wish";

/** A customer says what his driver should know at the door; empty takes it back. */
export const leaveInstructions = command({
  permission: "order.write",
  input: z.object({
    visitId: z.uuid(),
    scope: z.enum(["page", "status"]),
    instructions: z.string().max(MOST_LETTERS.instructions),
  }),
  run: (scope, { instructions, ...door }) => changeWish(scope, door, "instructions", { instructions }),
});
