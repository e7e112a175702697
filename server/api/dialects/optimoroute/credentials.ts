import type { Dialect } from "@/server/api/kernel/dialect";

/** The one key this vendor's programs know, sent as `?key=`. */
export const credentialsOf: Dialect["credentialsOf"] = ({ secret }) => [
  { label: "API key", value: secret, isSecret: true },
];

/** One line that asks for what is new, or for orders nobody has; it changes nothing. */
export const tryIt: Dialect["tryIt"] = (baseUrl, [key], { scopes }) => {
  const shown = `key=${key?.value ?? "AUTH_KEY"}`;
  if (scopes.includes("plans:read")) return `curl '${baseUrl}/get_events?${shown}&after_tag='`;
  if (!scopes.includes("deliveries:read")) return null;
  const body = JSON.stringify({ dateRange: { from: "2000-01-01", to: "2000-01-01" } });
  return `curl -H 'Content-Type: application/json' -d '${body}' '${baseUrl}/search_orders?${shown}'`;
};
