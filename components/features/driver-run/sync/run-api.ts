import type { DriverRun, WireDriverOp } from "@/server/domain/execution/driver-run";
import type { CustomerNote } from "@/server/domain/message/customer-note";
import type { PositionFix } from "../store/kept";
import type { OpsAnswer } from "./settle-acts";

/**
 * What came of asking the server.
 * - `closed`: what was shown opens nothing (any more);
 * - `away`: no answer, or one that says to come again: nothing is known, ask later;
 * - `refused`: it was understood and will be refused again.
 */
export type Answer<Body> =
  | { readonly kind: "ok"; readonly body: Body }
  | { readonly kind: "closed" }
  | { readonly kind: "away" }
  | { readonly kind: "refused"; readonly status: number };

const TIMEOUT_MILLISECONDS = 20_000;

export interface OpenedSession {
  readonly token: string;
  readonly routeId: string;
  readonly expiresAt: string;
}

/** Changes a link's token into one of this device's own. */
export function openSession(linkToken: string): Promise<Answer<OpenedSession>> {
  return ask("session", linkToken, "POST");
}

export function fetchRun(session: string): Promise<Answer<DriverRun>> {
  return ask("route", session, "GET");
}

export function sendOps(session: string, ops: readonly WireDriverOp[]): Promise<Answer<OpsAnswer>> {
  return ask("ops", session, "POST", { deviceNow: new Date().toISOString(), ops });
}

export function sendFixes(session: string, fixes: readonly PositionFix[]): Promise<Answer<unknown>> {
  return ask("positions", session, "POST", { deviceNow: new Date().toISOString(), fixes });
}

/** What is to be written to whoever waits at a stop. */
export interface CustomerMessage {
  readonly messageId: string;
  readonly visitId: string;
  readonly note: CustomerNote;
}

export function sendCustomerNote(session: string, message: CustomerMessage): Promise<Answer<unknown>> {
  return ask("notes", session, "POST", message);
}

/** Asks the driver's API. Never rejects. */
export async function ask<Body>(
  path: string,
  bearer: string,
  method: "GET" | "POST",
  body?: unknown,
): Promise<Answer<Body>> {
  try {
    const response = await fetch(`/api/run/${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, ...(body !== undefined && { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (response.ok) return { kind: "ok", body: (await response.json()) as Body };
    if (response.status === 401) return { kind: "closed" };
    const isPassing = response.status >= 500 || response.status === 408 || response.status === 429;
    return isPassing ? { kind: "away" } : { kind: "refused", status: response.status };
  } catch {
    return { kind: "away" };
  }
}
