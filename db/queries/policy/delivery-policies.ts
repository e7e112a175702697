import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryPolicy } from "@/db/schema/policy";
import { type DeliveryPolicy, readDeliveryPolicy } from "@/server/domain/policy/delivery-policy";

/** What an organization asks of drivers and partners, by default where nothing was chosen. */
export async function findDeliveryPolicy(tx: Tx, organizationId: string): Promise<DeliveryPolicy> {
  const [row] = await tx
    .select({ policy: deliveryPolicy.policy })
    .from(deliveryPolicy)
    .where(eq(deliveryPolicy.organizationId, organizationId));
  return readDeliveryPolicy(row?.policy);
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
