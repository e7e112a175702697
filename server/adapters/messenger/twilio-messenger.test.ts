import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { SendFailure } from "@/server/ports/messenger";
import { createTwilioMessenger } from "./twilio-messenger";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (response: ServerResponse) => void;

/** A gateway on loopback that speaks as Twilio does. */
async function gateway(answer: Answer) {
  const received: { path: string | undefined; authorization: string | undefined; form: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const form = Object.fromEntries(new URLSearchParams(body));
      received.push({ path: request.url, authorization: request.headers.authorization, form });
      answer(response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const messenger = (options: { from?: string; timeoutMs?: number } = {}) =>
    createTwilioMessenger({ url, accountSid: "AC123", authToken: "s3cret", from: "+15005550006", ...options });
  return { received, messenger, url };
}

const says = (status: number, answer: object): Answer => {
  return (response) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
};
const message = { channel: "sms", to: "+4512345678", text: "Town: near. https://x.example/track/1?a=b&c" } as const;

/** What sending ended with: "sent", the kind of failure, or "again" where another try may help. */
async function outcome(send: Promise<void>): Promise<string> {
  try {
    await send;
    return "sent";
  } catch (error) {
    expect(String(error)).not.toContain("s3cret");
    return error instanceof SendFailure ? error.kind : "again";
  }
}

describe("SMS by Twilio's way of asking", () => {
  test("posts a form with basic authentication to the account's messages", async () => {
    const { received, messenger } = await gateway(says(201, { sid: "SM1", status: "queued" }));
    expect(await outcome(messenger().send(message))).toBe("sent");
    expect(await outcome(messenger({ from: "MG77" }).send(message))).toBe("sent");
    const authorization = `Basic ${Buffer.from("AC123:s3cret").toString("base64")}`;
    const path = "/2010-04-01/Accounts/AC123/Messages.json";
    expect(received).toEqual([
      { path, authorization, form: { To: message.to, From: "+15005550006", Body: message.text } },
      { path, authorization, form: { To: message.to, MessagingServiceSid: "MG77", Body: message.text } },
    ]);
  });

  test.each([
    [
      "a number that has said STOP",
      400,
      { code: 21610, message: "Attempt to send to unsubscribed recipient" },
      "opted-out",
    ],
    ["a number that is none", 400, { code: 21211, message: "Invalid 'To' Phone Number" }, "refused"],
    ["a wrong password", 401, { code: 20003 }, "refused"],
    ["too many at once", 429, { code: 20429 }, "again"],
    ["trouble on the other side", 500, {}, "again"],
    ["trouble in between", 503, "no JSON", "again"],
  ])("%s ends with what may be done next", async (_, status, answer, expected) => {
    const { received, messenger } = await gateway(says(status as number, answer as object));
    expect(await outcome(messenger().send(message))).toBe(expected);
    expect(received).toHaveLength(1);
  });

  test("silence and a conversation that breaks off leave the outcome unknown; a closed door does not", async () => {
    const silent = await gateway(() => undefined);
    expect(await outcome(silent.messenger({ timeoutMs: 60 }).send(message))).toBe("unknown");
    const breaking = await gateway((response) => response.destroy());
    expect(await outcome(breaking.messenger().send(message))).toBe("unknown");
    const closed = await gateway(() => undefined);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    expect(await outcome(closed.messenger().send(message))).toBe("again");
  });

  test("what is no SMS, or goes to no number, is not asked for", async () => {
    const { received, messenger } = await gateway(says(201, {}));
    expect(await outcome(messenger().send({ ...message, to: "12345" }))).toBe("refused");
    expect(await outcome(messenger().send({ ...message, channel: "email" }))).toBe("again");
    expect(received).toEqual([]);
  });
});
