import "server-only";
import { reportRows } from "@/server/domain/analytics/report-csv";
import { reportRequestSchema } from "@/server/domain/analytics/report-request";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { changed, command } from "../kernel/command";
import { readReport } from "./measure-report";

/** A report's table as CSV, for spreadsheets and programs: units in the headings, numbers with a point. Noted in the log. */
export const exportReport = command({
  permission: "plan.read",
  input: reportRequestSchema,
  run: async ({ tx, actor: { organizationId } }, request) => {
    const { group, by, fromDate, toDate } = request;
    const { columns, rows, total } = await readReport(tx, organizationId, request);
    const csv = writeCsv(reportRows(by, columns, rows, total));
    const event = { type: "organization.report-exported", entity: "organization", entityId: organizationId } as const;
    return changed({ fileName: `${group}-by-${by}-${fromDate}-${toDate}.csv`, csv, rows: rows.length }, [
      { ...event, data: { ...request, rows: rows.length } },
    ]);
  },
});
