import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findMapping } from "@/db/queries/intake/find-import";
import { insertImportRows } from "@/db/queries/intake/import-rows";
import { insertImport } from "@/db/queries/intake/save-import";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import { guessMapping } from "@/server/domain/intake/guess-mapping";
import { headerSignature } from "@/server/domain/intake/header-signature";
import { type ImportSettings, importSettingsSchema } from "@/server/domain/intake/import-settings";
import type { ReadFile } from "@/server/ports/order-file-reader";
import { changed, command } from "../kernel/command";
import { readUpload } from "../kernel/read-upload";
import { found } from "../kernel/service-error";
import { uploadedBytes } from "../kernel/uploaded-bytes";

const SAMPLE_ROWS = 50;

/**
 * Takes a file of orders in: its bytes are kept, its rows stored to be checked, and its columns understood as they were
 * the last time, or as guessed. Nothing becomes a delivery yet. A file that cannot be read is refused with the reason.
 */
export const receiveOrderFile = command({
  permission: "order.write",
  input: z.object({
    projectId: z.uuid(),
    fileName: z.string().trim().max(255),
    bytes: uploadedBytes,
    /** A workbook's sheet, an encoding or a delimiter, where the guess was wrong. */
    sheet: z.string().max(200).optional(),
    encoding: z.string().max(40).optional(),
    delimiter: z.string().length(1).optional(),
  }),
  prepare: async ({ actor, ports, read }, { projectId, bytes, sheet, encoding, delimiter }) => {
    const project = found(await read((tx) => findProject(tx, actor.organizationId, projectId)), "project");
    const file = await readUpload(ports.files, bytes, { sheet, encoding, delimiter });
    const id = ports.ids.newId();
    const blobKey = `${actor.organizationId}/imports/${id}`;
    await ports.blobs.put(blobKey, bytes);
    return { id, blobKey, file, project };
  },
  run: async ({ tx, actor, now, prepared }, { projectId, fileName }) => {
    const { id, blobKey, file, project } = prepared;
    const { settings, isRemembered } = await settingsFor(tx, project, file);
    await insertImport(tx, {
      organizationId: actor.organizationId,
      id,
      projectId,
      fileName: fileName || "orders",
      blobKey,
      format: file.format,
      status: "uploaded",
      headers: [...file.headers],
      notices: file.notices.map(({ message, rowNumber }) => (rowNumber ? `Line ${rowNumber}: ${message}` : message)),
      settings: { ...settings, isRemembered },
      totalRows: file.rows.length,
      createdBy: actor.id,
      createdAt: now,
      updatedAt: now,
    });
    await insertImportRows(tx, actor.organizationId, id, file.rows);
    const data = { projectId, fileName, rows: file.rows.length };
    return changed({ importId: id, rows: file.rows.length, isRemembered }, [
      { type: "import.uploaded", entity: "import", entityId: id, data },
    ]);
  },
});

async function settingsFor(tx: Tx, project: ProjectRow, { headers, rows }: ReadFile) {
  const known = await findMapping(tx, project.organizationId, headerSignature(headers));
  const remembered = importSettingsSchema.safeParse(known);
  if (remembered.success) return { settings: remembered.data, isRemembered: true };
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
  const { mapping } = guessMapping(headers, sample, project.customFieldDefinitions);
  const settings: ImportSettings = { mapping, mode: "merge" };
  return { settings, isRemembered: false };
}
