import "server-only";
import { randomInt } from "node:crypto";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { organization, twoFactor } from "better-auth/plugins";
import { listPasskeys } from "@/db/queries/access/passkeys";
import { shutHalfOpenWays } from "@/db/queries/access/second-factors";
import * as tables from "@/db/schema/auth";
import { authHooks } from "./auth-hooks";
import type { AuthSettings } from "./auth-settings";
import { noteOfPerson } from "./note-in-log";
import { organizationAccess, organizationRoles } from "./organization-roles";
import { ownFields, passkeys } from "./passkey-plugins";
import { forgiveAccount } from "./sign-in-guard";
import { writeLater } from "./write-to-person";

/** Header in which the server puts the address of whoever is calling; a caller's own is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-dray-client-address";

const RESET_LINK_SECONDS = 3600;
const TRUSTED_DEVICE_SECONDS = 30 * 24 * 3600;
/** Exact enough to see who is at work, and a write per session in ten minutes. */
const LAST_SEEN_SECONDS = 600;
const BACKUP_CODES = 10;

/**
 * What members do to each other has services of its own, which keep to the roles there are and write the log; and nobody
 * deletes a tenant in passing.
 */
const CLOSED_PATHS = [
  "update-member-role",
  "remove-member",
  "leave",
  "delete",
  "update",
  "list-members",
  "get-full-organization",
  "invite-member",
  "cancel-invitation",
  "list-invitations",
];

/** Signing in, sessions, organizations and members: better-auth on our own tables. */
export function createAuth(settings: AuthSettings) {
  return betterAuth({
    appName: "Dray",
    baseURL: settings.baseUrl,
    basePath: "/api/auth",
    secret: settings.secret,
    trustedOrigins: trustedOrigins(settings.baseUrl),
    telemetry: { enabled: false },
    // A key that is set up is never said again.
    disabledPaths: [...CLOSED_PATHS.map((name) => `/organization/${name}`), "/two-factor/get-totp-uri"],
    database: drizzleAdapter(settings.database.orm, { provider: "pg", schema: tables }),
    advanced: {
      database: { generateId: () => settings.ids.newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      cookiePrefix: "dray",
    },
    // No copy of the session in a cookie: a session that is signed out or revoked must end at once, everywhere.
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: LAST_SEEN_SECONDS },
    rateLimit: { enabled: settings.limitSignIn, window: 60, max: 300 },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: RESET_LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => {
        await forgiveAccount(settings, user);
        await shutHalfOpenWays(settings.database, user.id);
        await noteOfPerson(settings, user.id, "member.password-changed", { byThemselves: true });
        // After this better-auth ends the sessions there are: nothing that may fail outside our database belongs here.
        await namePasskeysLeft(settings, user);
      },
      sendResetPassword: async ({ user, url }) => {
        await settings.mailer.send({
          channel: "email",
          to: user.email,
          subject: "Set a new password for Dray",
          text: `Hello ${user.name},\n\nopen this link within an hour to set a new password:\n${url}\n\nIf you did not ask for it, ignore this message: your password stays as it is.`,
        });
      },
    },
    ...authHooks(settings),
    plugins: [
      passkeys(settings),
      ownFields(settings),
      twoFactor({
        issuer: "Dray",
        trustDeviceMaxAge: TRUSTED_DEVICE_SECONDS,
        backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
        // Waits that grow, in place of one that is always a quarter of an hour: `sign-in-guard`.
        accountLockout: { enabled: false },
      }),
      organization({
        ac: organizationAccess,
        roles: organizationRoles,
        creatorRole: "owner",
        organizationLimit: 20,
        // The link's key already proves that the address is theirs.
        requireEmailVerificationOnInvitation: false,
      }),
    ],
  });
}

/**
 * A password set anew by mail leaves the second step and the passkeys as they are: whoever reads the mail has shown neither.
 * Should somebody else have added one, its name is in what the person is written.
 */
async function namePasskeysLeft(settings: AuthSettings, person: { id: string; name: string; email: string }) {
  const left = await listPasskeys(settings.database, person.id);
  if (left.length === 0) return;
  const names = left.map(({ name }) => name ?? "–");
  const link = `${settings.baseUrl}/settings/account`;
  writeLater(settings, person, (words) => words.passkeysLeft({ name: person.name, passkeys: names, link }));
}

/** 50 bits each, of letters and digits that are not taken for each other, to be typed from paper. */
function makeBackupCodes(): string[] {
  const signs = "abcdefghijkmnpqrstuvwxyz23456789";
  const half = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join("");
  return Array.from({ length: BACKUP_CODES }, () => `${half()}-${half()}`);
}

export type Auth = ReturnType<typeof createAuth>;

/** `localhost` and 127.0.0.1 are the same place to people, not to browsers. */
function trustedOrigins(baseUrl: string): string[] {
  const url = new URL(baseUrl);
  if (url.hostname !== "localhost") return [url.origin];
  return [url.origin, url.origin.replace("localhost", "127.0.0.1")];
}
