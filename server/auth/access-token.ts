import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** What a short-lived token says: for which secret it was given (by its hash), for which of its scopes, until when. */
export interface AccessToken {
  readonly secretHash: string;
  /** Null: all of the key's. */
  readonly scopes: readonly string[] | null;
  readonly expiresAt: Date;
}

const PREFIX = "dray_at_";
const claimsSchema = z.object({ k: z.string(), s: z.array(z.string()).nullable(), e: z.number() });

/** A token that carries its own claims under a signature; nothing of it is stored. */
export function signAccessToken(secret: string, { secretHash, scopes, expiresAt }: AccessToken): string {
  const claims = Buffer.from(JSON.stringify({ k: secretHash, s: scopes, e: expiresAt.getTime() })).toString(
    "base64url",
  );
  return `${PREFIX}${claims}.${signature(secret, claims)}`;
}

/** The claims of a token we have signed; undefined for any other text. Whether its time is over is for the caller to see. */
export function readAccessToken(secret: string, token: string): AccessToken | undefined {
  const [claims, given, more] = token.slice(PREFIX.length).split(".");
  if (!token.startsWith(PREFIX) || !claims || !given || more !== undefined) return undefined;
  const expected = Buffer.from(signature(secret, claims));
  const shown = Buffer.from(given);
  if (expected.length !== shown.length || !timingSafeEqual(expected, shown)) return undefined;
  const { k, s, e } = claimsSchema.parse(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
  return { secretHash: k, scopes: s, expiresAt: new Date(e) };
}

function signature(secret: string, claims: string): string {
  return createHmac("sha256", secret).update(`access-token ${claims}`).digest("base64url");
}
