import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { ACT_FAULTS, type ActFault, CUSTOMER_ACTS } from "@/server/domain/tracking/customer-act";

const NAME = "dray_said";
const SECONDS = 120;
/** Browsers keep 4,096 characters, the name and the rest included. */
const MOST_CHARACTERS = 3500;
const MOST_BYTES = 100_000;

const REFUSALS = ["switched-off", "not-yet", "too-late", "limit-reached", "already-done", "nothing-there"] as const;

const saidSchema = z.object({
  act: z.enum(CUSTOMER_ACTS),
  /** Null: it is done. */
  fault: z.enum([...ACT_FAULTS, ...REFUSALS]).nullable() satisfies z.ZodType<ActFault | null>,
  /** What was typed, by the names of the form. */
  fields: z.record(z.string(), z.string()),
});
/** How the last act on this page ended: said once, on the page that follows the post. */
export type Said = z.output<typeof saidSchema>;

/** Leaves word for the next page. It is no secret and no proof of anything: whoever makes one up reads it himself. */
export function putSaid(context: Context, token: string, said: Said): void {
  setCookie(context, NAME, pack(said), { ...keptFor(token), maxAge: SECONDS });
}

/** The word left, which is gone with that; null: none, or none of ours. */
export function takeSaid(context: Context, token: string): Said | null {
  const packed = getCookie(context, NAME);
  if (!packed) return null;
  deleteCookie(context, NAME, keptFor(token));
  try {
    const text = inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: MOST_BYTES }).toString();
    return saidSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A cookie of one link's pages, which no other site's request carries. */
export function keptFor(token: string) {
  return { path: `/track/${token}`, httpOnly: true, sameSite: "Strict" } as const;
}

function pack(said: Said): string {
  const packed = deflateRawSync(JSON.stringify(said)).toString("base64url");
  if (packed.length <= MOST_CHARACTERS) return packed;
  // What no cookie holds is kept as far as it goes.
  const shorter = Object.entries(said.fields).map(([name, text]) => [
    name,
    text.slice(0, Math.floor(text.length * 0.8)),
  ]);
  return pack({ ...said, fields: Object.fromEntries(shorter) });
}
