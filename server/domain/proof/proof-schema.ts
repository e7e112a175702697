import { z } from "zod";
import { devicePositionSchema } from "@/server/domain/execution/driver-op";
import { PROOF_KINDS } from "./proof";
import { MOST_DECISIONS, REVIEW_STATES } from "./review";

/** A picture on a driver's device, before its bytes are sent. What is wrong with one is answered, not thrown. */
export const announcedProofSchema = z.object({
  /** The device's own name for it. */
  proofId: z.uuid(),
  kind: z.enum(PROOF_KINDS),
  /** None: it belongs to a report about the route. */
  visitIds: z.array(z.uuid()).max(100),
  /** The act it belongs to, when that is known already. */
  opId: z.uuid().optional(),
  /** Of the bytes as they will be sent, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1).max(2_000_000_000),
  contentType: z.string().max(100),
  takenAt: z.coerce.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("2100-01-01T00:00:00Z")),
  position: devicePositionSchema.optional(),
});
export type AnnouncedProof = z.output<typeof announcedProofSchema>;

export const announceProofsSchema = z.object({ proofs: z.array(announcedProofSchema).min(1).max(50) });

/** One visit's end, as an evidence is named. */
export const evidenceKeySchema = z.object({ routeId: z.uuid(), visitId: z.uuid() });

export const decideReviewsSchema = z.object({
  decisions: z
    .array(
      evidenceKeySchema.extend({
        /** The act that was looked at: one that came since has not been. */
        opId: z.uuid(),
        state: z.enum(REVIEW_STATES),
        note: z.string().trim().max(2000).default(""),
      }),
    )
    .min(1)
    .max(MOST_DECISIONS),
});
