import "server-only";
import { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { openEndpoint } from "@/server/api/kernel/endpoint";
import { readOrganization } from "@/server/services/organization/read-organization";
import { message } from "../wire/proto";

export const authenticate = openEndpoint({
  method: "post",
  path: "/authenticate",
  id: "Authenticate",
  tag: "Authentication",
  summary: "A token for a client's id and secret, good for an hour",
  takesAnyMediaType: true,
  body: message(z.object({ clientId: z.string().min(1).max(200), clientSecret: z.string().min(1).max(200) })),
  answers: {
    200: {
      description: "The token.",
      schema: z
        .object({
          accessToken: z.string(),
          expiresInSeconds: z.string().regex(/^\d+$/),
          organization: z.string(),
        })
        .meta({ id: "AuthenticateResponse" }),
    },
  },
  refusals: [400, 401],
  run: async ({ access, body: { clientId, clientSecret }, correlationId }) => {
    const issued = await access.issueToken(clientSecret, null);
    const caller = issued?.keyId === clientId ? await access.callerOf(issued.token) : null;
    if (!issued || !caller) throw new ApiRefusal("unauthenticated", "There is no such client.");
    const services = access.servicesOf(caller, correlationId);
    const { organizationId, permissions } = caller.actor;
    // A key that reads no orders is not told what its organization is called.
    const organization = permissions.has("order.read") ? (await readOrganization(services, {})).slug : organizationId;
    const { token, expiresInSeconds } = issued;
    return { status: 200, body: { accessToken: token, expiresInSeconds: String(expiresInSeconds), organization } };
  },
});
