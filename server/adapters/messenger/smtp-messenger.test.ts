import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { createSmtpMessenger } from "./smtp-messenger";

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

const servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve))));
});

/** A mail server on loopback that keeps what it is given, or refuses recipients at one domain. */
async function mailbox() {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith("@refused.example") ? new Error("550 no such user") : null),
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        done();
      }, done);
    },
  });
  servers.push(server);
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

test("hands a message to the mail server, letters and lines intact", async () => {
  const { received, url } = await mailbox();
  const messenger = createSmtpMessenger({ url, from: "Dray <dispatch@example.com>" });
  await messenger.send({
    channel: "email",
    to: "ann@example.com",
    subject: "Din rute i dag",
    text: "Hej Åse\nhttps://x.example/run/1",
  });
  expect(received).toMatchObject([{ from: "dispatch@example.com", to: ["ann@example.com"] }]);
  expect(received[0]!.raw).toContain("Subject: Din rute i dag");
  expect(received[0]!.raw).toMatch(/Hej (=C3=85|Å)se/);
  expect(received[0]!.raw).toContain("https://x.example/run/1");
});

test("a sender may go by another name, at the installation's own address and nowhere else", async () => {
  const { received, url } = await mailbox();
  for (const from of ["Dray <dispatch@example.com>", "dispatch@example.com"]) {
    const messenger = createSmtpMessenger({ url, from });
    const fromName = "Flores <eve@example.com>\r\nBcc: mallory@example.com";
    await messenger.send({ channel: "email", to: "ann@example.com", subject: "Hola", text: "x", fromName });
    const { from: envelope, to, raw } = received.pop()!;
    expect({ envelope, to }).toEqual({ envelope: "dispatch@example.com", to: ["ann@example.com"] });
    expect(raw).toMatch(/^From: =\?UTF-8\?Q\?Flores_[^<]*<dispatch@example\.com>/m);
    expect(raw).not.toMatch(/^Bcc:/im);
  }
});

test("a file goes with it, letter by letter", async () => {
  const { received, url } = await mailbox();
  const content = "name,city\r\nÅse,Kø\r\n";
  const attachment = { fileName: "manifest-1.csv", mediaType: "text/csv", content };
  const messenger = createSmtpMessenger({ url, from: "dispatch@example.com" });
  await messenger.send({ channel: "email", to: "ann@example.com", subject: "List", text: "Here", attachment });
  const { raw } = received[0]!;
  expect(raw).toMatch(/Content-Type: text\/csv; charset=utf-8;[\s\S]*filename=manifest-1\.csv/);
  expect(raw).toContain(Buffer.from(content).toString("base64"));
});

test("an address can bring neither further recipients nor headers", async () => {
  const { received, url } = await mailbox();
  const messenger = createSmtpMessenger({ url, from: "dispatch@example.com" });
  const to = "ann@example.com, eve@example.com\r\nBcc: mallory@example.com";
  await messenger
    .send({ channel: "email", to, subject: "x\r\nBcc: mallory@example.com", text: "y" })
    .catch(() => undefined);
  expect(received.flatMap((message) => message.to)).not.toContain("mallory@example.com");
  expect(received.flatMap((message) => message.to)).not.toContain("eve@example.com");
  for (const { raw } of received) expect(raw).not.toMatch(/^Bcc:/im);
});

test("rejects what the server refuses, what it cannot reach and what is no mail", async () => {
  const { received, url } = await mailbox();
  const messenger = createSmtpMessenger({ url, from: "dispatch@example.com", timeoutMs: 2000 });
  await expect(messenger.send({ channel: "email", to: "bob@refused.example", text: "x" })).rejects.toThrow("550");
  await expect(messenger.send({ channel: "sms", to: "+4512345678", text: "x" })).rejects.toThrow("cannot send sms");
  const closed = await mailbox();
  await new Promise<void>((resolve) => servers.pop()!.close(resolve));
  const nobody = createSmtpMessenger({ url: closed.url, from: "dispatch@example.com", timeoutMs: 2000 });
  await expect(nobody.send({ channel: "email", to: "ann@example.com", text: "x" })).rejects.toThrow();
  expect(received).toEqual([]);
});
