import "server-only";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { shutHalfOpenWays } from "@/db/queries/access/second-factors";
import type { AuthSettings } from "./auth-settings";
import { guardHooks } from "./guard-hooks";
import { invitationHooks } from "./invitation-hooks";
import { noteOfPerson } from "./note-in-log";
import { passkeyHooks } from "./passkey-hooks";
import { secondFactorHooks } from "./second-factor-hooks";
import { keepHowSignedIn } from "./session-hooks";

/** What people do to their own way in, in the words of their organizations' logs. */
const NOTED = {
  "/change-password": "member.password-changed",
  "/two-factor/generate-backup-codes": "member.backup-codes-made",
  "/two-factor/verify-backup-code": "member.backup-code-used",
  "/revoke-session": "member.sessions-ended",
  "/revoke-sessions": "member.sessions-ended",
  "/revoke-other-sessions": "member.sessions-ended",
} as const;

/** All that is ours around better-auth's endpoints. */
export function authHooks(settings: AuthSettings) {
  const guard = guardHooks(settings);
  const factor = secondFactorHooks(settings);
  const invitation = invitationHooks(settings);
  const passkey = passkeyHooks(settings);
  return {
    hooks: {
      before: createAuthMiddleware(async (call) => {
        await guard.before(call);
        try {
          return (await invitation.before(call)) ?? (await factor.before(call)) ?? (await passkey.before(call));
        } catch (error) {
          await guard.after(call, error);
          throw error;
        }
      }),
      after: createAuthMiddleware(async (call) => {
        const { returned } = call.context;
        await guard.after(call, returned);
        await factor.after(call);
        const type = NOTED[call.path as keyof typeof NOTED];
        const personId = call.context.newSession?.user.id ?? call.context.session?.user.id;
        if (type && personId && !(returned instanceof APIError)) {
          if (call.path === "/change-password") await shutHalfOpenWays(settings.database, personId);
          await noteOfPerson(settings, personId, type, { byThemselves: true });
        }
        return passkey.after(call);
      }),
    },
    databaseHooks: {
      session: { create: { before: keepHowSignedIn(settings) } },
      user: {
        update: {
          after: (user: { id: string }, call: { path?: string } | null) => factor.afterUserUpdate(user, call?.path),
        },
      },
    },
  };
}
