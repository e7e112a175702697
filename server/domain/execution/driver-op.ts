import { z } from "zod";
import { isPlausiblePosition } from "@/server/domain/geo";
import { CONTACT_CHANNELS } from "@/server/domain/policy/contact-channel";
import { DECLINE_REASONS, needsReason, OUTCOME_REASONS, OUTCOMES } from "./outcome";

const uuid = z.uuid();
const note = z.string().trim().max(2000).default("");

/** Where the device was, if it knew. */
export const devicePositionSchema = z
  .object({
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
    accuracyMeters: z.number().min(0).max(100_000).optional(),
  })
  .refine(isPlausiblePosition, { message: "must be a position on land, not 0/0" });

/** An answer to one of the visit's tasks, by the task's place in the list. */
export const taskAnswerSchema = z.object({
  task: z.int().min(0).max(49),
  value: z.union([z.boolean(), z.number(), z.string().max(2000)]),
});

/** How many of an item were handed over; only those that differ from the order need be said. */
export const itemCountSchema = z.object({ itemId: uuid, quantity: z.int().min(0).max(100_000) });

/** A try to reach a recipient who does not open. */
export const contactTrySchema = z.object({ channel: z.enum(CONTACT_CHANNELS), at: z.coerce.date().optional() });

const base = {
  /** The device's own name for the act, by which a repeated one is known. */
  opId: uuid,
  /** Grows with every act of the device. */
  deviceSeq: z.int().min(0).max(2_000_000_000),
  /** By the device's clock. */
  occurredAt: z.coerce.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("2100-01-01T00:00:00Z")),
  position: devicePositionSchema.optional(),
};
const op = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ ...base, type: z.literal(type), ...shape });

/** Ends one visit, or several at one door in one go. */
export const completeOpSchema = op("complete", {
  visitIds: z.array(uuid).min(1).max(100),
  outcome: z.enum(OUTCOMES),
  reason: z.enum(OUTCOME_REASONS).optional(),
  note,
  recipientName: z.string().trim().max(120).default(""),
  answers: z.array(taskAnswerSchema).max(50).default([]),
  items: z.array(itemCountSchema).max(500).default([]),
  proofIds: z.array(uuid).max(20).default([]),
  /** What the driver was told to do with what he could not hand over; absent: the desk decides. */
  next: z.enum(["reschedule", "return"]).optional(),
  /** How the recipient was tried to be reached before. */
  contacts: z.array(contactTrySchema).max(20).optional(),
});

/** Everything a driver can say of a route: one act, made on the device, possibly long before it is received. */
export const driverOpSchema = z
  .discriminatedUnion("type", [
    op("accept", {}),
    op("decline", { reason: z.enum(DECLINE_REASONS), note }),
    op("check-in", {}),
    op("start-route", {}),
    op("depart", { visitId: uuid }),
    op("arrive", { visitId: uuid }),
    completeOpSchema,
    op("report", {
      kind: z.enum(["address", "access", "damaged", "vehicle", "accident", "delay", "other"]),
      visitId: uuid.optional(),
      note,
      proofIds: z.array(uuid).max(20).default([]),
    }),
    op("break-start", {}),
    op("break-end", {}),
    op("finish-route", {}),
    op("check-out", {}),
  ])
  .superRefine((value, issue) => {
    if (value.type === "complete" && needsReason(value.outcome) && !value.reason) {
      issue.addIssue({ code: "custom", path: ["reason"], message: "is missing" });
    }
  });
export type DriverOp = z.infer<typeof driverOpSchema>;
export type DriverOpType = DriverOp["type"];
export type CompleteOp = Extract<DriverOp, { type: "complete" }>;

/** The visits an act is about. */
export function opVisitIds(act: Pick<DriverOp, "type"> & object): readonly string[] {
  if ("visitIds" in act) return act.visitIds as readonly string[];
  return "visitId" in act && act.visitId ? [act.visitId as string] : [];
}
