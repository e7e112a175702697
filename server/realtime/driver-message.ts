import "server-only";
import { z } from "zod";

const ref = z.string().max(64).optional();

/** What a driver's client may say over its socket; fixes and acts are judged by the same services as over HTTP. */
export const driverMessageSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("hello"),
    /** Absent where it came in the upgrade's `Authorization`. Never in an address: those are logged. */
    token: z.string().max(200).optional(),
    /** Of the last event that was taken in, to go on from there; absent: from now on. */
    lastEventId: z.int().min(0).optional(),
  }),
  /** Of whoever came by a driver's token, in the words of the API that gave it out. */
  z.looseObject({ type: z.literal("location"), ref }),
  z.object({ type: z.literal("positions"), ref, fixes: z.unknown(), deviceNow: z.unknown().optional() }),
  z.object({ type: z.literal("ops"), ref, ops: z.unknown(), deviceNow: z.unknown().optional() }),
]);
export type DriverMessage = z.output<typeof driverMessageSchema>;
