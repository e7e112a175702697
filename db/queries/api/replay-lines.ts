import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam, textArray } from "@/db/queries/json-param";
import type { ReplayItem } from "@/server/domain/bulk/bulk-job";

/** Gives a job a line per entry of the log in a span, oldest first, without any leaving the database; how many. */
export async function insertReplayLines(
  tx: Tx,
  organizationId: string,
  jobId: string,
  item: Omit<ReplayItem, "seq">,
  {
    types,
    from,
    before,
  }: { readonly types: readonly string[]; readonly from?: Date | undefined; readonly before?: Date | undefined },
): Promise<number> {
  const result = await tx.execute<{ count: number }>(sql`
    with added as (
      insert into bulk_line (organization_id, job_id, line_number, item)
      select organization_id, ${jobId}::uuid, row_number() over (order by seq),
        ${jsonParam(item)} || jsonb_build_object('seq', seq)
      from event
      where organization_id = ${organizationId} and type = any(${textArray(types)})
        and (${from?.toISOString() ?? null}::timestamptz is null or received_at >= ${from?.toISOString() ?? null}::timestamptz)
        and (${before?.toISOString() ?? null}::timestamptz is null or received_at < ${before?.toISOString() ?? null}::timestamptz)
      returning 1)
    select count(*)::int as count from added`);
  return result[0]!.count;
}
