import "server-only";
import { timingSafeEqual } from "node:crypto";
import { APIError } from "better-auth/api";
import { invitationKey } from "@/server/services/member/invitation-link";
import { acceptInvitation } from "./accept-invitation";
import type { AuthSettings } from "./auth-settings";
import type { AuthCall } from "./guard-hooks";
import { keepOutsidersOut } from "./keep-outsiders-out";

/** Header in which whoever answers an invitation shows the key of the link that was sent. */
export const INVITATION_KEY_HEADER = "x-dray-invitation-key";

const ACCEPT = "/organization/accept-invitation";
const REJECT = "/organization/reject-invitation";

/**
 * Invitations are made and withdrawn by services (`services/member`). They are answered with the key of their link, never
 * with their id alone: an account may be opened with anybody's address. What accepting one does is ours as a whole.
 */
export function invitationHooks(settings: AuthSettings) {
  return {
    /** The answer, where the call is ours. */
    before: async (call: AuthCall) => {
      await keepOutsidersOut(settings.database, call);
      if (call.path !== ACCEPT && call.path !== REJECT) return;
      const invitationId = String(call.body?.invitationId ?? "");
      if (!isKey(invitationKey(settings.ids, invitationId), call.headers?.get(INVITATION_KEY_HEADER))) {
        throw new APIError("BAD_REQUEST", { code: "INVITATION_NOT_FOUND", message: "Invitation not found" });
      }
      return call.path === ACCEPT ? acceptInvitation(settings, call) : undefined;
    },
  };
}

function isKey(expected: string, given: string | null | undefined): boolean {
  const [wanted, shown] = [Buffer.from(expected), Buffer.from(given ?? "")];
  return wanted.length === shown.length && timingSafeEqual(wanted, shown);
}
