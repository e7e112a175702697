import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryPolicy } from "@/db/schema/policy";
import { type DeliveryPolicy, readDeliveryPolicy } from "@/server/domain/policy/delivery-policy";

/** What an organization asks of drivers and partners, by default where nothing was chosen. */
export async function findDeliveryPolicy(tx: Tx, organizationId: string): Promise<DeliveryPolicy> {
  return (await findDeliverySettings(tx, organizationId)).policy;
}

/** The same, with when it was chosen; null: never. */
export async function findDeliverySettings(
  tx: Tx,
  organizationId: string,
): Promise<{ policy: DeliveryPolicy; changedAt: Date | null }> {
  const [row] = await tx.select().from(deliveryPolicy).where(eq(deliveryPolicy.organizationId, organizationId));
  return { policy: readDeliveryPolicy(row?.policy), changedAt: row?.updatedAt ?? null };
}

/** Saves what replaces the policy of `seenAt` (null: none yet); false where another one is there by now. */
export async function replaceDeliveryPolicy(
  tx: Tx,
  row: typeof deliveryPolicy.$inferInsert,
  seenAt: Date | null,
): Promise<boolean> {
  const saved = seenAt
    ? await tx
        .update(deliveryPolicy)
        .set(row)
        .where(and(eq(deliveryPolicy.organizationId, row.organizationId), eq(deliveryPolicy.updatedAt, seenAt)))
        .returning({ at: deliveryPolicy.updatedAt })
    : await tx.insert(deliveryPolicy).values(row).onConflictDoNothing().returning({ at: deliveryPolicy.updatedAt });
  return saved.length > 0;
}

/** The same, held until the transaction ends: two who change a part each do not lose one of them. */
export async function lockDeliveryPolicy(tx: Tx, organizationId: string, now: Date): Promise<DeliveryPolicy> {
  const policy = readDeliveryPolicy(undefined);
  await tx.insert(deliveryPolicy).values({ organizationId, policy, updatedAt: now }).onConflictDoNothing();
  const [row] = await tx
    .select({ policy: deliveryPolicy.policy })
    .from(deliveryPolicy)
    .where(eq(deliveryPolicy.organizationId, organizationId))
    .for("update");
  return readDeliveryPolicy(row?.policy);
}

export async function putDeliveryPolicy(tx: Tx, row: typeof deliveryPolicy.$inferInsert): Promise<void> {
  await tx.update(deliveryPolicy).set(row).where(eq(deliveryPolicy.organizationId, row.organizationId));
}
