import type { Dialect, ShownCredential } from "@/server/api/kernel/dialect";
import { idFromHex24, idToHex24 } from "@/server/domain/ids";

const CLIENT = "rm_ci_";
const SECRET = { ours: "dray_", theirs: "rm_cs_" };
const TOKEN = { ours: "dray_at_", theirs: "rm_at_" };

/** A key's id as RouteMate dresses it. */
export const clientIdOf = (keyId: string): string => CLIENT + idToHex24(keyId);

/** Inverse; undefined for what is no such id. */
export function keyIdOf(clientId: string): string | undefined {
  return clientId.startsWith(CLIENT) ? idFromHex24(clientId.slice(CLIENT.length)) : undefined;
}

/** A key's secret as a client secret, and back; what is not in that dress is taken as it is. */
export const clientSecretOf = (secret: string): string => dressed(secret, SECRET);
export const secretOf = (clientSecret: string): string => undressed(clientSecret, SECRET);

/** A token in RouteMate's dress, and back; a key of this house shown by itself opens the same. */
export const accessTokenOf = (token: string): string => dressed(token, TOKEN);
export const tokenOf = (accessToken: string): string => undressed(accessToken, TOKEN);

interface Dress {
  readonly ours: string;
  readonly theirs: string;
}

function dressed(text: string, { ours, theirs }: Dress): string {
  return text.startsWith(ours) ? theirs + text.slice(ours.length) : text;
}

function undressed(text: string, { ours, theirs }: Dress): string {
  return text.startsWith(theirs) ? ours + text.slice(theirs.length) : text;
}

export const credentialsOf: Dialect["credentialsOf"] = ({ keyId, secret }) => [
  { label: "client_id", value: clientIdOf(keyId), isSecret: false },
  { label: "client_secret", value: clientSecretOf(secret), isSecret: true },
];

export const tryIt: Dialect["tryIt"] = (baseUrl, credentials) => {
  const saidOf = (wanted: string) => credentials.find(({ label }: ShownCredential) => label === wanted)?.value ?? "";
  const body = JSON.stringify({ client_id: saidOf("client_id"), client_secret: saidOf("client_secret") });
  return `curl -X POST ${baseUrl}/integration-token -H "Content-Type: application/json" -d '${body}'`;
};
