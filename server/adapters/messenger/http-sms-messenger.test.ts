import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { createHttpSmsMessenger } from "./http-sms-messenger";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function gateway(answer: (response: ServerResponse) => void) {
  const received: { authorization: string | undefined; method: string | undefined; body: unknown }[] = [];
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const { method, headers } = request;
    received.push({ method, authorization: headers.authorization, body: await json(request) });
    answer(response);
  };
  const server = createServer((request, response) => void listener(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send` };
}

const message = { channel: "sms", to: "+4512345678", text: "Din rute: https://x.example/run/1" } as const;

test("posts number and text with the token", async () => {
  const { received, url } = await gateway((response) => response.writeHead(202).end());
  await createHttpSmsMessenger({ url, token: "t0ken" }).send(message);
  expect(received).toEqual([
    { method: "POST", authorization: "Bearer t0ken", body: { to: message.to, text: message.text } },
  ]);
});

test("rejects a refusal, a redirect and a closed door; the token is in no error", async () => {
  const refusing = await gateway((response) => response.writeHead(403).end("no"));
  const redirecting = await gateway((response) => response.writeHead(307, { location: refusing.url }).end());
  const refused = createHttpSmsMessenger({ url: refusing.url, token: "t0ken" }).send(message);
  await expect(refused).rejects.toThrow("refused the SMS (403)");
  await expect(refused).rejects.not.toThrow("t0ken");
  await expect(createHttpSmsMessenger({ url: redirecting.url }).send(message)).rejects.toThrow("refused the SMS (307)");
  expect(refusing.received).toHaveLength(1);
});

test("says that a silent gateway may have sent it", async () => {
  const { url } = await gateway(() => undefined);
  await expect(createHttpSmsMessenger({ url, timeoutMs: 50 }).send(message)).rejects.toThrow("may have been sent");
});

test("asks the gateway for nothing it cannot do", async () => {
  const { received, url } = await gateway((response) => response.end());
  const messenger = createHttpSmsMessenger({ url });
  await expect(messenger.send({ ...message, channel: "email" })).rejects.toThrow("cannot send email");
  await expect(messenger.send({ ...message, to: "12345678" })).rejects.toThrow("international number");
  expect(received).toEqual([]);
});
