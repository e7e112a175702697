import { z } from "zod";

/** Positions are nobody's business for longer than this, and of use to a dispute for at least that. */
export const POSITION_DAYS = { least: 30, most: 90 } as const;
/** Half a year to seven years: as long as deliveries are disputed, and as books are kept. */
export const PROOF_DAYS = { least: 180, most: 2555 } as const;

/** How long an organization keeps what is about people. */
export const retentionPolicySchema = z.object({
  /** Where drivers were: so many days, by UTC. */
  positionDays: z.int().min(POSITION_DAYS.least).max(POSITION_DAYS.most),
  /** Pictures and files that prove a delivery: so many days after its service day. */
  proofDays: z.int().min(PROOF_DAYS.least).max(PROOF_DAYS.most),
});
export type RetentionPolicy = z.output<typeof retentionPolicySchema>;

export const DEFAULT_RETENTION_POLICY: RetentionPolicy = { positionDays: 60, proofDays: 730 };
