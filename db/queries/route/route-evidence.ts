import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { pod, upload } from "@/db/schema/upload";

/** The files that programs have registered as evidence of these deliveries' doors (index `upload_delivery`). */
export async function listRegisteredFiles(tx: Tx, organizationId: string, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return [];
  return tx
    .select()
    .from(upload)
    .where(
      and(
        eq(upload.organizationId, organizationId),
        isAmong(upload.deliveryId, deliveryIds),
        isNotNull(upload.position),
      ),
    )
    .orderBy(asc(upload.visitId), asc(upload.position));
}

/** What was said of these deliveries' doors with it (index `pod_delivery`). */
export async function listRegisteredPods(tx: Tx, organizationId: string, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return [];
  return tx
    .select({ visitId: pod.visitId, notes: pod.notes })
    .from(pod)
    .where(and(eq(pod.organizationId, organizationId), isAmong(pod.deliveryId, deliveryIds)));
}
