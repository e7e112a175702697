import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delivery, deliveryVisit } from "@/db/schema/delivery";
import type { NotificationPreference } from "@/server/domain/notification/notification-policy";

export interface StopContact {
  readonly visitId: string;
  readonly phone: string;
  readonly email: string;
  /** Whether and how they want to be written. */
  readonly notificationPreference: NotificationPreference;
}

/** How the people behind these doors of one project can be reached; what is not its own is missing. */
export async function loadStopContacts(
  tx: Tx,
  organizationId: string,
  projectId: string,
  visitIds: readonly string[],
): Promise<StopContact[]> {
  return tx
    .select({
      visitId: deliveryVisit.id,
      phone: deliveryVisit.contactPhone,
      email: deliveryVisit.contactEmail,
      notificationPreference: delivery.notificationPreference,
    })
    .from(deliveryVisit)
    .innerJoin(
      delivery,
      and(eq(delivery.organizationId, deliveryVisit.organizationId), eq(delivery.id, deliveryVisit.deliveryId)),
    )
    .where(
      and(
        eq(deliveryVisit.organizationId, organizationId),
        inArray(deliveryVisit.id, [...visitIds]),
        eq(delivery.projectId, projectId),
      ),
    );
}
