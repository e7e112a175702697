import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { listSealedSince } from "@/db/queries/partner/connections";
import { SECRET_OVERLAP_MS } from "@/server/domain/partner/connection";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";
import { openSecrets } from "./carrier-connection";
import { ownPartner } from "./own-partner";

/** A request is as old as this at most, and as far ahead. */
const TOLERATED_MS = 5 * 60_000;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/**
 * Refuses what a partner's token has not signed: HMAC-SHA256 of timestamp, a dot and the body as it came, by the secret
 * that was made with the token or the one its connection holds (one that was replaced within a day, too).
 */
export const verifyPartnerCall = query({
  permission: "partner.act",
  input: z.object({
    partnerId: z.uuid(),
    keyId: z.uuid(),
    timestamp: z.string(),
    signature: z.string(),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  prepare: async ({ actor, now, ports, read }, { partnerId, keyId, timestamp, signature, bytes }) => {
    const { organizationId } = actor;
    const sealed = await read(async (tx) => {
      await ownPartner(tx, actor, partnerId);
      return listSealedSince(tx, organizationId, partnerId, new Date(now.getTime() - SECRET_OVERLAP_MS));
    });
    const at = instantOf(timestamp);
    if (at === undefined) refuse("X-Partner-Timestamp is missing: seconds or milliseconds since 1970, or RFC 3339.");
    if (Math.abs(now.getTime() - at) > TOLERATED_MS) refuse("X-Partner-Timestamp is more than five minutes off.");
    const shown = SIGNATURE.exec(signature)?.[1];
    if (!shown) refuse("X-Partner-Signature is missing: sha256=, and 64 hexadecimal digits.");
    const secrets = [
      ports.ids.tokenFor(keyId),
      ...sealed.flatMap((each) => openSecrets(ports.secrets, organizationId, partnerId, each)?.signingSecret ?? []),
    ];
    // All are tried, whichever fits: how long it takes says nothing.
    const fits = secrets.filter((secret) => isSigned(secret, timestamp, bytes, Buffer.from(shown, "hex")));
    if (fits.length === 0) refuse("This signature does not fit.");
  },
  run: async () => null,
});

function isSigned(secret: string, timestamp: string, bytes: Uint8Array, shown: Buffer): boolean {
  const expected = createHmac("sha256", secret).update(`${timestamp}.`).update(bytes).digest();
  return expected.length === shown.length && timingSafeEqual(expected, shown);
}

/** Epoch milliseconds; undefined for what is no time. */
function instantOf(text: string): number | undefined {
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,14}$/.test(text)) return Number(text);
  const at = z.iso.datetime({ offset: true }).safeParse(text);
  return at.success ? Date.parse(at.data) : undefined;
}

function refuse(message: string): never {
  throw new ServiceError("unauthenticated", message, { reason: "unauthenticated" });
}
