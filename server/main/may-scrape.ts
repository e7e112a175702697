import { createHash, timingSafeEqual } from "node:crypto";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip"];

/**
 * Whether somebody may see figures of the installation: with the token, where there is one. Without one only this machine
 * itself, and nobody whom a proxy on it has brought.
 */
export function mayScrape(headers: Headers, token: string | undefined): boolean {
  if (token !== undefined) {
    const given = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
    return given !== undefined && timingSafeEqual(digest(given), digest(token));
  }
  return LOOPBACK.test(headers.get(CLIENT_ADDRESS_HEADER) ?? "") && !FORWARDED.some((name) => headers.has(name));
}

const digest = (text: string) => createHash("sha256").update(text).digest();
