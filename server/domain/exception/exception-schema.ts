import { z } from "zod";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localWindowSchema } from "@/server/domain/time/local-window";
import { exceptionActSchema } from "./exception-act";
import { exceptionPolicySchema, retryPolicyPartsSchema } from "./exception-policy";
import { MANUAL_TYPES, SEVERITIES } from "./exception-type";

export const actOnExceptionsSchema = z.object({ ids: z.array(z.uuid()).min(1).max(500), act: exceptionActSchema });

export const createExceptionSchema = z.object({
  type: z.enum(MANUAL_TYPES),
  severity: z.enum(SEVERITIES).default("medium"),
  note: z.string().trim().max(2000).default(""),
  /** What it is about, at most one of them; none: the day. */
  deliveryId: z.uuid().optional(),
  /** The order by its sender's number. */
  externalId: z.string().trim().min(1).max(200).optional(),
  routeId: z.uuid().optional(),
});

export const listExceptionsSchema = z.object({
  isClosed: z.boolean().default(false),
  /** Absent: of all plans. */
  planId: z.uuid().optional(),
});

export const exceptionIdSchema = z.object({ exceptionId: z.uuid() });

/** What is left out of how often is tried stays as it is: that is also chosen by itself. */
export const savePolicySchema = z.object({
  projectId: z.uuid(),
  policy: exceptionPolicySchema.extend(retryPolicyPartsSchema.partial().shape),
});

export const retryDeliverySchema = z
  .object({
    deliveryId: z.uuid(),
    date: localDateSchema.optional(),
    /** A place held for it, its own from then on: the day and the window are the slot's. */
    reservationId: z.uuid().optional(),
    /** Absent: as they are. */
    instructions: z.string().trim().max(2000).optional(),
    /** The new promise at its door; absent: what is left of the old one. */
    windows: z.array(localWindowSchema).max(10).optional(),
  })
  .refine(({ date, reservationId }) => date !== undefined || reservationId !== undefined, {
    message: "needs a day, or a place in a slot",
    path: ["date"],
  });
