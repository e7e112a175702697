import "server-only";
import type { Tx } from "@/db/client";
import { type ImportRow, listKnownSkills } from "@/db/queries/intake/find-import";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import { type ImportSettings, importSettingsSchema } from "@/server/domain/intake/import-settings";
import type { OrderFile } from "@/server/domain/intake/validate-order-row";
import { found } from "../kernel/service-error";

export interface ReadableImport {
  readonly settings: ImportSettings;
  readonly project: ProjectRow;
  /** What `validateOrderRow` needs to know of the file. */
  readonly file: OrderFile;
}

/** An import's settings, filled up with the project's defaults. Skills are checked where any driver has one. */
export async function orderFileOf(tx: Tx, row: ImportRow): Promise<ReadableImport> {
  const project = found(await findProject(tx, row.organizationId, row.projectId), "project");
  const settings = importSettingsSchema.parse(row.settings);
  const skills = await listKnownSkills(tx, row.organizationId);
  const { serviceDate, dateOrder } = settings;
  const defaults = {
    country: settings.country ?? project.defaultCountry,
    serviceSeconds: settings.serviceSeconds ?? project.defaultServiceSeconds,
    zone: project.timeZone,
    customFields: project.customFieldDefinitions,
    isOnlyUpdating: settings.mode === "update",
    ...(serviceDate && { serviceDate }),
    ...(dateOrder && { dateOrder }),
    ...(skills.length > 0 && { knownSkills: new Set(skills) }),
  };
  return { settings, project, file: { headers: row.headers, mapping: settings.mapping, defaults } };
}
