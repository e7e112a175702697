import "server-only";
import type { z } from "zod";
import { holdLastEventSeq, listAuditAfter } from "@/db/queries/event/list-events";
import { auditFilterSchema } from "@/server/domain/event/audit-filter";
import { changed, command } from "../kernel/command";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";

const PAGE_ENTRIES = 1000;

/**
 * The log, or what is wanted of it, as lines of JSON, oldest first, with the hashes by which `verify-log` knows them. That
 * it was taken out is in the log first, and is its last line where everything is wanted. A page is read when it is asked
 * for. Throws `ServiceError` before the first line.
 */
export async function exportLog(
  context: ServiceContext,
  wanted: z.input<typeof auditFilterSchema>,
): Promise<AsyncGenerator<string>> {
  const upToSeq = await noteExport(context, wanted);
  return linesOf(context, auditFilterSchema.parse(wanted), upToSeq);
}

/** Answers the number of its own entry. */
const noteExport = command({
  permission: "audit.read",
  input: auditFilterSchema,
  run: async ({ tx, actor: { organizationId } }, wanted) => {
    const upToSeq = (await holdLastEventSeq(tx, organizationId)) + 1;
    const event = { type: "organization.log-exported", entity: "organization", entityId: organizationId } as const;
    return changed(upToSeq, [{ ...event, data: { wanted } }]);
  },
});

async function* linesOf(context: ServiceContext, wanted: z.output<typeof auditFilterSchema>, upToSeq: number) {
  const { organizationId } = context.actor;
  let afterSeq = 0;
  for (;;) {
    const range = { afterSeq, upToSeq, limit: PAGE_ENTRIES };
    const page = await inTenant(context, (tx) => listAuditAfter(tx, organizationId, wanted, range), { readOnly: true });
    for (const entry of page) yield lineOf(entry);
    const last = page.at(-1);
    if (!last || page.length < PAGE_ENTRIES) return;
    afterSeq = last.seq;
  }
}

function lineOf({
  organizationId: _,
  contentHash,
  hash,
  ...entry
}: Awaited<ReturnType<typeof listAuditAfter>>[number]) {
  return `${JSON.stringify({ ...entry, contentHash: contentHash.toString("hex"), hash: hash.toString("hex") })}\n`;
}
