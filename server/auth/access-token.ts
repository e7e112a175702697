import "server-only";
import { z } from "zod";
import { readClaims, signClaims } from "./signed-claims";

/** What a short-lived token says: for which secret it was given (by its hash), for which of its scopes, until when. */
export interface AccessToken {
  readonly secretHash: string;
  /** Null: all of the key's. */
  readonly scopes: readonly string[] | null;
  readonly expiresAt: Date;
}

const KIND = { prefix: "dray_at_", purpose: "access-token" };
const claimsSchema = z.object({ k: z.string(), s: z.array(z.string()).nullable(), e: z.number() });

/** A token for a key's secret; nothing of it is stored. */
export function signAccessToken(secret: string, { secretHash, scopes, expiresAt }: AccessToken): string {
  return signClaims(secret, KIND, { k: secretHash, s: scopes, e: expiresAt.getTime() });
}

/** The claims of a token we have signed; undefined for any other text. Whether its time is over is for the caller to see. */
export function readAccessToken(secret: string, token: string): AccessToken | undefined {
  const claims = readClaims(secret, KIND, token);
  if (claims === undefined) return undefined;
  const { k, s, e } = claimsSchema.parse(claims);
  return { secretHash: k, scopes: s, expiresAt: new Date(e) };
}
