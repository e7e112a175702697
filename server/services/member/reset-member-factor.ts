import "server-only";
import { z } from "zod";
import { type MemberRow, resetSecondFactor } from "@/db/queries/access/members";
import { insertMessages } from "@/db/queries/plan/assignments";
import { findHomeCustoms, findMemberPreferences } from "@/db/queries/preference/member-preferences";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageWords } from "@/server/domain/message/message-words";
import { storedPreferences } from "@/server/domain/preference/preferences";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { openMember } from "./open-member";

/**
 * Turns the second factor off of a member who has lost his phone and his codes, removes his passkeys and ends the sessions
 * they opened, and writes to him that it was done and
 * by whom. Refused of who belongs to another organization as well: it protects more than this one there.
 */
export const resetMemberFactor = command({
  permission: "members.manage",
  input: z.object({ memberId: z.uuid() }),
  run: async (scope, { memberId }) => {
    const { member } = await openMember(scope, memberId);
    const outcome = await resetSecondFactor(scope.tx, member.userId);
    if (outcome === "none") return unchanged({ id: memberId });
    if (outcome === "elsewhere") {
      const message = "This person belongs to another organization as well: only he himself can turn it off.";
      throw new ServiceError("refused", message, { reason: "member-elsewhere" });
    }
    const data = { name: member.name };
    return changed({ id: memberId }, [
      { type: "member.second-factor-reset", entity: "member", entityId: memberId, data },
      await writeToMember(scope, member),
    ]);
  },
});

async function writeToMember(scope: CommandScope<unknown>, { userId, name, email }: MemberRow): Promise<DomainEvent> {
  const { tx, actor, now, baseUrl, newId, enqueue } = scope;
  const { organizationId } = actor;
  const { language } = storedPreferences.parse((await findMemberPreferences(tx, organizationId, userId)) ?? {});
  const home = await findHomeCustoms(tx, organizationId);
  const reader = messageReaderOf(home.country ?? "", language === "auto" ? home.language : language);
  const words = messageWords(reader.language);
  const text = words.secondStepReset({ name, by: actor.label, link: `${baseUrl}/settings/account` });
  const id = newId();
  const purpose = "second-step-reset";
  const receiver = { channel: "email" as const, recipient: email, recipientName: name };
  const said = { subject: text.subject, body: text.email, purpose };
  const times = { createdAt: now, updatedAt: now };
  await insertMessages(tx, [{ organizationId, id, ...receiver, ...said, status: "queued", ...times }]);
  await enqueue("send-message", { messageId: id });
  return { type: "message.queued", entity: "message", entityId: id, data: { channel: "email", purpose } };
}
