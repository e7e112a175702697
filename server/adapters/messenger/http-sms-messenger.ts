import type { MessengerPort } from "@/server/ports/messenger";

export interface HttpSmsMessengerOptions {
  /** Takes `POST {"to": "+45…", "text": "…"}`: a gateway's own address, or a small relay in front of it. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string;
  readonly timeoutMs?: number;
}

/**
 * SMS through an HTTP gateway; any 2xx is accepted. Rejects for other channels, for numbers that are not E.164, and
 * when no answer came in time: then the gateway may still have sent it, which the message of the error says.
 */
export function createHttpSmsMessenger({ url, token, timeoutMs = 15_000 }: HttpSmsMessengerOptions): MessengerPort {
  const gateway = new URL(url).origin;
  return {
    source: "sms-http",
    async send({ channel, to, text }) {
      if (channel !== "sms") throw new Error(`The SMS gateway cannot send ${channel}`);
      if (!/^\+[1-9]\d{5,14}$/.test(to)) throw new Error("The SMS gateway needs an international number (+45…)");
      const timeout = AbortSignal.timeout(timeoutMs);
      let response: Response;
      try {
        response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
          body: JSON.stringify({ to, text }),
          // A redirect would carry the token to an address nobody configured.
          redirect: "error",
          signal: timeout,
        });
      } catch (error) {
        if (timeout.aborted) throw new Error(`${gateway} did not answer in time; the SMS may have been sent`);
        throw new Error(`${gateway} cannot be reached`, { cause: error });
      }
      await response.body?.cancel();
      if (!response.ok) throw new Error(`${gateway} refused the SMS (${response.status})`);
    },
  };
}
