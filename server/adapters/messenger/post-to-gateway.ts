import { SendFailure } from "@/server/ports/messenger";

export interface GatewayRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

export interface GatewayAnswer {
  readonly status: number;
  /** As far as it is of use; empty when it could not be read. */
  readonly text: string;
}

const MOST_CHARACTERS = 10_000;
/** The conversation did not come about: nothing was said. */
const UNHEARD = new Set([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"],
  ...["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "ERR_TLS_CERT_ALTNAME_INVALID"],
]);

/**
 * Asks a gateway to send an SMS and says what it answered. Rejects as a messenger does: as unknown when the request may
 * have been heard, with another error when it surely was not. No secret is in any error.
 */
export async function postToGateway({ url, headers, body, timeoutMs }: GatewayRequest): Promise<GatewayAnswer> {
  const gateway = new URL(url).origin;
  const signal = AbortSignal.timeout(timeoutMs);
  let response: Response;
  try {
    // A redirect would carry the secret to an address nobody configured.
    response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
  } catch (error) {
    const { code = "" } = ((error as Error).cause ?? {}) as { code?: string };
    if (UNHEARD.has(code)) throw new Error(`${gateway} cannot be reached (${code})`, { cause: error });
    const what = signal.aborted ? "did not answer in time" : "broke off";
    throw new SendFailure("unknown", `${gateway} ${what}; the SMS may have been sent`, { cause: error });
  }
  // What it says beyond its status changes nothing of what has happened.
  const text = await response.text().catch(() => "");
  return { status: response.status, text: text.slice(0, MOST_CHARACTERS) };
}

/** A number as gateways take it. Rejects for good what is none. */
export function gatewayNumber(channel: string, to: string): string {
  if (channel !== "sms") throw new Error(`The SMS gateway cannot send ${channel}`);
  if (/^\+[1-9]\d{5,14}$/.test(to)) return to;
  throw new SendFailure("refused", "The SMS gateway needs an international number (+45…)");
}

/** True for answers after which another try may go better. */
export function mayPass(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
