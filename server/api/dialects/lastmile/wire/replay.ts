import { z } from "zod";
import { instantSchema } from "./common";

export const replayRequestSchema = z
  .object({
    target: z
      .enum(["webhooks", "analytics"])
      .default("webhooks")
      .describe("Who is told again: subscribers, under the same ids; or what is learned from driven routes."),
    from: instantSchema.optional(),
    to: instantSchema.optional().describe("Exclusive; from and to are when events were received."),
    ids: z
      .array(z.union([z.int().min(1), z.string().min(1).max(200)]))
      .min(1)
      .max(1000)
      .optional()
      .describe("Messages (evt_…), deliveries (dlv_…: all of theirs), or sequence numbers."),
    webhook_ids: z.array(z.string().max(100)).min(1).max(100).optional().describe("Absent: all."),
  })
  .refine(({ from, to, ids }) => from !== undefined || to !== undefined || ids !== undefined, {
    message: "needs from, to or ids",
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    message: "must begin before it ends",
    path: ["from"],
  })
  .meta({ id: "ReplayRequest" });
