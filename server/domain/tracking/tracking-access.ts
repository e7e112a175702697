import { z } from "zod";
import { type KnownContact, passesIdentityCheck } from "./identity-check";
import type { TrackingPolicy } from "./tracking-policy";

const DAY_MS = 86_400_000;

/**
 * A link's secret as it stands in the path: base64url of 128 random bits or more (ours have 256), of which only the hash
 * is kept. No ids, no sequence numbers (product.md §3, "token").
 */
export const trackingTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

/** What the form without a link asks for. */
export const trackingNumberSchema = z.string().trim().min(3).max(120);

/** One stop's link over one channel, as it is kept. */
export interface TrackingLink {
  readonly createdAtMs: number;
  readonly revokedAtMs: number | null;
  /** When its delivery ended; null: it has not, or not any more. */
  readonly endedAtMs: number | null;
}

/** How much of a page is answered. `none` is one value for everything that is not to be found, whatever the cause. */
export type TrackingScope = "page" | "status" | "none";

/** What a link opens at a moment; unknown, withdrawn and expired are the same answer. */
export function scopeOfLink(link: TrackingLink | null, policy: TrackingPolicy, nowMs: number): TrackingScope {
  if (link === null || link.revokedAtMs !== null) return "none";
  if (link.endedAtMs === null) return nowMs < link.createdAtMs + policy.openDays * DAY_MS ? "page" : "none";
  const pageUntil = link.endedAtMs + policy.pageDays * DAY_MS;
  if (nowMs < pageUntil) return "page";
  return nowMs < pageUntil + policy.statusDays * DAY_MS ? "status" : "none";
}

/** A delivery found by the number a customer typed. */
export interface NumberMatch extends KnownContact {
  readonly link: TrackingLink;
}

/**
 * The one delivery a number and a second factor open, or null: unknown number, wrong answer, several that fit and those
 * whose page is gone are the same, and every candidate is looked at whatever the first one said.
 */
export function matchTrackingNumber<T extends NumberMatch>(
  candidates: readonly T[],
  answer: string,
  policy: TrackingPolicy,
  nowMs: number,
): T | null {
  const fitting = candidates.filter((candidate) => {
    const isTheirs = passesIdentityCheck(answer, candidate);
    return scopeOfLink(candidate.link, policy, nowMs) !== "none" && isTheirs;
  });
  return fitting.length === 1 ? fitting[0]! : null;
}
