import "server-only";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { openEndpoint } from "@/server/api/kernel/endpoint";
import { ServiceError } from "@/server/services/kernel/service-error";
import { accessTokenOf, keyIdOf, secretOf } from "../credentials";
import { tokenRequestSchema, tokenSchema } from "../wire/token";

export const issueToken = openEndpoint({
  method: "post",
  path: "/integration-token",
  id: "issueToken",
  tag: "Access",
  summary: "An access token for an integration's credentials",
  description: "Good for an hour, and for as many requests as it is used for.",
  body: tokenRequestSchema,
  takesAnyMediaType: true,
  answers: { 200: { description: "The token.", schema: tokenSchema } },
  refusals: [400, 401, 403, 429],
  run: async ({ access, body }) => {
    const secret = secretOf(body.client_secret);
    const issued = await access.issueToken(secret, null);
    if (!issued && (await access.isShut(secret))) {
      throw new ServiceError("forbidden", "This key was shut.", {
        reason: "link-expired",
        said: "Integration has been disabled",
      });
    }
    if (!issued || keyIdOf(body.client_id) !== issued.keyId) {
      throw new ApiRefusal("unauthenticated", "There is no such client.", { said: "Invalid client credentials" });
    }
    const token = {
      access_token: accessTokenOf(issued.token),
      token_type: "Bearer",
      expires_in: issued.expiresInSeconds,
    };
    return { status: 200, body: token };
  },
});
