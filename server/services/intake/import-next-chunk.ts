import "server-only";
import { z } from "zod";
import { recountImport } from "@/db/queries/intake/count-import-rows";
import { lockImport, updateImport } from "@/db/queries/intake/find-import";
import { type ImportRowState, saveRows, takeRows } from "@/db/queries/intake/import-rows";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import { checkRow } from "@/server/domain/intake/check-row";
import { draftOfRow } from "@/server/domain/intake/draft-of-row";
import { type OrderFile, validateOrderRow } from "@/server/domain/intake/validate-order-row";
import type { DeliveryVerdict } from "@/server/domain/order/delivery-verdict";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { type SentDelivery, upsertDeliveries } from "../order/upsert-deliveries";
import { orderFileOf } from "./order-file-of";
import { withKeptFields } from "./with-kept-fields";

/**
 * Makes deliveries of an import's next rows that are in order. Deliveries and what the rows became are saved together or
 * not at all, so a run that was killed goes on where it was and doubles nothing. Without rows left the import is done.
 */
export const importNextChunk = command({
  permission: "order.write",
  input: z.object({ importId: z.uuid(), limit: z.int().min(1).max(5000).default(1000) }),
  run: async (scope, { importId, limit }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const row = found(await lockImport(tx, organizationId, importId), "import");
    if (row.status !== "importing") return unchanged({ isDone: true });
    const readable = await orderFileOf(tx, row);
    const { settings, project } = readable;
    const rows = await takeRows(tx, organizationId, importId, "valid", limit);
    const file = await withKeptFields(tx, organizationId, readable, rows);
    const taken = rows.map((each) => toSent(each, file));
    const sent = taken.filter((each) => each.sent !== null) as { row: ImportRowState; sent: SentDelivery }[];
    const { verdicts, events } = await upsertDeliveries(
      scope,
      project,
      settings.mode,
      sent.map((each) => each.sent),
    );
    const done = sent.map((each, index) => withVerdict(each.row, verdicts[index]!));
    const spoilt = taken.filter((each) => each.sent === null).map((each) => each.row);
    await saveRows(tx, organizationId, importId, [...done, ...spoilt]);
    const isDone = rows.length < limit;
    await updateImport(tx, organizationId, importId, {
      ...(isDone && { status: "imported" }),
      failure: null,
      updatedAt: now,
    });
    const counts = await recountImport(tx, organizationId, importId);
    if (isDone) await refreshStatistics(tx);
    const finished = { type: "import.finished", entity: "import", entityId: importId, data: { ...counts } } as const;
    const all = isDone ? [...events, finished] : events;
    return all.length > 0 ? changed({ isDone }, all) : unchanged({ isDone });
  },
});

/** The row as a delivery; one that no longer passes (a skill was removed since) goes back to the grid. */
function toSent(row: ImportRowState, file: OrderFile): { row: ImportRowState; sent: SentDelivery | null } {
  const verdict = validateOrderRow(row.cells, file);
  if (!verdict.ok) return { row: { ...row, ...checkRow(row.cells, file) }, sent: null };
  return { row, sent: { whole: verdict.delivery, draft: draftOfRow(verdict.delivery, row.cells, file) } };
}

function withVerdict(row: ImportRowState, verdict: DeliveryVerdict): ImportRowState {
  if (verdict.outcome !== "refused") {
    return { ...row, status: "imported", deliveryId: verdict.deliveryId, outcome: verdict.outcome };
  }
  const field = verdict.reason === "invalid" ? (verdict.issues[0]?.path ?? "") : "external_id";
  const value = verdict.externalId ?? "";
  const code = verdict.reason === "out-of-reach" ? ("out_of_reach" as const) : ("invalid" as const);
  const error = { field, column: "", code, message: verdict.message, value };
  return { ...row, status: "invalid", errors: [error] };
}
