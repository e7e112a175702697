import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { organization } from "@/db/schema/auth";
import { sandbox } from "@/db/schema/sandbox";

/** Whether an organization is somebody's sandbox. */
export async function isSandboxOrganization(tx: Tx, organizationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ organizationId: sandbox.organizationId })
    .from(sandbox)
    .where(eq(sandbox.organizationId, organizationId));
  return row !== undefined;
}

/** The sandbox of an organization; undefined where none was made yet. Outside any tenant: it leads to another one. */
export async function findSandboxOf(database: Database, organizationId: string): Promise<string | undefined> {
  const [row] = await database.orm
    .select({ id: sandbox.organizationId })
    .from(sandbox)
    .where(eq(sandbox.ofOrganizationId, organizationId));
  return row?.id;
}

/** Whose sandbox an organization is; itself where it is none. Outside any tenant: it leads to another one. */
export async function findRealOrganization(database: Database, organizationId: string): Promise<string> {
  const [row] = await database.orm
    .select({ id: sandbox.ofOrganizationId })
    .from(sandbox)
    .where(eq(sandbox.organizationId, organizationId));
  return row?.id ?? organizationId;
}

/** Holds a sandbox until the transaction ends: what is made in it once is made by one at a time. */
export async function lockSandbox(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sandbox ${organizationId}`}, 0))`);
}

/**
 * The sandbox of an organization, made where it has none; of two that make it at once one is kept. Outside any tenant: it
 * is what makes one. An organization that is a sandbox is its own.
 */
export async function ensureSandbox(
  database: Database,
  ofOrganizationId: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<string> {
  return database.orm.transaction(async (tx) => {
    const [of] = await tx
      .select({ name: organization.name, own: sandbox.organizationId })
      .from(organization)
      .leftJoin(sandbox, eq(sandbox.organizationId, organization.id))
      .where(eq(organization.id, ofOrganizationId))
      .for("update", { of: organization });
    if (of!.own) return ofOrganizationId;
    const [known] = await tx
      .select({ id: sandbox.organizationId })
      .from(sandbox)
      .where(eq(sandbox.ofOrganizationId, ofOrganizationId));
    if (known) return known.id;
    const slug = `sandbox-${ofOrganizationId}`;
    await tx.insert(organization).values({ id, name: `${of!.name} (sandbox)`, slug, createdAt: now });
    await tx.insert(sandbox).values({ organizationId: id, ofOrganizationId, createdAt: now });
    return id;
  });
}
