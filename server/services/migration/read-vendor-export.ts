import "server-only";
import { z } from "zod";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import { guessMapping } from "@/server/domain/intake/guess-mapping";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import { validateFleetRow } from "@/server/domain/intake/validate-fleet-row";
import { validateOrderRow } from "@/server/domain/intake/validate-order-row";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { MOST_EXPORT_CHARACTERS } from "@/server/domain/migration/export-limit";
import { type ExportedList, readExportJson } from "@/server/domain/migration/read-export-json";
import { type UnderstoodExport, understandExport } from "@/server/domain/migration/understand-export";
import type { OrderFileReader } from "@/server/ports/order-file-reader";
import { readKnownFleet } from "../fleet/find-known";
import { judgeEntry } from "../fleet/judge-entries";
import { fleetFileOf } from "../fleet/read-fleet";
import type { CommandScope } from "../kernel/command";
import { query } from "../kernel/query";
import { readUpload } from "../kernel/read-upload";
import { found, noSuch, ServiceError } from "../kernel/service-error";

const ROWS_SHOWN = 50;

/**
 * What another system's export would become here, line by line, with what is wrong in it; `csv` is the same as a file of our own,
 * for the import that takes it in. Refuses a text of which nothing is understood.
 */
export const readVendorExport = query({
  permission: "order.read",
  input: z.object({
    vendor: z.string().min(1).max(40),
    projectId: z.uuid(),
    text: z.string().trim().min(1).max(MOST_EXPORT_CHARACTERS),
  }),
  prepare: async ({ ports }, { vendor: name, text }) => {
    const vendor = ports.vendors.get(name);
    if (!vendor?.readExport) throw noSuch("vendor");
    const read = understandExport(await listsOf(ports.files, text), vendor.readExport);
    if (!read) throw new ServiceError("invalid", "Nothing of this is understood.", { reason: "export-unknown" });
    return read;
  },
  run: async ({ tx, actor, prepared: read }, { projectId }) => {
    const project = found(await findProject(tx, actor.organizationId, projectId), "project");
    const verdicts =
      read.kind === "drivers" ? await judgeFleet({ tx, actor }, read, project) : judgeOrders(read, project);
    const judged = read.rows.map((row, index) => ({ ...row, ...verdicts[index]! }));
    const faulty = judged.filter(({ errors }) => errors.length > 0);
    const { kind, understood, leftOut, headers } = read;
    return {
      kind,
      understood,
      leftOut,
      headers,
      total: judged.length,
      faultCount: faulty.length,
      rows: judged.slice(0, ROWS_SHOWN),
      faults: faulty.slice(0, ROWS_SHOWN).map(({ line, errors }) => ({ line, errors })),
      csv: writeCsv([headers, ...read.rows.map(({ cells }) => cells)]),
    };
  },
});

async function listsOf(files: OrderFileReader, text: string): Promise<readonly ExportedList[]> {
  const json = readExportJson(text);
  if (json) return json;
  const { headers, rows } = await readUpload(files, new TextEncoder().encode(text));
  const records = rows.map(({ rowNumber, cells }) => ({
    line: rowNumber,
    values: Object.fromEntries(headers.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : []))),
  }));
  return [{ name: null, records }];
}

type Judged = { readonly errors: readonly RowIssue[]; readonly warnings: readonly RowIssue[] };

/** By the rules of the import that will take it in. */
async function judgeFleet(
  scope: Pick<CommandScope<unknown>, "tx" | "actor">,
  { headers, rows }: UnderstoodExport,
  project: ProjectRow,
): Promise<Judged[]> {
  const file = fleetFileOf({ headers, rows: rows.map(({ line, cells }) => ({ rowNumber: line, cells })) }, project);
  const verdicts = rows.map(({ cells }) => validateFleetRow(cells, file));
  const entries = verdicts.flatMap(({ entry }) => entry ?? []);
  const known = await readKnownFleet(scope, project.id, entries);
  return verdicts.map((verdict) => {
    const { entry, warnings } = verdict;
    if (!entry) return judged(verdict);
    const line = { ...entry, doubts: verdict.ok ? [] : verdict.errors };
    return { errors: judgeEntry(project, file, line, known), warnings };
  });
}

function judgeOrders({ headers, rows }: UnderstoodExport, project: ProjectRow): Judged[] {
  const sample = rows.slice(0, ROWS_SHOWN).map(({ cells }) => cells);
  const { defaultCountry: country, timeZone: zone, defaultServiceSeconds: serviceSeconds } = project;
  const { customFieldDefinitions: customFields } = project;
  const { mapping } = guessMapping(headers, sample, customFields);
  const defaults = { country, zone, serviceSeconds, customFields };
  return rows.map(({ cells }) => judged(validateOrderRow(cells, { headers, mapping, defaults })));
}

function judged(verdict: { readonly warnings: readonly RowIssue[]; readonly errors?: readonly RowIssue[] }): Judged {
  return { errors: verdict.errors ?? [], warnings: verdict.warnings };
}
