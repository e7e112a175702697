import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { event } from "@/db/schema/event";

/** Whether something happened to an entity under a correlation id (index `event_entity`). */
export async function hasEvent(
  tx: Tx,
  organizationId: string,
  wanted: Pick<typeof event.$inferSelect, "entity" | "entityId" | "type" | "correlationId">,
): Promise<boolean> {
  const rows = await tx
    .select({ seq: event.seq })
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        eq(event.entity, wanted.entity),
        eq(event.entityId, wanted.entityId),
        eq(event.type, wanted.type),
        eq(event.correlationId, wanted.correlationId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
