import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { externalRef } from "@/db/schema/delivery";

/** The namespace of names that programs give drivers and vehicles themselves. */
export const CLIENT_NAMES = "client";

/** Gives a row its client's own name; false where the name is another's. */
export async function giveClientName(
  tx: Tx,
  row: {
    readonly organizationId: string;
    readonly id: string;
    readonly entity: "driver" | "vehicle";
    readonly entityId: string;
    readonly now: Date;
  },
  value: string,
): Promise<boolean> {
  const { now, ...key } = row;
  const rows = await tx
    .insert(externalRef)
    .values({ ...key, namespace: CLIENT_NAMES, value, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: externalRef.id });
  return rows.length > 0;
}

/** The row a client means by a name of its own (index `external_ref_value`). */
export async function findByClientName(
  tx: Tx,
  organizationId: string,
  entity: "driver" | "vehicle",
  value: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ entityId: externalRef.entityId })
    .from(externalRef)
    .where(
      and(
        eq(externalRef.organizationId, organizationId),
        eq(externalRef.entity, entity),
        eq(externalRef.namespace, CLIENT_NAMES),
        eq(externalRef.value, value),
      ),
    );
  return row?.entityId;
}
