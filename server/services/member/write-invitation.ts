import "server-only";
import { z } from "zod";
import { findInvitationLetter } from "@/db/queries/access/invitations";
import { findHomeCustoms } from "@/db/queries/preference/member-preferences";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageWords } from "@/server/domain/message/message-words";
import { query } from "../kernel/query";
import { INVITATION_DAYS } from "./invite-member";

/** The letter of an invitation in the organization's language; null where there is nothing to accept any more. */
export const writeInvitation = query({
  permission: "members.manage",
  input: z.object({ invitationId: z.uuid(), link: z.url() }),
  run: async ({ tx, actor, now }, { invitationId, link }) => {
    const facts = await findInvitationLetter(tx, actor.organizationId, invitationId, now);
    if (!facts) return null;
    const { country, language } = await findHomeCustoms(tx, actor.organizationId);
    const words = messageWords(messageReaderOf(country ?? "", language).language);
    const { inviterName: by, inviterEmail: byEmail, organizationName: organization, email: to } = facts;
    const { subject, email: text } = words.invitation({ by, byEmail, organization, days: INVITATION_DAYS, link });
    return { channel: "email" as const, to, subject, text };
  },
});
