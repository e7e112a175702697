import "server-only";
import type { IdSource } from "@/server/ports/id-source";

/** The page where an invitation is accepted, with its key. */
export function invitationLink(baseUrl: string, invitationId: string, ids: Pick<IdSource, "tokenFor">): string {
  return `${baseUrl}/accept-invitation/${invitationId}?key=${invitationKey(ids, invitationId)}`;
}

/** What only this installation can make of the invitation's id; of another kind than what customers' links are opened by. */
export function invitationKey(ids: Pick<IdSource, "tokenFor">, invitationId: string): string {
  return ids.tokenFor(`invitation ${invitationId}`);
}
