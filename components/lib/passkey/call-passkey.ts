import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { authClient } from "@/components/lib/auth-client";
import type { Words } from "@/components/lib/words/words";
import { markChallenge } from "./challenge-mark";

type Reason =
  | "cancelled"
  | "unknown"
  | "refused"
  | "over"
  | "unsupported"
  | "here"
  | "wrongSite"
  | "unable"
  | "confirm"
  | "tooMany"
  | "longName"
  | "last"
  | "unreachable"
  | "unexplained";
/** Why something about a passkey was not done. */
export type PasskeyProblem = { readonly reason: Reason } | { readonly waitSeconds: number };
export type PasskeyOutcome = { readonly ok: true } | { readonly ok: false; readonly problem: PasskeyProblem };

const BY_CODE: Readonly<Record<string, Reason>> = {
  PASSKEY_NOT_FOUND: "unknown",
  AUTHENTICATION_FAILED: "refused",
  PERSON_NOT_ASKED: "unable",
  CHALLENGE_NOT_FOUND: "over",
  CONFIRM_FIRST: "confirm",
  SECOND_FACTOR_NEEDED: "confirm",
  SESSION_NOT_FRESH: "confirm",
  TOO_MANY_PASSKEYS: "tooMany",
  NAME_TOO_LONG: "longName",
  LAST_WAY_IN: "last",
};
/** By the names browsers give their errors (WebAuthn, section 5.1). */
const BY_ERROR: Readonly<Record<string, Reason>> = {
  NotAllowedError: "cancelled",
  AbortError: "cancelled",
  InvalidStateError: "here",
  SecurityError: "wrongSite",
  ConstraintError: "unable",
  NotSupportedError: "unable",
};
/** Where the server does not say: what limits bursts from one address. */
const SOME_SECONDS = 10;

class Refused extends Error {
  constructor(readonly problem: PasskeyProblem) {
    super("A passkey was refused");
  }
}

interface SignInWay {
  readonly isAutofill?: boolean;
  /** Before the server is asked about what the person has picked. */
  readonly onPicked?: () => void;
}

/** Signs in by a passkey: one that is picked from a list, or (`isAutofill`) among what the browser offers in a field. */
export function signInByPasskey({ isAutofill = false, onPicked }: SignInWay = {}): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const optionsJSON = await begin();
    const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: isAutofill });
    onPicked?.();
    await send("/passkey/verify-authentication", { response: answer });
  });
}

/** Has this device, or another it knows, make a passkey; it is called what is given, else what its keeper is called. */
export function addPasskey(name: string): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const optionsJSON = await send<PublicKeyCredentialCreationOptionsJSON>("/passkey/generate-register-options");
    const answer = await startRegistration({ optionsJSON });
    await send("/passkey/verify-registration", { response: answer, ...(name.trim() && { name: name.trim() }) });
  });
}

export function renamePasskey(id: string, name: string): Promise<PasskeyOutcome> {
  return attempt(() => send("/passkey/update-passkey", { id, name: name.trim() }));
}

export function removePasskey(id: string): Promise<PasskeyOutcome> {
  return attempt(() => send("/passkey/delete-passkey", { id }));
}

/** A problem in words. */
export function sayPasskeyProblem(t: Words<"passkey">, problem: PasskeyProblem): string {
  if ("reason" in problem) return t(`problem.${problem.reason}`);
  const { waitSeconds } = problem;
  if (waitSeconds < 90) return t("waitSeconds", { count: Math.ceil(waitSeconds) });
  return t("waitMinutes", { count: Math.ceil(waitSeconds / 60) });
}

// Each challenge takes the one before out of the browser's cookie: they are fetched one after the other, the last asked for last.
let lastBegun: Promise<unknown> = Promise.resolve();
function begin(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const ask = () => {
    markChallenge();
    return send<PublicKeyCredentialRequestOptionsJSON>("/passkey/generate-authenticate-options");
  };
  const begun = lastBegun.then(ask, ask);
  lastBegun = begun;
  return begun;
}

async function attempt(work: () => Promise<unknown>): Promise<PasskeyOutcome> {
  try {
    if (!browserSupportsWebAuthn()) throw new Refused({ reason: "unsupported" });
    await work();
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    const name = error instanceof Error ? error.name : "";
    return { ok: false, problem: { reason: BY_ERROR[name] ?? "unexplained" } };
  }
}

async function send<Data>(path: string, body?: object): Promise<Data> {
  const call = authClient.$fetch<Data>(path, body ? { method: "POST", body } : { method: "GET" });
  const { data, error } = await call.catch(() => ({ data: null, error: { status: 0, code: "" } }));
  if (!error) return data as Data;
  const { status, code = "", seconds = SOME_SECONDS } = error as { status: number; code?: string; seconds?: number };
  if (status === 429) throw new Refused({ waitSeconds: seconds });
  throw new Refused({ reason: status ? (BY_CODE[code] ?? "unexplained") : "unreachable" });
}
