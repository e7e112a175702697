import "server-only";
import { z } from "zod";
import { findImport } from "@/db/queries/intake/find-import";
import { listRows } from "@/db/queries/intake/import-rows";
import { IMPORT_ROW_STATUSES } from "@/server/domain/intake/import-settings";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** A page of an import's rows in the file's order, with what is wrong or odd about each. */
export const listImportRows = query({
  permission: "order.read",
  input: z.object({
    id: z.uuid(),
    status: z.enum(IMPORT_ROW_STATUSES).optional(),
    withWarnings: z.boolean().optional(),
    /** Line of the file after which to go on. */
    cursor: z.int().min(0).nullish(),
    limit: z.int().min(1).max(1000).default(200),
  }),
  run: async ({ tx, actor }, { id, status, withWarnings, cursor, limit }) => {
    const { organizationId } = actor;
    found(await findImport(tx, organizationId, id), "import");
    const page = await listRows(tx, organizationId, id, { status, withWarnings }, cursor ?? 0, limit + 1);
    const rows = page.slice(0, limit);
    return { rows, nextCursor: page.length > limit ? (rows.at(-1)?.rowNumber ?? null) : null };
  },
});
