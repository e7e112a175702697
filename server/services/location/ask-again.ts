import "server-only";
import { z } from "zod";
import { command, untraced } from "../kernel/command";

/** Has the addresses looked up that still wait, once: whoever was away may be back. */
export const askAgain = command({
  permission: "order.write",
  input: z.object({}),
  run: async ({ enqueue }) => {
    await enqueue("geocode-locations", { isSweep: true });
    return untraced({});
  },
});
