import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

/** Header in which whoever accepts an invitation shows the key of the link that was sent. */
export const INVITATION_KEY_HEADER = "x-dray-invitation-key";

/** 128 bits that only this installation can make from an invitation's id. */
export function invitationKey(secret: string, invitationId: string): string {
  return createHmac("sha256", secret)
    .update(`invitation:${invitationId}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
}

/** True for the key of this very invitation. */
export function isInvitationKey(secret: string, invitationId: string, key: string | null | undefined): boolean {
  const expected = Buffer.from(invitationKey(secret, invitationId));
  const given = Buffer.from(key ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The page where the invitation is accepted. */
export function invitationLink(baseUrl: string, secret: string, invitationId: string): string {
  return `${baseUrl}/accept-invitation/${invitationId}?key=${invitationKey(secret, invitationId)}`;
}
