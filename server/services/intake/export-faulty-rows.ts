import "server-only";
import { z } from "zod";
import { findImport } from "@/db/queries/intake/find-import";
import { takeRows } from "@/db/queries/intake/import-rows";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const MOST_ROWS = 100_000;

/** The rows that cannot be imported as a CSV with what is wrong in a last column, for putting right elsewhere. */
export const exportFaultyRows = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const row = found(await findImport(tx, actor.organizationId, id), "import");
    const faulty = await takeRows(tx, actor.organizationId, id, "invalid", MOST_ROWS);
    const width = Math.max(row.headers.length, ...faulty.map(({ cells }) => cells.length));
    const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
    const lines = faulty.map(({ cells, errors, rowNumber }) => [
      ...padded(cells),
      String(rowNumber),
      errors.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join(" | "),
    ]);
    const csv = writeCsv([[...padded(row.headers), "line", "error"], ...lines]);
    return { fileName: `${row.fileName.replace(/\.[^.]*$/, "")}-faulty.csv`, csv, rows: faulty.length };
  },
});
