import "server-only";
import { z } from "zod";
import { ApiRefusal } from "./api-refusal";
import { type Endpoint, openEndpoint } from "./endpoint";

const requestSchema = z
  .object({
    grant_type: z.literal("client_credentials"),
    client_id: z.string().max(200).optional().describe("The key's id; or both by HTTP Basic."),
    client_secret: z.string().max(200).optional().describe("The key's secret."),
    scope: z.string().max(1000).optional().describe("Some of the key's scopes, with blanks between; absent: all."),
  })
  .meta({ id: "TokenRequest" });

const tokenSchema = z
  .object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int().describe("Seconds."),
    scope: z.string(),
  })
  .meta({ id: "AccessToken" });

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4): a key's id and secret for a token that is good for an hour. `idOf` reads
 * a client's id as the dialect dresses it.
 */
export function tokenEndpoint(path: string, idOf: (clientId: string) => string | undefined): Endpoint {
  return openEndpoint({
    method: "post",
    path,
    id: "issueToken",
    tag: "Access",
    summary: "A short-lived token for a client or a key (OAuth 2.0 client credentials)",
    description:
      "Good for an hour, or for as long as the secret it was given for. Of the scopes asked for it has those the client has. It ends at once when its client is shut or its secret is over.",
    body: requestSchema,
    isForm: true,
    answers: { 200: { description: "The token.", schema: tokenSchema } },
    refusals: [400, 401, 413, 415, 422],
    run: async ({ access, body, headers }) => {
      const { id, secret } = clientOf(body, headers);
      const scopes = body.scope === undefined ? null : body.scope.split(" ").filter(Boolean);
      const issued = secret ? await access.issueToken(secret, scopes) : null;
      if (!issued || (id !== undefined && idOf(id) !== issued.keyId)) {
        throw new ApiRefusal("unauthenticated", "There is no such client.", {}, { "www-authenticate": "Basic" });
      }
      const { token, expiresInSeconds, scopes: given } = issued;
      if (scopes && given.length === 0) {
        throw new ApiRefusal("meaningless", "This client has none of these scopes.", { scope: body.scope });
      }
      const answer = {
        access_token: token,
        token_type: "Bearer",
        expires_in: expiresInSeconds,
        scope: given.join(" "),
      };
      return { status: 200, body: answer };
    },
  });
}

function clientOf(body: z.output<typeof requestSchema>, headers: Headers) {
  const basic = /^Basic ([\w+/=]+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (basic === undefined) return { id: body.client_id, secret: body.client_secret };
  const [id, ...secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return { id: unescaped(id ?? ""), secret: unescaped(secret.join(":")) };
}

/** RFC 6749 §2.3.1: both are form-encoded before they are put together. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
