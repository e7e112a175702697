import { z } from "zod";

const settlementId = z.string().trim().min(1).max(200);

export const settlementRequestSchema = z
  .object({
    partner_id: z.string().max(100).optional().describe("Absent: your own books."),
    settlement_ids: z.array(settlementId).min(1).max(100),
  })
  .meta({ id: "SettlementRefsRequest" });

export const settlementRefsSchema = z
  .object({
    delivery_id: z.string(),
    settlement_ids: z.array(z.string()).describe("Each name once."),
    items: z.array(
      z.object({
        settlement_id: z.string(),
        partner_id: z.string().nullable(),
        created_at: z.string(),
      }),
    ),
  })
  .meta({ id: "SettlementRefs" });
