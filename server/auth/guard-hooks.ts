import "server-only";
import { APIError, type createAuthMiddleware, getIP, getSessionFromCtx } from "better-auth/api";
import { findPersonByEmail, type Person } from "@/db/queries/access/find-person";
import { findPasskeyByCredential } from "@/db/queries/access/passkeys";
import type { AuthSettings } from "./auth-settings";
import { KNOWN_DEVICE_SECONDS, keyedHash, knownDeviceCookie, readKnownDevice, signKnownDevice } from "./known-device";
import { noteOfPerson } from "./note-in-log";
import { findChallenged } from "./second-factor-hooks";
import { beginGuarded, type GuessedAt, type SignInTry, wasNoGuess, wentWell, wentWrong } from "./sign-in-guard";

export type AuthCall = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const SIGN_IN = "/sign-in/email";
const PASSKEY = "/passkey/verify-authentication";
const SECOND_STEP: readonly string[] = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];
/** What asks whoever is signed in for his password (or a code) once more: a stolen session must not guess at it. */
const ONCE_MORE: readonly string[] = [
  "/change-password",
  "/change-email",
  "/delete-user",
  "/verify-password",
  "/confirm-person",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/get-totp-uri",
  "/two-factor/generate-backup-codes",
];
const WRONG_GUESS: readonly unknown[] = [
  "INVALID_EMAIL_OR_PASSWORD",
  "INVALID_PASSWORD",
  "INVALID_CODE",
  "INVALID_BACKUP_CODE",
  "PASSKEY_NOT_FOUND",
  "AUTHENTICATION_FAILED",
];
/** From so many in a row on, and again each so many, the log says so; the first time the person is written. */
const TOLD_EVERY = 10;

interface Begun {
  readonly attempt: SignInTry;
  readonly email: string;
  /** Of whoever is signed in already, or half: null at the door. */
  readonly person: Person | null;
}

/** Whoever guesses at a password or a code waits longer with each wrong one: `sign-in-guard`. */
export function guardHooks(settings: AuthSettings) {
  const begun = new WeakMap<Request, Begun>();
  return {
    before: async (call: AuthCall): Promise<void> => {
      const begin = call.request && (await tryOf(settings, call));
      if (!begin) return;
      const seconds = await beginGuarded(settings, begin.attempt);
      if (seconds !== null) throw heldUp(seconds);
      begun.set(call.request!, begin);
    },
    /** How it ended: what is answered, or why it is refused. */
    after: async (call: AuthCall, returned: unknown): Promise<void> => {
      const begin = call.request && begun.get(call.request);
      if (!begin) return;
      if (!(returned instanceof APIError)) {
        await wentWell(settings, begin.attempt);
        return rememberDevice(settings, call, begin);
      }
      if (!WRONG_GUESS.includes(returned.body?.code)) return wasNoGuess(settings, begin.attempt);
      const failures = await wentWrong(settings, begin.attempt);
      // Not waited for: how long an answer takes must not tell whether there is such an account.
      if (failures > 0 && failures % TOLD_EVERY === 0) {
        void tell(settings, begin, failures).catch((error: unknown) =>
          call.context.logger.error("telling of tries to sign in failed", error),
        );
      }
    },
  };
}

async function tryOf(settings: AuthSettings, call: AuthCall): Promise<Begun | null> {
  const address = getIP(call.headers ?? new Headers(), call.context.options);
  const guarded = async (at: GuessedAt, subject: string, email: string, person: Person | null): Promise<Begun> => {
    const deviceId = at === "again" ? undefined : await deviceOf(settings, call, email);
    return { attempt: { at, subject, address, ...(deviceId && { deviceId }) }, email, person };
  };
  if (call.path === SIGN_IN) {
    const email = String(call.body?.email ?? "").toLowerCase();
    return guarded("password", email, email, null);
  }
  if (call.path === PASSKEY) {
    const subject = String(call.body?.response?.id ?? "");
    const deviceId = await deviceOfPasskey(settings, call, subject);
    // Nobody is named yet, and nobody told.
    return { attempt: { at: "passkey", subject, address, ...(deviceId && { deviceId }) }, email: "", person: null };
  }
  const isSecondStep = SECOND_STEP.includes(call.path);
  if (!isSecondStep && !ONCE_MORE.includes(call.path)) return null;
  const session = await getSessionFromCtx(call);
  const person = session?.user ?? (isSecondStep ? await findChallenged(call) : null);
  return person && guarded(isSecondStep ? "code" : "again", person.id, person.email.toLowerCase(), person);
}

function heldUp(seconds: number): APIError {
  const message = `Too many wrong tries. Wait ${seconds} s, then try again.`;
  return new APIError("TOO_MANY_REQUESTS", { code: "HELD_UP", message, seconds }, { "Retry-After": String(seconds) });
}

async function deviceOf({ secret, clock }: AuthSettings, call: AuthCall, email: string): Promise<string | undefined> {
  const account = keyedHash(secret, "account", email);
  const { name } = call.context.createAuthCookie(knownDeviceCookie(account));
  const value = call.getCookie(name);
  return value ? readKnownDevice(secret, account, value, clock.now()) : undefined;
}

/** By which its person is known here, whose passkey it is. */
async function deviceOfPasskey(settings: AuthSettings, call: AuthCall, credentialId: string) {
  const passkey = await findPasskeyByCredential(settings.database, credentialId);
  const person = passkey && (await call.context.internalAdapter.findUserById(passkey.userId));
  return person ? deviceOf(settings, call, person.email.toLowerCase()) : undefined;
}

/** Whoever has come in all the way has used this device rightly. */
async function rememberDevice(settings: AuthSettings, call: AuthCall, { attempt }: Begun): Promise<void> {
  const { secret, clock, ids } = settings;
  const { newSession } = call.context;
  const isHalfway = call.path === SIGN_IN && Boolean(newSession?.user.twoFactorEnabled);
  if (attempt.at === "again" || !newSession || isHalfway) return;
  const email = newSession.user.email.toLowerCase();
  const account = keyedHash(secret, "account", email);
  const { name, attributes } = call.context.createAuthCookie(knownDeviceCookie(account), {
    maxAge: KNOWN_DEVICE_SECONDS,
  });
  const deviceId = attempt.deviceId ?? (await deviceOf(settings, call, email)) ?? ids.newToken();
  call.setCookie(name, signKnownDevice(secret, account, deviceId, clock.now()), attributes);
}

async function tell(settings: AuthSettings, { attempt, email, person }: Begun, failures: number): Promise<void> {
  const who = person ?? (await findPersonByEmail(settings.database, email));
  if (!who) return;
  const data = { failures, at: attempt.at, address: attempt.address };
  await noteOfPerson(settings, who.id, "member.sign-in-failing", { byThemselves: false, data });
  if (failures !== TOLD_EVERY) return;
  await settings.mailer.send({
    channel: "email",
    to: who.email,
    subject: "Somebody is trying to sign in to Dray as you",
    text: `Hello ${who.name},\n\nsomebody has given a wrong ${attempt.at === "code" ? "code" : "password"} for your account ${failures} times in a row. Each further try has to wait longer, for a quarter of an hour at most; devices you use are not held up by it.\n\nIf it is you and you cannot remember, set a new password:\n${settings.baseUrl}/forgot-password\n\nIf it is not you, nobody has come in. A second step (Settings, Your account) keeps out even who knows your password.`,
  });
}
