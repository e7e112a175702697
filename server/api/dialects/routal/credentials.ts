import type { Dialect } from "@/server/api/kernel/dialect";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import { dressKey, KEY_PARAM } from "./token";

const LABEL = KEY_PARAM;

/** What each scope lets be listed; the `project_id` of a plan is what new plans are made in. */
const LISTS: readonly (readonly [ApiScope, string])[] = [
  ["plans:read", "/v2/plans"],
  ["fleet:read", "/v2/vehicles"],
];

/** A key as programs show it. */
export const credentialsOf: Dialect["credentialsOf"] = ({ secret }) => [
  { label: LABEL, value: dressKey(secret), isSecret: true },
];

/** Lists at most one of something, which changes nothing. */
export const tryIt: Dialect["tryIt"] = (baseUrl, credentials, { scopes }) => {
  const shown = `${KEY_PARAM}=${credentials.find(({ label }) => label === LABEL)?.value ?? ""}`;
  const [, list] = LISTS.find(([scope]) => scopes.includes(scope)) ?? [];
  if (list) return `curl '${baseUrl}${list}?${shown}&limit=1'`;
  if (!scopes.includes("deliveries:read")) return null;
  return `curl -H 'Content-Type: application/json' -d '{"limit":1}' '${baseUrl}/v2/stops/search?${shown}'`;
};
