import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ProofStatus } from "@/server/domain/proof/proof";

/** A picture taken for an act of a driver, as far as whoever reads of that act needs it. */
export type ReportedPicture = {
  readonly id: string;
  readonly contentType: string;
  readonly status: ProofStatus;
  readonly clearedAtMs: number | null;
};

/**
 * The pictures of the act an exception was raised for: those it names, and those that name it (indexes `driver_op_route`,
 * `proof_route`). None where it was raised for anything else.
 */
export async function listReportedPictures(
  tx: Tx,
  organizationId: string,
  exceptionId: string,
): Promise<ReportedPicture[]> {
  const rows = await tx.execute<ReportedPicture>(sql`
    select p.id, p.content_type as "contentType", p.status,
      (extract(epoch from p.cleared_at) * 1000)::float8 as "clearedAtMs"
    from exception e
    join driver_op o on o.organization_id = e.organization_id and o.route_id = e.route_id
      and e.subject_key = 'act:' || o.id
    join proof p on p.organization_id = e.organization_id and p.route_id = e.route_id
      and (p.op_id = o.id or o.act -> 'proofIds' @> to_jsonb(p.id::text))
    where e.organization_id = ${organizationId} and e.id = ${exceptionId}
    order by p.taken_at, p.id`);
  return [...rows];
}
