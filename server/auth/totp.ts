import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of phones differ: the half minutes before and after are taken as well, as better-auth does. */
const WINDOW_STEPS = 1;

/** The code of one half minute (RFC 4226 and 6238, SHA-1, six digits). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = hash[hash.length - 1]! & 15;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** Which half minute since 1970 an instant lies in. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The half minute whose code this is, among those taken now; undefined for a wrong code. */
export function matchingStep(secret: string, code: string, now: Date): number | undefined {
  const given = Buffer.from(code);
  let matched: number | undefined;
  for (let step = totpStep(now) - WINDOW_STEPS; step <= totpStep(now) + WINDOW_STEPS; step++) {
    const expected = Buffer.from(totpCode(secret, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) matched = step;
  }
  return matched;
}
