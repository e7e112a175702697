import { expect, test } from "vitest";
import { parseCsvText } from "@/server/adapters/order-file/parse-csv-text";
import { idToHex24 } from "@/server/domain/ids";
import { cancelHandoverJob } from "@/server/jobs/handlers/cancel-handover";
import { sendMessage } from "@/server/jobs/handlers/send-message";
import type { OutgoingMessage } from "@/server/ports/messenger";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { partnerServer } from "@/server/testing/partner-server";
import { planScenario } from "@/server/testing/plan-scenario";
import { readAttachment } from "../message/read-attachment";
import { removeDeliveries } from "../order/remove-deliveries";
import { rescheduleDelivery } from "../order/reschedule-delivery";
import { addPartner } from "./add-partner";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { passOnOffer } from "./pass-on-offer";
import { sendManifest } from "./send-manifest";
import { takePartnerWord } from "./take-partner-word";

const signal = new AbortController().signal;

/** Deliveries, and a partner who is mailed lists of what is handed over to him. */
async function day(
  settings: object = { manifest: { emails: ["a@swift.example", "B@swift.example"], sendAtSeconds: [] } },
) {
  const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 2] }, { at: [3, 3] }]);
  const { tenant } = scenario;
  const email = new FakeMessenger();
  const ports = { messengers: { email, sms: email } };
  const services = tenant.context("owner", ports);
  const { id: partnerId } = await addPartner(services, { partner: { name: "Swift", type: "3pl" } });
  const connected = await connectPartner(services, { partnerId, connector: "manifest", settings, secrets: {} });
  /** Mails what waits in the outbox, and answers with what was mailed by that. */
  const mailed = async () => {
    const from = email.sent.length;
    for (const { name, payload } of tenant.jobs.splice(0)) {
      if (name === "cancel-handover") await cancelHandoverJob(services, payload as { handoverId: string });
    }
    const rows = await tenant.database.raw`select id from outbox_message
      where organization_id = ${tenant.organizationId} and purpose like 'partner-%' and status = 'queued' order by id`;
    for (const { id } of rows) await sendMessage(tenant.systemContext(ports), { messageId: id as string }, signal);
    return email.sent.slice(from);
  };
  return { scenario, tenant, services, partnerId, connected, mailed, ids: scenario.deliveryIds };
}
type Day = Awaited<ReturnType<typeof day>>;

async function handOver({ services }: Day, deliveryIds: readonly string[]) {
  const verdicts = await handOverDeliveries(services, { deliveryIds });
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(deliveryIds.map(() => "handed-over"));
  return verdicts.map(({ handoverId }) => handoverId!);
}

test("what is handed over is listed once and mailed to each address, the rest with the next list", async () => {
  const it = await day();
  const { tenant, services, partnerId } = it;
  const assignments = await handOver(it, it.ids.slice(0, 2));
  const waiting = tenant.jobs.filter(({ name }) => name === "send-manifest");
  expect(waiting).toHaveLength(2);
  expect(waiting[0]!.notBefore!.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
  // Two at once, as two of those jobs would.
  const both = await Promise.all([1, 2].map(() => sendManifest(services, { partnerId })));
  expect(both.map(({ lines }) => lines).sort()).toEqual([0, 2]);
  const fileName = both.find(({ lines }) => lines === 2)!.fileName!;
  expect(fileName).toMatch(/^manifest-\d{4}-\d\d-\d\d-1\.csv$/);
  const mails = await it.mailed();
  expect(mails.map(({ to }) => to)).toEqual(["a@swift.example", "b@swift.example"]);
  for (const { subject, text, attachment } of mails) {
    expect(subject).toContain("2");
    expect(text).toContain(fileName);
    expect(attachment).toMatchObject({ fileName, mediaType: "text/csv" });
  }
  const [heading, ...lines] = parseCsvText(mails[0]!.attachment!.content.trimEnd(), ",", 10).rows.map(
    ({ cells }) => cells,
  );
  expect(lines.map((line) => line[heading!.indexOf("assignment_id")])).toEqual(
    assignments.map((id) => `asg_${idToHex24(id)}`),
  );
  expect(lines[0]![heading!.indexOf("dropoff_street")]).not.toBe("");
  await handOver(it, it.ids.slice(2));
  expect(await sendManifest(services, { partnerId })).toMatchObject({
    lines: 1,
    fileName: fileName.replace("-1.", "-2."),
  });
  expect(await sendManifest(services, { partnerId })).toEqual({ lines: 0, fileName: null });
  const [message] = await tenant.database.raw`select id from outbox_message
    where organization_id = ${tenant.organizationId} and purpose = 'partner-manifest' order by id limit 1`;
  const kept = await readAttachment(tenant.context("viewer"), { messageId: message!.id as string });
  expect(kept).toMatchObject({ fileName, content: mails[0]!.attachment!.content });
});

test("what was listed and is taken back is told, once; what was not listed yet is just not listed", async () => {
  const it = await day();
  const { services, partnerId, ids } = it;
  const [listed, gone] = await handOver(it, ids.slice(0, 2));
  await sendManifest(services, { partnerId });
  await it.mailed();
  await handOver(it, ids.slice(2));
  const late = { ids: [ids[2]!] };
  await removeDeliveries(services, late);
  expect(await it.mailed()).toEqual([]);
  expect(await sendManifest(services, { partnerId })).toEqual({ lines: 0, fileName: null });
  await rescheduleDelivery(services, { id: ids[0]!, to: { serviceDate: "2031-01-02", windows: [] } });
  const told = await it.mailed();
  expect(told.map(({ to }) => to)).toEqual(["a@swift.example", "b@swift.example"]);
  expect(told[0]!.text).toContain(`asg_${idToHex24(listed!)}`);
  expect(told[0]!.attachment).toBeUndefined();
  await cancelHandoverJob(services, { handoverId: listed! });
  expect(await it.mailed()).toEqual([]);
  await removeDeliveries(services, { ids: [ids[1]!] });
  expect((await it.mailed())[0]!.text).toContain(`asg_${idToHex24(gone!)}`);
});

test("at the agreed times; nothing is mailed to a partner who is mailed nothing; without an address it is refused", async () => {
  const it = await day({ manifest: { emails: ["a@swift.example"], sendAtSeconds: [13 * 3600, 7 * 3600, 7 * 3600] } });
  expect(it.connected.settings.manifest!.sendAtSeconds).toEqual([7 * 3600, 13 * 3600]);
  // The tests' own mail server is none.
  expect(it.connected.test).toMatchObject({ outcome: "skipped", fault: "no-mail-server" });
  await handOver(it, it.ids.slice(0, 1));
  const waiting = it.tenant.jobs.find(({ name }) => name === "send-manifest");
  expect(waiting!.notBefore!.getUTCMinutes()).toBe(0);
  const { services } = it;
  const { id: other } = await addPartner(services, { partner: { name: "Tariff only", type: "3pl" } });
  expect(await sendManifest(services, { partnerId: other })).toEqual({ lines: 0, fileName: null });
  const nowhere = { partnerId: other, connector: "manifest" as const, settings: {}, secrets: {} };
  await expect(connectPartner(services, nowhere)).rejects.toMatchObject({ code: "invalid" });
});

test("a partner who is mailed lists from now on is mailed what is handed over for one, not what he had before", async () => {
  const it = await day();
  const { services, partnerId, ids } = it;
  const { settings } = it.connected;
  const by = (connector: "manifest" | "tariff") =>
    connectPartner(services, { partnerId, connector, settings, secrets: {} });
  await by("tariff");
  await handOver(it, ids.slice(0, 1));
  await by("manifest");
  expect(await sendManifest(services, { partnerId })).toEqual({ lines: 0, fileName: null });
  const [listed] = await handOver(it, ids.slice(1, 2));
  // What was promised with a list goes out with one, also where lists have ended since.
  await by("tariff");
  await handOver(it, ids.slice(2));
  expect(await sendManifest(services, { partnerId })).toMatchObject({ lines: 1 });
  const [{ attachment }] = (await it.mailed()) as [OutgoingMessage];
  expect(attachment!.content).toContain(`asg_${idToHex24(listed!)}`);
});

test("what is taken back while a list is being made is not on it", async () => {
  const it = await day();
  const { tenant, services, partnerId } = it;
  const [handoverId] = await handOver(it, it.ids.slice(0, 1));
  const { raw } = tenant.database;
  const sent = await raw.begin(async (tx) => {
    const [{ pid }] = (await tx`select pg_backend_pid() as pid`) as unknown as [{ pid: number }];
    await tx`update partner_handover set status = 'withdrawn', ended_at = now()
      where organization_id = ${tenant.organizationId} and id = ${handoverId!}`;
    const sending = sendManifest(services, { partnerId });
    const isHeldUp = async () =>
      (await raw`select from pg_stat_activity where ${pid} = any(pg_blocking_pids(pid))`).length > 0;
    await expect.poll(isHeldUp).toBe(true);
    return { sending };
  });
  expect(await sent.sending).toEqual({ lines: 0, fileName: null });
});

test("a partner who was listed is written to once, however often his server is told in vain", async () => {
  const it = await day();
  const { tenant, services, partnerId } = it;
  const [handoverId] = await handOver(it, it.ids.slice(0, 1));
  await sendManifest(services, { partnerId });
  await it.mailed();
  const server = await partnerServer(({ path }) => (path.endsWith("/cancel") ? { status: 503 } : {}));
  const settings = { ...it.connected.settings, baseUrl: server.url };
  await connectPartner(services, { partnerId, connector: "http", settings, secrets: {} });
  await rescheduleDelivery(services, { id: it.ids[0]!, to: { serviceDate: "2031-01-02", windows: [] } });
  tenant.jobs.splice(0);
  for (const _ of [1, 2, 3]) {
    await expect(cancelHandoverJob(services, { handoverId: handoverId! })).rejects.toThrow("has not heard");
  }
  expect((await it.mailed()).map(({ to }) => to)).toEqual(["a@swift.example", "b@swift.example"]);
  expect(server.asked.filter(({ path }) => path.endsWith("/cancel"))).toHaveLength(3);
});

test("what he gives back before he comes for it is his no: the next is asked; once he is on his way it is ours again", async () => {
  const it = await day();
  const { tenant, services, partnerId, ids } = it;
  const [first, second] = await handOver(it, ids.slice(0, 2));
  const { id: other } = await addPartner(services, { partner: { name: "Zed", type: "3pl" } });
  const say = (assignmentId: string, word: "cancelled" | "enroute") =>
    takePartnerWord(services, { partnerId, assignmentId, word, name: `${word} ${assignmentId}`, raw: "{}" });
  const passedOn = () => tenant.jobs.filter(({ name }) => name === "pass-on-offer");
  await say(first!, "cancelled");
  expect(passedOn()).toMatchObject([{ payload: { handoverId: first } }]);
  expect(await passOnOffer(services, { handoverId: first! })).toMatchObject({
    outcome: "handed-over",
    partnerId: other,
  });
  await say(second!, "enroute");
  await say(second!, "cancelled");
  expect(passedOn()).toHaveLength(1);
  // It is on no list any more.
  expect(await sendManifest(services, { partnerId })).toMatchObject({ lines: 0 });
});
