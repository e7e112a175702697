import "server-only";
import { z } from "zod";
import { keepExtensionRow } from "@/db/queries/order/own-deliveries";
import { changedQuietly, command } from "../kernel/command";

/** Keeps with a delivery what an API only hands back; nothing of it changes anything. */
export const keepExtension = command({
  permission: "plan.edit",
  input: z.object({ id: z.uuid(), name: z.string().min(1).max(40), value: z.record(z.string().max(100), z.json()) }),
  run: async ({ tx, actor }, extension) => {
    await keepExtensionRow(tx, actor.organizationId, extension);
    return changedQuietly(null);
  },
});
