import "server-only";
import { z } from "zod";
import { existingDeliveryIds, insertDismissals } from "@/db/queries/cutoff/save-dismissals";
import { DISMISSIBLE_CHECKS } from "@/server/domain/cutoff/cutoff-counts";
import { changed, command, unchanged } from "../kernel/command";
import { noSuch } from "../kernel/service-error";

/** Remembers that a doubt about deliveries is none: "no contact needed", "these are different orders". */
export const dismissCheck = command({
  permission: "order.write",
  input: z.object({
    check: z.enum(DISMISSIBLE_CHECKS),
    deliveryIds: z.array(z.uuid()).min(1).max(500),
    /** What the doubt is about, as the list gave it; empty for a contact. */
    subject: z.string().max(100).default(""),
  }),
  run: async ({ tx, actor, now }, { check, deliveryIds, subject }) => {
    const { organizationId } = actor;
    const ids = [...new Set(deliveryIds)];
    const known = await existingDeliveryIds(tx, organizationId, ids);
    if (known.length < ids.length) throw noSuch("delivery");
    const rows = ids.map((deliveryId) => ({
      organizationId,
      deliveryId,
      check,
      subject,
      dismissedBy: actor.label,
      createdAt: now,
    }));
    const dismissed = await insertDismissals(tx, rows);
    if (dismissed.length === 0) return unchanged({ count: 0 });
    const events = dismissed.map((entityId) => ({
      type: "delivery.check-dismissed" as const,
      entity: "delivery",
      entityId,
      data: { check },
    }));
    return changed({ count: dismissed.length }, events);
  },
});
