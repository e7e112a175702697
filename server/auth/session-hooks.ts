import "server-only";
import type { BetterAuthOptions } from "better-auth";
import { APIError, getSessionFromCtx } from "better-auth/api";
import { findPasskeyByCredential } from "@/db/queries/access/passkeys";
import type { SignedInBy } from "@/server/domain/access/signed-in-by";
import type { AuthSettings } from "./auth-settings";
import { CONFIRM } from "./passkey-plugins";

type SessionHooks = NonNullable<NonNullable<BetterAuthOptions["databaseHooks"]>["session"]>;
type BeforeCreate = NonNullable<NonNullable<SessionHooks["create"]>["before"]>;
type Created = Parameters<BeforeCreate>[0];
type Call = NonNullable<Parameters<BeforeCreate>[1]>;

export const VERIFY_PASSKEY = "/passkey/verify-authentication";

const BY_PATH: Readonly<Record<string, SignedInBy>> = {
  "/sign-up/email": "password",
  "/sign-in/email": "password",
  "/two-factor/verify-totp": "code",
  "/two-factor/verify-backup-code": "backup-code",
};

/** Each session keeps how it was begun; one that takes another's place (a new password, a second step) goes on as that. */
export function keepHowSignedIn(settings: AuthSettings): BeforeCreate {
  return async (created, call) => {
    if (!call || call.path === CONFIRM) return;
    if (call.path === VERIFY_PASSKEY) return { data: await byPasskey(settings, created, call) };
    const by = BY_PATH[call.path ?? ""];
    if (!by) return { data: await asBefore(created, call) };
    // A trusted device is not asked for the code: it has not shown all that the account asks for.
    const isWhole = call.path !== "/sign-in/email" || !(await hasSecondFactor(call, created.userId));
    return { data: { signedInBy: by, confirmedAt: isWhole ? settings.clock.now() : null } };
  };
}

async function byPasskey({ database, clock }: AuthSettings, created: Created, call: Call) {
  const passkey = await findPasskeyByCredential(database, String(call.body?.response?.id ?? ""));
  // Removed while it was being shown.
  if (!passkey) throw new APIError("UNAUTHORIZED", { code: "PASSKEY_NOT_FOUND", message: "Passkey not found" });
  const before = await asBefore(created, call);
  // A session that another one has opened still ends with that one.
  const passkeyId = before.passkeyId ?? passkey.id;
  return { ...before, signedInBy: "passkey", passkeyId, confirmedAt: clock.now() };
}

async function asBefore({ userId }: Created, call: Call): Promise<Record<string, unknown>> {
  const before = await getSessionFromCtx(call);
  if (before?.user.id !== userId) return {};
  const { signedInBy, passkeyId, confirmedAt, activeOrganizationId } = before.session;
  return { signedInBy, passkeyId, confirmedAt, activeOrganizationId };
}

async function hasSecondFactor(call: Call, userId: string): Promise<boolean> {
  const person = await call.context.internalAdapter.findUserById(userId);
  return Boolean(person && "twoFactorEnabled" in person && person.twoFactorEnabled);
}
