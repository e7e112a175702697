import "server-only";
import { APIError, getSessionFromCtx } from "better-auth/api";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import {
  claimBackupCode,
  claimStep,
  findLackingFactor,
  findSecondFactor,
  forgetTrustedDevices,
} from "@/db/queries/access/second-factors";
import type { AuthSettings } from "./auth-settings";
import type { AuthCall } from "./guard-hooks";
import { noteOfPerson } from "./note-in-log";
import { CONFIRM } from "./passkey-plugins";
import { matchingStep } from "./totp";

const VERIFY = "/two-factor/verify-totp";
const DISABLE = "/two-factor/disable";
/** What would let in whoever has a session and the password, and keep doing so. */
const NEEDS_CODE: readonly string[] = [DISABLE, "/two-factor/generate-backup-codes", CONFIRM];
/** A code that none ever is. */
const NO_CODE = "used";
/** What who lacks a second factor that is asked of everyone may still do about organizations: choose, found or enter one. */
const STILL_OPEN: readonly string[] = [
  "/organization/set-active",
  "/organization/list",
  "/organization/create",
  "/organization/get-invitation",
  "/organization/accept-invitation",
  "/organization/reject-invitation",
];
/**
 * What changes a way in, or the account. Who has a passkey, and has given no more than the password where a second step is
 * asked for, shows it first: else the password alone would set up another second step.
 */
const SHUT_BEFORE_PASSKEY = [
  "/two-factor/",
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
  "/passkey/update-passkey",
  "/passkey/delete-passkey",
  "/passkey/list-",
  CONFIRM,
  "/change-",
  "/update-",
  "/delete-",
  "/set-password",
  "/link-",
  "/unlink-",
  "/revoke-",
  "/list-",
];

/** Who has given the right password and stands before the second step; null for nobody. */
export async function findChallenged(call: AuthCall) {
  const { name } = call.context.createAuthCookie("two_factor");
  const challenge = await call.getSignedCookie(name, call.context.secret);
  const found = challenge ? await call.context.internalAdapter.findVerificationValue(challenge) : null;
  return found ? call.context.internalAdapter.findUserById(found.value) : null;
}

/**
 * What better-auth's second factor leaves open: a code counts once, and turning it off, or new backup
 * codes, take a code besides the password.
 */
export function secondFactorHooks(settings: AuthSettings) {
  return {
    before: async (call: AuthCall) => {
      await askForFactor(settings, call);
      if (call.path === VERIFY) return onceOnly(settings, call);
      if (NEEDS_CODE.includes(call.path)) await askForCode(settings, call);
    },
    after: async (call: AuthCall): Promise<void> => {
      if (call.path !== DISABLE || call.context.returned instanceof APIError) return;
      const person = call.context.newSession?.user;
      if (person) await forgetTrustedDevices(settings.database, person.id);
    },
    /** What has happened to people's second factors goes into their organizations' logs. */
    afterUserUpdate: async (user: { id: string }, path: string | undefined): Promise<void> => {
      if (path !== VERIFY && path !== DISABLE) return;
      const type = path === VERIFY ? "member.second-factor-on" : "member.second-factor-off";
      await noteOfPerson(settings, user.id, type, { byThemselves: true });
    },
  };
}

/** Lets better-auth see a code that has been used as one that is wrong. */
async function onceOnly(settings: AuthSettings, call: AuthCall) {
  const session = await getSessionFromCtx(call);
  const person = session?.user ?? (await findChallenged(call));
  const factor = person && (await findSecondFactor(settings.database, person.id));
  if (!person || !factor) return;
  const step = matchingStep(await open(call, factor.secret), String(call.body?.code ?? ""), new Date());
  if (step === undefined || (await claimStep(settings.database, person.id, step))) return;
  return { context: { body: { ...call.body, code: NO_CODE } } };
}

async function askForCode(settings: AuthSettings, call: AuthCall): Promise<void> {
  const session = await getSessionFromCtx(call);
  const factor = session && (await findSecondFactor(settings.database, session.user.id));
  // A set-up that was never finished protects nothing yet.
  if (!session || !factor?.verified) return;
  const code = String(call.body?.code ?? "").trim();
  const step = matchingStep(await open(call, factor.secret), code, new Date());
  if (step !== undefined && (await claimStep(settings.database, session.user.id, step))) return;
  const backupCodes: unknown = JSON.parse(await open(call, factor.backupCodes));
  const isOne = Array.isArray(backupCodes) && backupCodes.includes(code);
  // Turning it off and new codes put all the old ones away.
  if (isOne && (call.path !== CONFIRM || (await spendCode(settings, call, session.user.id, factor, backupCodes))))
    return;
  throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
}

/** Takes the call's backup code out of those there are; false where somebody else has just used one. */
async function spendCode(
  settings: AuthSettings,
  call: AuthCall,
  userId: string,
  { backupCodes }: { readonly backupCodes: string },
  codes: readonly string[],
): Promise<boolean> {
  // Who mistypes the password keeps the code.
  await call.context.password.checkPassword(userId, call);
  const rest = JSON.stringify(codes.filter((each) => each !== String(call.body?.code).trim()));
  const sealed = await symmetricEncrypt({ key: call.context.secretConfig, data: rest });
  if (!(await claimBackupCode(settings.database, userId, backupCodes, sealed))) return false;
  await noteOfPerson(settings, userId, "member.backup-code-used", { byThemselves: true });
  return true;
}

async function askForFactor(settings: AuthSettings, call: AuthCall): Promise<void> {
  const isOrganization = call.path.startsWith("/organization/") && !STILL_OPEN.includes(call.path);
  const isOwn = SHUT_BEFORE_PASSKEY.some((path) => call.path.startsWith(path));
  if (!isOrganization && !isOwn) return;
  const session = await getSessionFromCtx(call);
  const lacking = session && (await findLackingFactor(settings.database, session.session.id));
  if (!lacking || (lacking === "missing" && !isOrganization)) return;
  const asks = "One of your organizations asks for a second step.";
  const message = lacking === "unshown" ? `${asks} Show your passkey first.` : `${asks} Set it up first.`;
  throw new APIError("FORBIDDEN", { code: "SECOND_FACTOR_NEEDED", message });
}

function open(call: AuthCall, data: string): Promise<string> {
  return symmetricDecrypt({ key: call.context.secretConfig, data });
}
