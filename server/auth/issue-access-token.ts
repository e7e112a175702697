import "server-only";
import type { Database } from "@/db/client";
import { hashToken } from "@/server/services/plan/hash-token";
import { signAccessToken } from "./access-token";
import { resolveApiCaller } from "./resolve-api-caller";

const TOKEN_SECONDS = 3600;

/** A token for a key's secret, for an hour and some of its scopes (null: all); null for a secret that opens nothing. */
export async function issueAccessToken(
  way: { readonly database: Database; readonly secret: string },
  keySecret: string,
  scopes: readonly string[] | null,
  now: Date,
) {
  // A token gives no further ones: only the key itself does.
  const caller = keySecret.startsWith("dray_at_") ? null : await resolveApiCaller(way, keySecret, now);
  if (!caller) return null;
  const expiresAt = new Date(now.getTime() + TOKEN_SECONDS * 1000);
  const token = signAccessToken(way.secret, { secretHash: hashToken(keySecret), scopes, expiresAt });
  const given = scopes ? caller.scopes.filter((scope) => scopes.includes(scope)) : caller.scopes;
  return { token, expiresInSeconds: TOKEN_SECONDS, scopes: given, keyId: caller.keyId };
}
