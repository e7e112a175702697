import "server-only";
import { passkey } from "@better-auth/passkey";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { AuthSettings } from "./auth-settings";

/** Where somebody shows once more that it is him: by his password, and by a code where his account asks for one. */
export const CONFIRM = "/confirm-person";

/**
 * Passkeys of the one host that `DRAY_BASE_URL` names: browsers show them to no other. Each must have asked its person
 * (a finger, a face, a PIN), which makes it both steps in one.
 */
export function passkeys({ baseUrl }: AuthSettings) {
  const { hostname, origin } = new URL(baseUrl);
  return passkey({
    rpName: "Dray",
    rpID: hostname,
    origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: ({ verification }) => refuseUnasked(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => refuseUnasked(verification.authenticationInfo.userVerified),
    },
  });
}

/** What the plugin asks for it does not insist on. */
function refuseUnasked(isVerified: boolean | undefined): void {
  if (isVerified) return;
  throw new APIError("UNAUTHORIZED", { code: "PERSON_NOT_ASKED", message: "The passkey did not ask who is there." });
}

/** What sessions and passkeys know besides; and `/confirm-person`, after which the session has a new token. */
export function ownFields({ clock }: AuthSettings) {
  const ours = { required: false, input: false } as const;
  return {
    id: "dray",
    schema: {
      session: {
        fields: {
          signedInBy: { type: "string", ...ours },
          passkeyId: { type: "string", ...ours },
          confirmedAt: { type: "date", ...ours },
        },
      },
      passkey: { fields: { lastUsedAt: { type: "date", ...ours } } },
    },
    endpoints: {
      confirmPerson: createAuthEndpoint(
        CONFIRM,
        {
          method: "POST",
          body: z.object({ password: z.string(), code: z.string().optional() }),
          use: [sensitiveSessionMiddleware],
        },
        async (call) => {
          const { session, user } = call.context.session;
          await call.context.password.checkPassword(user.id, call);
          const { internalAdapter } = call.context;
          const confirmed = await internalAdapter.createSession(user.id, false, {
            ...session,
            confirmedAt: clock.now(),
          });
          await setSessionCookie(call, { session: confirmed, user });
          await internalAdapter.deleteSession(session.token);
          return call.json({ status: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
