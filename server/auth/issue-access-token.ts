import "server-only";
import type { Database } from "@/db/client";
import { hashToken } from "@/server/services/plan/hash-token";
import { signAccessToken } from "./access-token";
import { openKey } from "./resolve-api-caller";

const TOKEN_SECONDS = 3600;

/**
 * A token for a key's secret and some of its scopes (null: all), for an hour, or for as long as the secret is still good;
 * null for a secret that opens nothing. Only a secret itself gives tokens, a token none.
 */
export async function issueAccessToken(
  { database, secret }: { readonly database: Database; readonly secret: string },
  keySecret: string,
  scopes: readonly string[] | null,
  now: Date,
) {
  const secretHash = hashToken(keySecret);
  const key = await openKey(database, secretHash, now);
  if (!key) return null;
  const left = key.expiresAt ? Math.floor((key.expiresAt.getTime() - now.getTime()) / 1000) : TOKEN_SECONDS;
  const expiresInSeconds = Math.min(TOKEN_SECONDS, left);
  const expiresAt = new Date(now.getTime() + expiresInSeconds * 1000);
  const token = signAccessToken(secret, { secretHash, scopes, expiresAt });
  const given = scopes ? key.scopes.filter((scope) => scopes.includes(scope)) : key.scopes;
  return { token, expiresInSeconds, scopes: given, keyId: key.id, dialect: key.dialect };
}
