import "server-only";
import type { Database } from "@/db/client";
import { type FoundApiKey, findApiKeysByHash, touchApiKey } from "@/db/queries/api/api-keys";
import type { ApiCaller } from "@/server/domain/access/api-caller";
import { permissionsOfScopes } from "@/server/domain/access/api-scopes";
import { PARTNER_PERMISSIONS } from "@/server/domain/access/permissions";
import { hashToken } from "@/server/services/plan/hash-token";
import { readAccessToken } from "./access-token";
import { gatherLookups } from "./gather-lookups";

const TOUCH_MILLISECONDS = 60_000;

/** Programs ask by the hundred a second, and each time are looked up: those that come together, together. */
const lookups = new WeakMap<Database, (secretHash: string) => Promise<FoundApiKey | undefined>>();

/** The program or partner behind a bearer, be it a key's secret or a token given for one; null for what opens nothing (any more). */
export async function resolveApiCaller(
  { database, secret }: { readonly database: Database; readonly secret: string },
  bearer: string,
  now: Date,
): Promise<ApiCaller | null> {
  const token = readAccessToken(secret, bearer);
  if (token && token.expiresAt <= now) return null;
  const key = await openKey(database, token?.secretHash ?? hashToken(bearer), now);
  if (!key || (key.isClient && !token)) return null;
  const scopes = token?.scopes ? key.scopes.filter((scope) => token.scopes!.includes(scope)) : key.scopes;
  const { organizationId, id, name: label, kind, dialect, requestsPerMinute, partnerId } = key;
  const known = { keyId: id, kind, dialect, requestsPerMinute } as const;
  const base = { kind: "api", id, label, organizationId } as const;
  if (partnerId) {
    const actor = { ...base, partnerId, permissions: new Set(PARTNER_PERMISSIONS) };
    return { credential: "partner", actor, ...known, scopes: [] };
  }
  return { credential: "key", actor: { ...base, permissions: permissionsOfScopes(scopes) }, ...known, scopes };
}

/** The key a secret opens now, noted as in use; null for none. */
export async function openKey(database: Database, secretHash: string, now: Date): Promise<FoundApiKey | null> {
  const key = await findKey(database, secretHash);
  if (!key || (key.expiresAt && key.expiresAt <= now)) return null;
  if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > TOUCH_MILLISECONDS) {
    await touchApiKey(database, key, now);
  }
  return key;
}

function findKey(database: Database, secretHash: string): Promise<FoundApiKey | undefined> {
  let lookup = lookups.get(database);
  if (!lookup) {
    lookup = gatherLookups((secretHashes) => findApiKeysByHash(database, secretHashes));
    lookups.set(database, lookup);
  }
  return lookup(secretHash);
}
