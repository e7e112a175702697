import type { Dialect } from "@/server/api/kernel/dialect";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import { dress } from "./ids";

const LABELS = {
  key: "API key",
  header: "Authorization header",
  clientId: "Client id",
  clientSecret: "Client secret",
  partnerToken: "Partner token",
  partnerId: "Partner id",
  signingSecret: "Signing secret",
};

/** What each scope lets be asked without knowing an id and without changing anything. */
const HARMLESS: readonly (readonly [ApiScope, string])[] = [
  ["deliveries:read", "/deliveries?limit=1"],
  ["plans:read", "/optimizer/status"],
  ["fleet:read", "/drivers?limit=1"],
  ["settings:read", "/policies"],
  ["audit:read", "/audit?limit=1"],
  ["keys:manage", "/keys"],
];

/** A key as programs show it; a client's id and secret for tokens; a partner's token with what it signs by. */
export const credentialsOf: Dialect["credentialsOf"] = ({ keyId, secret, form, partner }) => {
  const header = { label: LABELS.header, value: `Authorization: Bearer ${secret}`, isSecret: true };
  if (partner) {
    return [
      { label: LABELS.partnerToken, value: secret, isSecret: true },
      header,
      { label: LABELS.partnerId, value: dress("partner", partner.id), isSecret: false },
      { label: LABELS.signingSecret, value: partner.signingSecret, isSecret: true },
    ];
  }
  if (form === "client") {
    return [
      { label: LABELS.clientId, value: dress("API key", keyId), isSecret: false },
      { label: LABELS.clientSecret, value: secret, isSecret: true },
    ];
  }
  return [{ label: LABELS.key, value: secret, isSecret: true }, header];
};

/** Lists at most one of something the key may read; asks for a token where it is a client's, or reads nothing. */
export const tryIt: Dialect["tryIt"] = (baseUrl, credentials, { form, scopes }) => {
  const shown = (wanted: string) => credentials.find(({ label }) => label === wanted)?.value;
  const ask = (path: string) => `curl -H '${shown(LABELS.header)}' '${baseUrl}${path}'`;
  const partnerId = shown(LABELS.partnerId);
  if (partnerId) return ask(`/partner-api/partners/${partnerId}/assignments?limit=1`);
  const [, path] = (form === "key" && HARMLESS.find(([scope]) => scopes.includes(scope))) || [];
  if (path) return ask(path);
  const clientId = shown(LABELS.clientId);
  const fields = {
    grant_type: "client_credentials",
    ...(clientId && { client_id: clientId }),
    client_secret: shown(LABELS.clientSecret) ?? shown(LABELS.key) ?? "",
  };
  const said = Object.entries(fields).map(([name, value]) => `-d ${name}=${value}`);
  return `curl ${said.join(" ")} '${baseUrl}/oauth/token'`;
};
