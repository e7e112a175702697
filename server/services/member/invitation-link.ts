import "server-only";

/** The page where an invitation is accepted; its key is what only this installation can make of the invitation's id. */
export function invitationLink(baseUrl: string, invitationId: string, tokenFor: (id: string) => string): string {
  return `${baseUrl}/accept-invitation/${invitationId}?key=${tokenFor(invitationId)}`;
}
