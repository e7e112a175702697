import "server-only";
import { z } from "zod";
import { readClaims, signClaims } from "./signed-claims";

/** What a driver's token says: whose it is, and until when. */
export interface DriverToken {
  readonly organizationId: string;
  readonly driverId: string;
  readonly expiresAt: Date;
}

const KIND = { prefix: "dray_dt_", purpose: "driver-token" };
const claimsSchema = z.object({ o: z.uuid(), d: z.uuid(), e: z.number() });

/** A token of one driver of one organization; nothing of it is stored. */
export function signDriverToken(secret: string, { organizationId, driverId, expiresAt }: DriverToken): string {
  return signClaims(secret, KIND, { o: organizationId, d: driverId, e: expiresAt.getTime() });
}

/** The claims of a driver's token we have signed; undefined for any other text, and for one whose time is over. */
export function readDriverToken(secret: string, token: string, now: Date): DriverToken | undefined {
  const claims = readClaims(secret, KIND, token);
  if (claims === undefined) return undefined;
  const { o, d, e } = claimsSchema.parse(claims);
  const expiresAt = new Date(e);
  return expiresAt > now ? { organizationId: o, driverId: d, expiresAt } : undefined;
}
