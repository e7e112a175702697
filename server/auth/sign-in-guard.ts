import "server-only";
import {
  type BackOff,
  beginTry,
  countFailures,
  forgetTries,
  takeTryBack,
  tidyTries,
} from "@/db/queries/access/sign-in-tries";
import type { AuthSettings } from "./auth-settings";
import { keyedHash } from "./known-device";

/** One account (from one device it knows, or from anywhere else): five tries, then 1 s, 2 s, 4 s … */
const PER_ACCOUNT: BackOff = { freeTries: 5, mostSeconds: 900 };
/** One address, whichever accounts it tries: a house full of people who mistype is within it. */
const PER_ADDRESS: BackOff = { freeTries: 30, mostSeconds: 900 };

/** What is guessed at: an account's password at the door, the second step, a password asked for once more inside, a passkey. */
export type GuessedAt = "password" | "code" | "again" | "passkey";

export interface SignInTry {
  readonly at: GuessedAt;
  /** An address, a person's id or a passkey's name: whether there is such an account is nobody's business here. */
  readonly subject: string;
  /** Of a device the account has been used from. */
  readonly deviceId?: string;
  /** Where the caller is; of IPv6 the half that is its house. */
  readonly address: string | null;
}

/** Seconds to wait, or null: go on. Counts the try as failed until it is said to have gone well. */
export async function beginGuarded(settings: AuthSettings, attempt: SignInTry): Promise<number | null> {
  const { database, clock, limitSignIn } = settings;
  const now = clock.now();
  const { account, address } = keysOf(settings, attempt);
  if (limitSignIn && address) {
    const outcome = await beginTry(database, address, now, PER_ADDRESS);
    if ("heldUntil" in outcome) return secondsUntil(outcome.heldUntil, now);
  }
  if (!account) return null;
  const outcome = await beginTry(database, account, now, PER_ACCOUNT);
  if (!("heldUntil" in outcome)) return null;
  if (limitSignIn && address) await takeTryBack(database, address, now);
  return secondsUntil(outcome.heldUntil, now);
}

/** It was right: nothing is held against the account. What its address has failed with others stays. */
export async function wentWell(settings: AuthSettings, attempt: SignInTry): Promise<void> {
  const { account, address } = keysOf(settings, attempt);
  if (account) await forgetTries(settings.database, [account]);
  if (settings.limitSignIn && address) await takeTryBack(settings.database, address, settings.clock.now());
}

/** Refused for another reason than a wrong guess. */
export async function wasNoGuess(settings: AuthSettings, attempt: SignInTry): Promise<void> {
  const { account, address } = keysOf(settings, attempt);
  const now = settings.clock.now();
  if (account) await takeTryBack(settings.database, account, now);
  if (settings.limitSignIn && address) await takeTryBack(settings.database, address, now);
}

/** It was wrong: how many in a row that makes; 0 where it is not counted against anybody. */
export async function wentWrong(settings: AuthSettings, attempt: SignInTry): Promise<number> {
  await tidyTries(settings.database, settings.clock.now());
  const { account } = keysOf(settings, attempt);
  return account ? countFailures(settings.database, account) : 0;
}

/**
 * Whoever has set a new password, by a link in his own mail, need not wait for what others have tried. Guesses at the second
 * step still count: it is there for the day somebody else reads that mail.
 */
export async function forgiveAccount(settings: AuthSettings, { id, email }: { id: string; email: string }) {
  const keys = [
    { at: "password" as const, subject: email.toLowerCase() },
    { at: "again" as const, subject: id },
  ];
  const accounts = keys.map((each) => keysOf(settings, { ...each, address: null }).account);
  await forgetTries(
    settings.database,
    accounts.filter((account) => account !== null),
  );
}

function keysOf({ secret }: AuthSettings, { at, subject, deviceId, address }: SignInTry) {
  // A signature cannot be guessed at, and whoever knows a passkey's name must not keep its person out: strangers are counted
  // by where they are.
  const isStrangersPasskey = at === "passkey" && !deviceId;
  return {
    account: isStrangersPasskey ? null : keyedHash(secret, `tries ${at} ${deviceId ?? "-"}`, subject),
    // Who is known by a device is not held up for what others try from the same house.
    address: deviceId ? null : address && keyedHash(secret, "tries of", address),
  };
}

function secondsUntil(instant: Date, now: Date): number {
  return Math.max(1, Math.ceil((instant.getTime() - now.getTime()) / 1000));
}
