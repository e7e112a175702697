import "server-only";
import { z } from "zod";
import { PARTNER_WORDS } from "@/server/domain/partner/partner-word";
import { parseInput } from "../kernel/parse-input";
import type { ServiceContext } from "../kernel/service-context";
import { takePartnerWord } from "../partner/take-partner-word";
import { asPartnerDesk, deskPartnerId } from "./own-desk";

/** What a person at the partner's desk says of an assignment. */
export const saidAtDeskSchema = z.object({
  assignmentId: z.uuid(),
  word: z.enum(PARTNER_WORDS),
  /** Of a route: of which of its deliveries; absent: all. */
  deliveryId: z.uuid().optional(),
  note: z.string().trim().max(1000).default(""),
  recipientName: z.string().trim().max(120).default(""),
  /** The click's own name: a word that is said twice by a bad network counts once. */
  mutationId: z.uuid(),
});

/**
 * Takes what a partner's person says, as the word of the partner: judged, kept and acted on like its program's. Another
 * partner's assignment is not there. Refused where it contradicts how things have ended.
 */
export async function sayOfAssignment(services: ServiceContext, said: z.input<typeof saidAtDeskSchema>) {
  const partnerId = deskPartnerId(services.actor);
  const { mutationId, ...word } = parseInput(saidAtDeskSchema, said);
  const raw = JSON.stringify({ by: services.actor.label, ...word });
  const { verdict } = await takePartnerWord(asPartnerDesk(services, "partner.act"), {
    ...word,
    partnerId,
    name: `desk ${mutationId}`,
    raw,
  });
  return { verdict };
}
