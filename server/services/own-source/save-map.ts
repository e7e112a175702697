import "server-only";
import { z } from "zod";
import { mapSourceSchema } from "@/server/domain/own-source/own-source";
import { command } from "../kernel/command";
import { keepSource, refuseFailed, wishFields } from "./source-wish";

/** What lies under the organization's maps from now on: kept once it was read. Refused with what was wrong (`source-failed`). */
export const saveMap = command({
  permission: "settings.write",
  input: z.object({
    source: mapSourceSchema.nullable(),
    isInsisted: wishFields.isInsisted,
    seenAt: wishFields.seenAt,
  }),
  prepare: async ({ ports }, { source, isInsisted }) => {
    // Keys of maps are part of their addresses: browsers have to know them.
    const tried = { key: null, box: ports.secrets };
    if (!source || source.kind === "none") return { ...tried, fault: undefined };
    return { ...tried, fault: refuseFailed("map", await ports.sourceTrials.map(source), isInsisted) };
  },
  run: (scope, wish) => keepSource(scope, "map", wish),
});
