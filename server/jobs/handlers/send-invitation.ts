import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { invitationLink } from "@/server/services/member/invitation-link";
import { writeInvitation } from "@/server/services/member/write-invitation";

/** Mails an invitation. Its link lets somebody in: unlike other messages it is kept nowhere that people of the desk read. */
export async function sendInvitation(
  services: ServiceContext,
  { invitationId }: Pick<JobPayload<"send-invitation">, "invitationId">,
): Promise<void> {
  const { ids, accountMailer } = services.ports;
  const link = invitationLink(services.baseUrl, invitationId, ids);
  const letter = await writeInvitation(services, { invitationId, link });
  if (letter) await accountMailer.send(letter);
}
