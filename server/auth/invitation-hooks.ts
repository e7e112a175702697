import "server-only";
import { APIError } from "better-auth/api";
import type { Database } from "@/db/client";
import { isRole } from "@/server/domain/access/permissions";
import type { AuthCall } from "./guard-hooks";
import { INVITATION_KEY_HEADER, invitationLink, isInvitationKey } from "./invitation-key";
import { keepOutsidersOut } from "./keep-outsiders-out";

const INVITE = "/organization/invite-member";
const ANSWERS: readonly string[] = ["/organization/accept-invitation", "/organization/reject-invitation"];

/**
 * Invitations are answered with the key of their link, never with their id alone: every member of an organization can
 * read the ids, and an account may be opened with anybody's address. Whoever invites gets the link back, to hand it over
 * where no mail leaves the machine.
 */
export function invitationHooks({
  baseUrl,
  secret,
  database,
}: {
  readonly baseUrl: string;
  readonly secret: string;
  readonly database: Database;
}) {
  return {
    before: async (call: AuthCall): Promise<void> => {
      await keepOutsidersOut(database, call);
      if (call.path === INVITE) refuseOddInvitations(call);
      if (!ANSWERS.includes(call.path)) return;
      const invitationId = String(call.body?.invitationId ?? "");
      if (isInvitationKey(secret, invitationId, call.headers?.get(INVITATION_KEY_HEADER))) return;
      throw new APIError("BAD_REQUEST", { code: "INVITATION_NOT_FOUND", message: "Invitation not found" });
    },
    after: async (call: AuthCall) => {
      const invitation = call.context.returned;
      if (call.path !== INVITE || invitation instanceof Error || !isInvitation(invitation)) return;
      return call.json({ ...invitation, link: invitationLink(baseUrl, secret, invitation.id) });
    },
  };
}

/**
 * better-auth reads "admin, owner" as several roles, of which it takes some for others, and what is sent again as the one
 * that is there, whoever's and for whatever role it was made: neither is an invitation here.
 */
function refuseOddInvitations({ body }: AuthCall): void {
  const isOdd = typeof body?.role !== "string" || !isRole(body.role) || Boolean(body.resend);
  if (isOdd) throw new APIError("BAD_REQUEST", { code: "ROLE_NOT_FOUND", message: "Invite into one of the roles." });
}

function isInvitation(value: unknown): value is { readonly id: string } {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}
