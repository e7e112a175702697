import "server-only";
import { timingSafeEqual } from "node:crypto";

/** How long the proof can be looked at before somebody has to say again who he is. */
export const GRANT_SECONDS = 900;

/** Signs with the installation's secret, for customers' pages only. */
export type Sign = (text: string) => string;

/** What a form carries to show that it was made by us for this link. */
export function formSeal(sign: Sign, linkId: string): string {
  return sign(`form ${linkId}`);
}

/** What a browser keeps once somebody has shown who he is: good for one link and a while. */
export function proofGrant(sign: Sign, linkId: string, nowMs: number): string {
  const untilMs = nowMs + GRANT_SECONDS * 1000;
  return `${untilMs}.${sign(`proof ${linkId} ${untilMs}`)}`;
}

export function isProofGranted(sign: Sign, linkId: string, grant: string | undefined, nowMs: number): boolean {
  const [untilMs = "", signature = ""] = grant?.split(".") ?? [];
  const isOurs = isSame(signature, sign(`proof ${linkId} ${untilMs}`));
  return isOurs && /^\d{1,15}$/.test(untilMs) && nowMs < Number(untilMs);
}

/** Compares without telling by its time how much of it fits. */
export function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
