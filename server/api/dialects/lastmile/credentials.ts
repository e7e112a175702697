import type { ShownCredential } from "@/server/api/kernel/dialect";
import { dress } from "./ids";

const LABELS = { secret: "API key" };

/** A key as programs show it, and the id it is a client by when they ask for a token. */
export function credentialsOf({ keyId, secret }: { readonly keyId: string; readonly secret: string }) {
  return [
    { label: LABELS.secret, value: secret, isSecret: true },
    { label: "Client id (OAuth 2.0)", value: dress("API key", keyId), isSecret: false },
  ] satisfies ShownCredential[];
}

/** Lists at most one delivery. */
export function tryIt(baseUrl: string, credentials: readonly ShownCredential[]): string {
  const key = credentials.find(({ label }) => label === LABELS.secret)?.value ?? "";
  return `curl -H 'Authorization: Bearer ${key}' '${baseUrl}/deliveries?limit=1'`;
}
