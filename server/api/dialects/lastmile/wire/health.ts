import { z } from "zod";

const status = z.enum(["ok", "degraded", "unavailable"]);
const subsystem = z.object({
  status,
  figures: z
    .record(z.string(), z.union([z.number(), z.string(), z.null()]))
    .optional()
    .describe("To those with a token."),
});

export const healthSchema = z
  .object({
    status,
    checked_at: z.string(),
    subsystems: z.object({
      optimizer: subsystem.describe("How long what is asked of it waits."),
      partner_connectors: subsystem,
      location_ingestion: subsystem.describe("Whether positions are taken in, and when the newest came."),
      push_notifications: subsystem.describe("How long messages wait, and by what they leave."),
    }),
  })
  .meta({ id: "Health" });
