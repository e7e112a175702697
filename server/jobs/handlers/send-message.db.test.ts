import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { createSmtpMessenger } from "@/server/adapters/messenger/smtp-messenger";
import { SendFailure } from "@/server/ports/messenger";
import { listMessages } from "@/server/services/message/list-messages";
import { addOptOut } from "@/server/services/notification/add-opt-out";
import { sendNotifications } from "@/server/services/notification/send-notifications";
import { type ToldDay, toldDay } from "@/server/testing/told-day";
import { startWorkerProcess } from "@/server/testing/worker-process";
import { sendMessage } from "./send-message";

const servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve))));
});

/** A mail server on loopback that counts; `hold` keeps it from answering what it has taken. */
async function mailbox(hold: Promise<void> = Promise.resolve()) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const take = async (raw: string) => {
        received.push(raw);
        await hold;
        done();
      };
      // Of a sender that is killed in the middle of a message there is nothing to take.
      void text(stream).then(take, () => undefined);
    },
  });
  servers.push(server);
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { received, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

/** Makes the messages of a day that was sent out, and answers with the ids of one channel's. */
async function dueMessages(day: ToldDay, channel: "email" | "sms" = "email") {
  await day.settle();
  const written = (await day.written()).filter((each) => each.channel === channel);
  return written.sort((a, b) => a.stop - b.stop).map(({ id }) => id);
}

const noSignal = () => new AbortController().signal;
const statusesOf = async (day: ToldDay) =>
  Object.fromEntries((await day.written()).map(({ channel, stop, status }) => [`${channel}${stop}`, status]));

test("a customer's e-mail arrives once, in text and HTML, with what makes it stop, however often its job runs", async () => {
  const { received, url } = await mailbox();
  const day = await toldDay(1);
  const email = createSmtpMessenger({
    url,
    from: "Green Grocer <hello@grocer.example>",
    replyTo: "care@grocer.example",
  });
  const services = day.system({ messengers: { email, sms: day.messengers.sms } });
  const [messageId] = await dueMessages(day);
  await Promise.all(Array.from({ length: 50 }, () => sendMessage(services, { messageId: messageId! }, noSignal())));
  expect(received).toHaveLength(1);
  const raw = received[0]!;
  expect(raw).toContain(`Message-ID: <${messageId}@grocer.example>`);
  // Under the name of who delivers; the installation's own is for what it says itself.
  expect(raw).toContain("From: Test <hello@grocer.example>");
  expect(raw).toContain("Reply-To: care@grocer.example");
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(raw).toMatch(/List-Unsubscribe:\s+<http:\/\/dray\.test\/track\/[\w-]{43}\/messages>/);
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(raw).toMatch(/multipart\/alternative/);
  expect(raw).toMatch(/text\/plain[\s\S]*text\/html/);
  expect(raw).not.toContain("/track/~");
  // 49 of the 50 may have met a message that was being sent and taken its sender for dead; he has the last word.
  expect((await statusesOf(day)).email0).toBe("sent");
});

test("a name that looks like the mark of a link tells no secret of what it names", async () => {
  const day = await toldDay(1);
  const { organizationId } = day;
  const stranger = `/track/~${organizationId}`;
  await day.scenario.tenant.database.raw`update delivery_visit set contact_name = ${stranger}
    where organization_id = ${organizationId}`;
  const [email] = await dueMessages(day);
  await sendMessage(day.system(), { messageId: email! }, noSignal());
  const messages = await listMessages(day.scenario.context("dispatcher"), {});
  const secret = day.system().ports.ids.tokenFor(organizationId);
  const told = JSON.stringify([day.messengers.email.sent, messages]);
  expect(told).toContain(stranger);
  expect(told).toMatch(/\/track\/[\w-]{43}/);
  expect(told).not.toContain(secret);
});

test("a sender that was taken for dead while it waited for an answer still says what became of its message", async () => {
  let release = () => {};
  const { received, url } = await mailbox(new Promise<void>((resolve) => (release = resolve)));
  const day = await toldDay(1);
  const email = createSmtpMessenger({ url, from: "hello@grocer.example" });
  const services = day.system({ messengers: { email, sms: day.messengers.sms } });
  const [messageId] = await dueMessages(day);
  const sending = sendMessage(services, { messageId: messageId! }, noSignal());
  await expect.poll(() => received.length).toBe(1);
  await sendMessage(services, { messageId: messageId! }, noSignal());
  expect((await statusesOf(day)).email0).toBe("unknown");
  release();
  await sending;
  expect((await statusesOf(day)).email0).toBe("sent");
  expect(received).toHaveLength(1);
});

test("who says no after a message was written, and before it is handed over, is not sent it", async () => {
  const day = await toldDay(2);
  const { database } = day.scenario.tenant;
  const [first, second] = await dueMessages(day);
  await addOptOut(day.scenario.context("dispatcher"), { channel: "email", address: "CUSTOMER0@example.com" });
  for (const messageId of [first!, first!, second!]) await sendMessage(day.system(), { messageId }, noSignal());
  expect(day.messengers.email.sent.map(({ to }) => to)).toEqual(["Customer1@Example.com"]);
  expect(await statusesOf(day)).toMatchObject({ email0: "failed", email1: "sent" });
  const [row] = await database.raw`select failure from outbox_message where id = ${first!}`;
  expect(row!.failure).toContain("has said no");
});

test("a mail server that takes a message and falls silent leaves it unknown, and it is not sent again", async () => {
  let release = () => {};
  const { received, url } = await mailbox(new Promise<void>((resolve) => (release = resolve)));
  const day = await toldDay(1);
  const email = createSmtpMessenger({ url, from: "hello@grocer.example", timeoutMs: 400 });
  const services = day.system({ messengers: { email, sms: day.messengers.sms } });
  const [messageId] = await dueMessages(day);
  await sendMessage(services, { messageId: messageId! }, noSignal());
  await sendMessage(services, { messageId: messageId! }, noSignal());
  expect((await statusesOf(day)).email0).toBe("unknown");
  expect(received).toHaveLength(1);
  release();
});

test("what is refused for good is not tried again, what may go better is, and a STOP is believed", async () => {
  const day = await toldDay(3);
  const ids = await dueMessages(day, "sms");
  const send = (failure: Error | undefined, messageId: string) => {
    day.messengers.sms.failure = failure;
    return sendMessage(day.system(), { messageId }, noSignal());
  };
  await send(new SendFailure("refused", "no such number"), ids[0]!);
  await expect(send(new Error("busy"), ids[1]!)).rejects.toThrow("busy");
  await send(undefined, ids[1]!);
  await send(new SendFailure("opted-out", "STOP"), ids[2]!);
  expect(await statusesOf(day)).toMatchObject({ sms0: "failed", sms1: "sent", sms2: "failed" });
  await day.drive({ type: "complete", visitIds: [day.visitIds[2]], outcome: "failed", reason: "nobody-home" });
  await day.settle();
  const failed = (await day.written()).filter(({ trigger }) => trigger === "failed");
  expect(failed.map(({ stop, channel }) => `${stop} ${channel}`)).toEqual(["2 email"]);
});

test("a worker that is killed while it sends leaves that message unknown, and every other arrives once", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { received, url } = await mailbox(held);
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-mail-"));
  const day = await toldDay(6);
  const { database } = day.scenario.tenant;
  const queue = await startBossJobQueue(database, () => {});
  const env = { SMTP_URL: url, MAIL_FROM: "hello@grocer.example" };
  let worker = startWorkerProcess(database.url, dataDir, env);
  try {
    await day.look();
    day.pass(11);
    const kept = { source: "outbox", send: async () => undefined };
    const messengers = { email: day.messengers.email, sms: kept };
    await sendNotifications(day.system({ jobs: queue, messengers }), {});
    await expect.poll(() => received.length).toBeGreaterThan(0);
    await worker.kill();
    release();
    const atKill = received.length;
    worker = startWorkerProcess(database.url, dataDir, env);
    const emails = async () => (await day.written()).filter(({ channel }) => channel === "email");
    const settled = async () => (await emails()).every(({ status }) => status === "sent" || status === "unknown");
    await expect.poll(settled).toBe(true);
    const ids = received.map((raw) => /Message-ID: <([^@]+)@/.exec(raw)![1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const statuses = await emails();
    expect(statuses.filter(({ status }) => status === "unknown").length).toBeGreaterThanOrEqual(atKill);
    for (const { id, status } of statuses) if (status === "sent") expect(ids).toContain(id);
  } finally {
    await worker.stop();
    await queue.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
