import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Who delivers in a project, as the people outside know it: its own name and logo, else the organization's. */
export async function findProjectBrand(
  tx: Tx,
  organizationId: string,
  projectId: string,
): Promise<{ readonly name: string; readonly logoToken: string | null } | undefined> {
  const [row] = await tx.execute<{ name: string; logoToken: string | null }>(sql`
    select coalesce(nullif(pr.brand_name, ''), o.name) as name, coalesce(pr.logo_token, op.logo_token) as "logoToken"
    from project pr
    join organization o on o.id = pr.organization_id
    left join organization_profile op on op.organization_id = pr.organization_id
    where pr.organization_id = ${organizationId} and pr.id = ${projectId}`);
  return row;
}
