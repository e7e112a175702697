import "server-only";
import { z } from "zod";
import { listImports as selectImports } from "@/db/queries/intake/find-import";
import { query } from "../kernel/query";

/** A project's imports, newest first, discarded ones left out. */
export const listImports = query({
  permission: "order.read",
  input: z.object({
    projectId: z.uuid(),
    cursor: z.uuid().nullish(),
    limit: z.int().min(1).max(100).default(30),
  }),
  run: async ({ tx, actor }, { projectId, cursor, limit }) => {
    const page = await selectImports(tx, actor.organizationId, projectId, cursor ?? undefined, limit + 1);
    const rows = page.slice(0, limit);
    return { rows, nextCursor: page.length > limit ? (rows.at(-1)?.id ?? null) : null };
  },
});
