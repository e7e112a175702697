import { type MessengerPort, SendFailure } from "@/server/ports/messenger";
import { gatewayNumber, mayPass, postToGateway } from "./post-to-gateway";

export interface HttpSmsMessengerOptions {
  /** Takes `POST {"to": "+45…", "text": "…"}`: a gateway's own address, or a small relay in front of it. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string;
  readonly timeoutMs?: number;
}

/** SMS through an HTTP gateway; any 2xx is accepted, 429 and 5xx may be tried again, all else is a refusal. */
export function createHttpSmsMessenger({ url, token, timeoutMs = 15_000 }: HttpSmsMessengerOptions): MessengerPort {
  return {
    source: "sms-http",
    async send({ channel, to, text, id }) {
      const { status } = await postToGateway({
        url,
        headers: {
          "content-type": "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
          ...(id && { "idempotency-key": id }),
        },
        body: JSON.stringify({ to: gatewayNumber(channel, to), text }),
        timeoutMs,
      });
      if (status >= 200 && status < 300) return;
      const refusal = `${new URL(url).origin} refused the SMS (${status})`;
      throw mayPass(status) ? new Error(refusal) : new SendFailure("refused", refusal);
    },
  };
}
