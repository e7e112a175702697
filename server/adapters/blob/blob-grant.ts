import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Grant, GrantReading } from "@/server/ports/granted-files";

/** Signs and reads grants: what may be done with which blob until when, in the address itself. */
export interface GrantSeal {
  seal(grant: Grant, now: Date, seconds: number): string;
  open<V extends Grant["verb"]>(verb: V, token: string, now: Date): GrantReading<V>;
}

/** A key of its own is made of the installation's secret, so that no other signature of it is a grant. */
export function createGrantSeal(secret: string): GrantSeal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "dray blob grant", 32));
  const sign = (payload: string) => createHmac("sha256", key).update(payload).digest();
  return {
    seal(grant, now, seconds) {
      const untilMs = now.getTime() + seconds * 1000;
      const payload = Buffer.from(JSON.stringify({ ...grant, untilMs })).toString("base64url");
      return `${payload}.${sign(payload).toString("base64url")}`;
    },
    open<V extends Grant["verb"]>(verb: V, token: string, now: Date): GrantReading<V> {
      const [payload = "", signature = "", ...rest] = token.split(".");
      const [given, expected] = [Buffer.from(signature, "base64url"), sign(payload)];
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return { ok: false, why: "not-a-grant" };
      }
      const { untilMs, ...grant } = JSON.parse(Buffer.from(payload, "base64url").toString()) as Grant & {
        readonly untilMs: number;
      };
      if (grant.verb !== verb) return { ok: false, why: "not-a-grant" };
      if (now.getTime() >= untilMs) return { ok: false, why: "expired" };
      return { ok: true, grant: grant as Extract<Grant, { verb: V }> };
    },
  };
}
