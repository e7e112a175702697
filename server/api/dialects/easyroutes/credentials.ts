import type { Dialect } from "@/server/api/kernel/dialect";

/** A key as this vendor's users know it: an id and a secret, for a token that is good for an hour. */
export const credentialsOf: Dialect["credentialsOf"] = ({ keyId, secret }) => [
  { label: "clientId", value: keyId, isSecret: false },
  { label: "clientSecret", value: secret, isSecret: true },
];

/** Asks for a token, which changes nothing. */
export const tryIt: Dialect["tryIt"] = (baseUrl, credentials) => {
  const body = JSON.stringify(Object.fromEntries(credentials.map(({ label, value }) => [label, value])));
  return `curl -X POST -H "Content-Type: application/json" -d '${body}' ${baseUrl}/authenticate`;
};
