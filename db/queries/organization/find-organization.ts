import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organization } from "@/db/schema/auth";

export async function findOrganization(tx: Tx, organizationId: string) {
  const [row] = await tx
    .select({ name: organization.name, slug: organization.slug })
    .from(organization)
    .where(eq(organization.id, organizationId));
  return row;
}
