import type { ShownCredential } from "@/server/api/kernel/dialect";
import { dressKey, KEY_PARAM } from "./token";

const LABEL = KEY_PARAM;

/** A key as programs show it. */
export function credentialsOf({ secret }: { readonly keyId: string; readonly secret: string }) {
  return [{ label: LABEL, value: dressKey(secret), isSecret: true }] satisfies ShownCredential[];
}

/** Lists at most one plan; its `project_id` is what new plans are made in. */
export function tryIt(baseUrl: string, credentials: readonly ShownCredential[]): string {
  const key = credentials.find(({ label }) => label === LABEL)?.value ?? "";
  return `curl '${baseUrl}/v2/plans?${KEY_PARAM}=${key}&limit=1'`;
}
