import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { readClaims, signClaims } from "./signed-claims";

/** How long a device counts as known after its last sign-in. */
export const KNOWN_DEVICE_SECONDS = 180 * 24 * 3600;

const KIND = { prefix: "", purpose: "known-device" };
const claimsSchema = z.object({ a: z.string(), d: z.string(), e: z.number() });

/** What stands for an account or an address in keys and cookies' names: nobody reads out of it whose it is. */
export function keyedHash(secret: string, what: string, of: string): string {
  return createHmac("sha256", secret).update(`${what} ${of}`).digest("base64url");
}

/** Each account has a cookie of its own on a device that several people use. */
export function knownDeviceCookie(accountHash: string): string {
  return `known_${accountHash.replace(/[^A-Za-z0-9]/g, "").slice(0, 12)}`;
}

/**
 * What a device keeps that somebody has signed in from to this account. It opens nothing: its tries are counted by
 * themselves, so that strangers who guess cannot keep a person out of the devices they use.
 */
export function signKnownDevice(secret: string, accountHash: string, deviceId: string, now: Date): string {
  return signClaims(secret, KIND, { a: accountHash, d: deviceId, e: now.getTime() + KNOWN_DEVICE_SECONDS * 1000 });
}

/** The device's id; undefined for another account's, an old one, and any other text. */
export function readKnownDevice(secret: string, accountHash: string, value: string, now: Date): string | undefined {
  const claims = claimsSchema.safeParse(readClaims(secret, KIND, value));
  if (!claims.success || claims.data.a !== accountHash || claims.data.e <= now.getTime()) return undefined;
  return claims.data.d;
}
