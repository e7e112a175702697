import { z } from "zod";

/** More than a driver does in three days; a longer queue comes in several batches. */
export const MAX_OPS_PER_SYNC = 500;

/** A device's acts since it was last heard of, with its own time at sending. Each act is judged by itself. */
export const syncOpsSchema = z.object({
  deviceNow: z.coerce.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("2100-01-01T00:00:00Z")),
  ops: z.array(z.unknown()).max(MAX_OPS_PER_SYNC),
});

/** One act that the desk reports for a driver; what it must hold is judged as a device's would be. */
export const deskActSchema = z.object({
  routeId: z.uuid(),
  act: z.looseObject({ opId: z.uuid(), type: z.string(), occurredAt: z.iso.datetime({ offset: true }) }),
});
