import { z } from "zod";
import { type MessengerPort, SendFailure } from "@/server/ports/messenger";
import { gatewayNumber, mayPass, postToGateway } from "./post-to-gateway";

export interface TwilioMessengerOptions {
  /** Twilio's own, or whatever speaks as it does. */
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** A number in international form, a name of letters, or the id of a messaging service (MG…). */
  readonly from: string;
  readonly timeoutMs?: number;
}

/** The recipient has answered STOP. */
const OPTED_OUT = 21610;

const answerSchema = z.object({ code: z.number().optional(), message: z.string().optional() });

/**
 * SMS by Twilio's way of asking (`POST …/Messages.json`, form-encoded, basic auth), which other gateways understand as
 * well. 429 and 5xx may be tried again, other refusals are final, a number that has said STOP counts as an opt-out.
 */
export function createTwilioMessenger(options: TwilioMessengerOptions): MessengerPort {
  const { url, accountSid, authToken, from, timeoutMs = 15_000 } = options;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const sender = from.startsWith("MG") ? "MessagingServiceSid" : "From";
  return {
    source: "twilio",
    async send({ channel, to, text }) {
      const { status, text: answer } = await postToGateway({
        url: `${url.replace(/\/$/, "")}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          accept: "application/json",
          authorization: `Basic ${credentials}`,
        },
        body: new URLSearchParams({ To: gatewayNumber(channel, to), [sender]: from, Body: text }).toString(),
        timeoutMs,
      });
      if (status >= 200 && status < 300) return;
      const { code, message } = readAnswer(answer);
      const refusal = ["Twilio refused the SMS", `(${[status, code].filter(Boolean).join(", ")})`, message].join(" ");
      if (code === OPTED_OUT) throw new SendFailure("opted-out", refusal.trim());
      throw mayPass(status) ? new Error(refusal.trim()) : new SendFailure("refused", refusal.trim());
    },
  };
}

function readAnswer(text: string): z.infer<typeof answerSchema> {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
