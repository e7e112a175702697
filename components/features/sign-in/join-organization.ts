import type { AuthFailure } from "@/components/features/sign-in/auth-failure";
import { callAuth } from "@/components/features/sign-in/call-auth";
import { authClient } from "@/components/lib/auth-client";

/** The link of an invitation: both parts are needed to accept it. */
export type InvitationLink = { invitationId: string; invitationKey: string };

/** The server's INVITATION_KEY_HEADER. */
const keyHeader = "x-dray-invitation-key";

/** Joins as the person signed in, and makes the organization the one they work in. Null when done. */
export async function joinOrganization({ invitationId, invitationKey }: InvitationLink): Promise<AuthFailure | null> {
  let code: string | undefined;
  const outcome = await callAuth(async ({ onError }) => {
    const headers = { [keyHeader]: invitationKey };
    const answer = await authClient.organization.acceptInvitation({
      invitationId,
      fetchOptions: { onError, headers },
    });
    code = answer.error?.code;
    return answer;
  });
  if (outcome.ok) return null;
  if (code === "INVITATION_NOT_FOUND") return { reason: "invitation-gone" };
  if (code === "YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION") {
    return { reason: "other-recipient" };
  }
  return outcome.failure;
}

/** An account for somebody invited, who brings no organization of their own; then joins. Null when done. */
export async function registerAndJoin(
  person: { name: string; email: string; password: string },
  link: InvitationLink,
  progress: { accountMade: boolean },
): Promise<AuthFailure | null> {
  if (!progress.accountMade) {
    const account = await callAuth((fetchOptions) => authClient.signUp.email({ ...person, fetchOptions }));
    if (!account.ok) return account.failure;
    progress.accountMade = true;
  }
  return joinOrganization(link);
}
