import "server-only";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { organization } from "better-auth/plugins";
import type { Database } from "@/db/client";
import * as tables from "@/db/schema/auth";
import type { IdSource } from "@/server/ports/id-source";
import type { MessengerPort } from "@/server/ports/messenger";
import { invitationHooks } from "./invitation-hooks";
import { invitationLink } from "./invitation-key";
import { organizationAccess, organizationRoles } from "./organization-roles";

export interface AuthSettings {
  readonly baseUrl: string;
  readonly secret: string;
  readonly limitSignIn: boolean;
  readonly database: Database;
  readonly ids: IdSource;
  readonly mailer: MessengerPort;
}

/** Header in which the server puts the address of whoever is calling; a caller's own is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-dray-client-address";

const RESET_LINK_SECONDS = 3600;
const INVITATION_DAYS = 7;

/** Signing in, sessions, organizations and members: better-auth on our own tables. */
export function createAuth(settings: AuthSettings) {
  return betterAuth({
    appName: "Dray",
    baseURL: settings.baseUrl,
    basePath: "/api/auth",
    secret: settings.secret,
    trustedOrigins: trustedOrigins(settings.baseUrl),
    telemetry: { enabled: false },
    database: drizzleAdapter(settings.database.orm, { provider: "pg", schema: tables }),
    advanced: {
      database: { generateId: () => settings.ids.newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      cookiePrefix: "dray",
    },
    // No copy of the session in a cookie: a session that is signed out or revoked must end at once, everywhere.
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: { enabled: settings.limitSignIn, window: 60, max: 300 },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: RESET_LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => {
        await settings.mailer.send({
          channel: "email",
          to: user.email,
          subject: "Set a new password for Dray",
          text: `Hello ${user.name},\n\nopen this link within an hour to set a new password:\n${url}\n\nIf you did not ask for it, ignore this message: your password stays as it is.`,
        });
      },
    },
    hooks: invitationHooks(settings),
    plugins: [
      organization({
        ac: organizationAccess,
        roles: organizationRoles,
        creatorRole: "owner",
        organizationLimit: 20,
        invitationExpiresIn: INVITATION_DAYS * 24 * 3600,
        cancelPendingInvitationsOnReInvite: true,
        // The link's key already proves that the address is theirs.
        requireEmailVerificationOnInvitation: false,
        sendInvitationEmail: async ({ id, email, inviter, organization: { name } }) => {
          const link = invitationLink(settings.baseUrl, settings.secret, id);
          await settings.mailer.send({
            channel: "email",
            to: email,
            subject: `${inviter.user.name} invites you to ${name} on Dray`,
            text: `Hello,\n\n${inviter.user.name} (${inviter.user.email}) invites you to plan deliveries with ${name}. Open this link within ${INVITATION_DAYS} days to join:\n${link}\n\nIf you do not know them, ignore this message: nothing happens.`,
          });
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** `localhost` and 127.0.0.1 are the same place to people, not to browsers. */
function trustedOrigins(baseUrl: string): string[] {
  const url = new URL(baseUrl);
  if (url.hostname !== "localhost") return [url.origin];
  return [url.origin, url.origin.replace("localhost", "127.0.0.1")];
}
