import "server-only";
import { z } from "zod";
import { countImportRows, summarizeImport } from "@/db/queries/intake/count-import-rows";
import { findImport } from "@/db/queries/intake/find-import";
import { listRows } from "@/db/queries/intake/import-rows";
import { findProject } from "@/db/queries/project/find-project";
import { guessMapping } from "@/server/domain/intake/guess-mapping";
import { importSettingsSchema } from "@/server/domain/intake/import-settings";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const PREVIEW_ROWS = 50;

/** One import: how its columns are understood, its first rows, how far it is and what is wrong how often. */
export const getImport = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const { organizationId } = actor;
    const row = found(await findImport(tx, organizationId, id), "import");
    const preview = await listRows(tx, organizationId, id, {}, 0, PREVIEW_ROWS);
    const project = found(await findProject(tx, organizationId, row.projectId), "project");
    const { confidence, unmapped } = guessMapping(
      row.headers,
      preview.map(({ cells }) => cells),
      project.customFieldDefinitions,
    );
    const { projectId, fileName, format, status, headers, notices, failure, createdAt, updatedAt } = row;
    return {
      ...{ id, projectId, fileName, format, status, headers, notices, failure, createdAt, updatedAt },
      settings: importSettingsSchema.parse(row.settings),
      /** The mapping is the one used the last time for these headings. */
      isRemembered: row.settings.isRemembered === true,
      /** How sure the guess is per field, 0..1, and the columns it found no field for. */
      guess: { confidence, unmapped },
      preview: preview.map(({ rowNumber, cells }) => ({ rowNumber, cells })),
      counts: await countImportRows(tx, organizationId, id),
      ...(await summarizeImport(tx, organizationId, id)),
    };
  },
});
