import "server-only";
import { z } from "zod";
import { query } from "../kernel/query";

/** How this installation finds its maps, addresses and roads; keys are not told. */
export const readMapAndTravel = query({
  permission: "settings.read",
  input: z.object({}),
  prepare: ({ ports }) => ports.mapAndTravel.read(),
  run: async ({ prepared }) => prepared,
});
