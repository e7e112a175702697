import "server-only";
import { z } from "zod";
import { mapSourceSchema } from "@/server/domain/own-source/own-source";
import { query } from "../kernel/query";

/** Whether a map that is not chosen yet answers with what a map is made of. Nothing is kept. */
export const tryMap = query({
  permission: "settings.write",
  input: z.object({ source: mapSourceSchema }),
  prepare: ({ ports }, { source }) => ports.sourceTrials.map(source),
  run: async ({ prepared }) => prepared,
});
