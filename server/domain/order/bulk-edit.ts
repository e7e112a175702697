import { z } from "zod";
import { notificationPreferenceSchema } from "@/server/domain/notification/notification-policy";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localWindowSchema } from "@/server/domain/time/local-window";
import type { DeliveryInput, VisitInput } from "./delivery-schema";

const codes = z.array(z.string().trim().min(1).max(60)).max(50);

/** What can be changed of many deliveries at once; what is absent stays. */
export const bulkEditSchema = z
  .object({
    /** `null`: no day. */
    serviceDate: localDateSchema.nullable().optional(),
    priority: z.enum(PRIORITIES).optional(),
    /** Of the drop-off, or of the pickup where there is no drop-off. */
    windows: z.array(localWindowSchema).max(10).optional(),
    serviceSeconds: z
      .int()
      .min(0)
      .max(12 * 3600)
      .optional(),
    addTags: codes.optional(),
    removeTags: codes.optional(),
    /** In place of the old ones. */
    skills: codes.optional(),
    notificationPreference: notificationPreferenceSchema.optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), { message: "must change something" });
export type BulkEdit = z.infer<typeof bulkEditSchema>;

/** The delivery with the edit made to it. */
export function applyBulkEdit(delivery: DeliveryInput, edit: BulkEdit): DeliveryInput {
  const next: DeliveryInput = { ...delivery };
  if (edit.serviceDate === null) delete next.serviceDate;
  else if (edit.serviceDate !== undefined) next.serviceDate = edit.serviceDate;
  if (edit.priority !== undefined) next.priority = edit.priority;
  if (edit.skills !== undefined) next.skills = edit.skills;
  if (edit.notificationPreference !== undefined) next.notificationPreference = edit.notificationPreference;
  if (edit.addTags || edit.removeTags) {
    const removed = new Set(edit.removeTags);
    next.tags = [...new Set([...delivery.tags, ...(edit.addTags ?? [])])].filter((tag) => !removed.has(tag));
  }
  const role = next.dropoff ? "dropoff" : "pickup";
  const visit = next[role];
  if (visit) next[role] = applyToVisit(visit, edit);
  return next;
}

function applyToVisit(visit: VisitInput, { windows, serviceSeconds }: BulkEdit): VisitInput {
  return {
    ...visit,
    ...(windows !== undefined && { windows }),
    ...(serviceSeconds !== undefined && { serviceSeconds }),
  };
}
