import { describe, expect, test } from "vitest";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { composeId } from "@/server/domain/ids";
import { logEvents } from "@/server/testing/log-events";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { createDeliveries } from "../order/create-deliveries";
import { addPartner } from "./add-partner";

import { callBackDelivery } from "./call-back-delivery";
import { connectionSubject } from "./carrier-connection";
import { connectPartner } from "./connect-partner";
import { editPartner } from "./edit-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { listDeliveryHandovers } from "./list-delivery-handovers";
import { listExchanges } from "./list-exchanges";
import { listPartnerStandings } from "./list-partner-standings";
import { listPartnerWork } from "./list-partner-work";
import { passOnOffer } from "./pass-on-offer";
import { quotePartners } from "./quote-partners";
import { readExchange } from "./read-exchange";
import { readPartnerTrend } from "./read-partner-trend";
import { readPartnerWhole } from "./read-partner-whole";
import { tryPartner } from "./try-partner";

const takes: PartnerReply = { body: { accepted: true, reference: "job-1" } };

async function day(count = 1) {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const pickup = { ...dropoffDraft(2).dropoff, position: { lat: 55.66, lng: 12.6 } };
  const deliveries = Array.from({ length: count }, (_, index) => {
    const draft = dropoffDraft(index + 1);
    const dropoff = { ...draft.dropoff, position: { lat: 55.6832, lng: 12.5883 } };
    return { ...draft, kind: "pair" as const, pickup, dropoff };
  });
  const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries });
  const ids = verdicts.map((verdict) => ("deliveryId" in verdict && verdict.deliveryId) || "");
  return { tenant, ids };
}

async function partnerAt(tenant: TestTenant, name: string, offered: PartnerReply = takes, secrets: object = {}) {
  const server = await partnerServer(({ path }) => {
    if (path === "/quotes") return { body: { price_cents: 700, currency: "DKK", co2_grams: 90, eta_minutes: 40 } };
    return path === "/jobs" ? offered : {};
  });
  const { id } = await addPartner(tenant.context(), { partner: { name, type: "3pl" } });
  const settings = { baseUrl: server.url };
  const made = await connectPartner(tenant.context(), { partnerId: id, connector: "http", settings, secrets });
  return { id, server, connectionId: made.id };
}

test("people know partners by name: one that is taken is refused, until its partner is archived", async () => {
  const tenant = await testTenant();
  const add = (name: string) =>
    addPartner(tenant.context(), { partner: { name, type: "crowd" }, isNamesakeRefused: true });
  const { id } = await add("Swift");
  await expect(add(" SWIFT ")).rejects.toMatchObject({ details: { reason: "name-taken" } });
  const other = await add("Slow");
  const rename = { id: other.id, changes: { name: "swift" }, isNamesakeRefused: true };
  await expect(editPartner(tenant.context(), rename)).rejects.toMatchObject({ code: "conflict" });
  await editPartner(tenant.context(), { id, changes: { status: "archived" }, isNamesakeRefused: true });
  await editPartner(tenant.context(), rename);
  const both = await Promise.allSettled([add("Twin"), add("twin")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("promises are laid over those that were made, and taken back one by one", async () => {
  const tenant = await testTenant();
  const sla = { onTimePercent: 95, cutoffSeconds: 36_000 };
  const { id } = await addPartner(tenant.context(), { partner: { name: "Swift", type: "3pl", sla } });
  await editPartner(tenant.context(), { id, changes: { sla: { cutoffSeconds: null, deliveryMinutes: 90 } } });
  const read = await readPartnerWhole(tenant.context(), { id });
  expect(read).toMatchObject({ version: 2, sla: { onTimePercent: 95, deliveryMinutes: 90 } });
  expect(read.sla).not.toHaveProperty("cutoffSeconds");
});

describe("connections", () => {
  test("whose key is gone opens, is passed over, and takes new secrets", async () => {
    const { tenant, ids } = await day();
    const secrets = { apiKey: "key-nobody-opens" };
    const { id, server, connectionId } = await partnerAt(tenant, "Locked", takes, secrets);
    const next = await partnerAt(tenant, "Open");
    await tenant.database.raw`update partner_connection set sealed = ${createAesSecretBox("a secret that is gone").seal(
      JSON.stringify(secrets),
      connectionSubject(tenant.organizationId, id),
    )} where id = ${connectionId}`;
    const read = async () => (await readPartnerWhole(tenant.context("viewer"), { id })).connection;
    expect(await read()).toMatchObject({ areSecretsLost: true, hasApiKey: false, settings: { baseUrl: server.url } });
    expect(await tryPartner(tenant.context(), { partnerId: id })).toMatchObject({
      outcome: "failed",
      fault: "secrets-lost",
    });
    const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: ids });
    expect(verdict).toMatchObject({ attempts: [{ partnerId: next.id, outcome: "accepted" }] });
    const { able, unable } = await quotePartners(tenant.context(), { deliveryId: ids[0]! });
    expect(able.map(({ partnerId }) => partnerId)).toEqual([next.id]);
    expect(unable).toMatchObject([{ partnerId: id, obstacle: "secrets-lost" }]);
    expect(server.asked.map(({ path }) => path)).toEqual(["/health"]);
    const [listed] = (await listExchanges(tenant.context(), { partnerId: id })).rows;
    await readExchange(tenant.context(), { partnerId: id, id: listed!.id });
    await connectPartner(tenant.context(), {
      partnerId: id,
      connector: "http",
      settings: { baseUrl: server.url },
      secrets: { apiKey: "a new one" },
      isKeeping: true,
      replaces: connectionId,
    });
    expect(server.asked.at(-1)).toMatchObject({ path: "/health", headers: { authorization: "Bearer a new one" } });
    expect(await read()).toMatchObject({ areSecretsLost: false, hasApiKey: true, test: { outcome: "ok" } });
  });

  test("secrets that are left out stay, are told to no other address, and are never said", async () => {
    const { tenant } = await day();
    const secrets = { apiKey: "key-nobody-hears", signingSecret: "sign-nobody-hears" };
    const { id, server, connectionId } = await partnerAt(tenant, "Swift", takes, secrets);
    const base = { partnerId: id, connector: "http" as const, isKeeping: true };
    const kept = await connectPartner(tenant.context(), {
      ...base,
      settings: { baseUrl: `${server.url}/v2` },
      secrets: { signingSecret: "another one" },
      replaces: connectionId,
    });
    expect(server.asked[1]).toMatchObject({
      path: "/v2/health",
      headers: { authorization: "Bearer key-nobody-hears" },
    });
    const elsewhere = await partnerServer(() => ({}));
    const moved = { ...base, settings: { baseUrl: elsewhere.url } };
    for (const said of [{}, { signingSecret: "not all of it" }]) {
      const attempt = connectPartner(tenant.context(), { ...moved, secrets: said });
      await expect(attempt).rejects.toMatchObject({ details: { reason: "secrets-needed" } });
    }
    // Over a price list neither.
    await connectPartner(tenant.context(), { ...base, connector: "tariff", settings: {}, secrets: {} });
    const detour = connectPartner(tenant.context(), { ...moved, secrets: {} });
    await expect(detour).rejects.toMatchObject({ details: { reason: "secrets-needed" } });
    expect(elsewhere.asked).toEqual([]);
    const stale = connectPartner(tenant.context(), { ...moved, secrets, replaces: kept.id });
    await expect(stale).rejects.toMatchObject({ code: "stale" });
    const whole = await readPartnerWhole(tenant.context("viewer"), { id });
    expect(whole.connection).toMatchObject({ connector: "tariff", hasApiKey: true, hasSigningSecret: true });
    expect(whole.connection!.overlapUntil!.getTime()).toBeGreaterThan(Date.now());
    expect(JSON.stringify(whole)).not.toContain("nobody-hears");
  });

  test("tried again: what was wrong is said by a word, and kept", async () => {
    const tenant = await testTenant();
    let status = 200;
    const server = await partnerServer(() => ({ status }));
    const { id } = await addPartner(tenant.context(), { partner: { name: "Swift", type: "3pl" } });
    expect(await tryPartner(tenant.context(), { partnerId: id })).toBeNull();
    const settings = { baseUrl: server.url };
    await connectPartner(tenant.context(), { partnerId: id, connector: "http", settings, secrets: {} });
    status = 503;
    const tried = await tryPartner(tenant.context(), { partnerId: id });
    expect(tried).toMatchObject({ outcome: "failed", fault: "status", status: 503 });
    const { partners } = await listPartnerStandings(tenant.context(), {});
    expect(partners[0]!.connection!.test).toMatchObject({ outcome: "failed", status: 503 });
    const { rows } = await listExchanges(tenant.context(), { partnerId: id, isFailedOnly: true });
    expect(rows).toMatchObject([{ kind: "test", status: 503 }]);
  });
});

test("handed over by hand: seen among its work with what was said, masked; taken back, it waits again", async () => {
  const { tenant, ids } = await day();
  const [deliveryId] = ids as [string];
  const echoing: PartnerReply = { body: { accepted: true, reference: "job with secret-words" } };
  const swift = await partnerAt(tenant, "Swift", echoing, { signingSecret: "secret-words" });
  const far = await addPartner(tenant.context(), { partner: { name: "Far", type: "3pl", areas: ["9*"] } });
  const quotes = await quotePartners(tenant.context(), { deliveryId });
  expect(quotes).toMatchObject({
    by: "cost",
    able: [{ partnerId: swift.id, quote: { answer: { outcome: "quoted", priceCents: 700, minutes: 40 } } }],
    unable: [{ partnerId: far.id, obstacle: "area" }],
  });
  const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId], toPartnerId: swift.id });
  expect(verdict).toMatchObject({ outcome: "handed-over", partnerId: swift.id });
  const { rows } = await listPartnerWork(tenant.context(), { partnerId: swift.id });
  expect(rows).toMatchObject([{ kind: "handover", state: "accepted", deliveryId, isByHand: true }]);
  expect((await listPartnerWork(tenant.context(), { partnerId: swift.id, state: "done" })).rows).toEqual([]);
  const said = await listExchanges(tenant.context(), { partnerId: swift.id, kind: "hand-over" });
  const exchange = await readExchange(tenant.context(), { id: said.rows[0]!.id, partnerId: swift.id });
  expect(exchange).toMatchObject({ status: 200, handoverId: verdict!.handoverId });
  expect(exchange.request).toContain("POST /jobs");
  expect(exchange.answer).toContain("job with •••");
  await callBackDelivery(tenant.context(), { deliveryId });
  const again = callBackDelivery(tenant.context(), { deliveryId });
  await expect(again).rejects.toMatchObject({ details: { reason: "not-with-partner" } });
  expect((await listDeliveryHandovers(tenant.context(), { deliveryId })).handovers).toMatchObject([
    { partnerName: "Swift", status: "withdrawn", isByHand: true },
  ]);
  const refused = handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId], toPartnerId: far.id });
  expect(await refused).toMatchObject([{ outcome: "nobody", attempts: [] }]);
});

test("who was chosen by hand and does not answer is not followed by somebody else; on its way it stays there", async () => {
  const { tenant, ids } = await day();
  const [deliveryId] = ids as [string];
  const later = await partnerAt(tenant, "Later", { status: 202 });
  const other = await partnerAt(tenant, "Other");
  const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId], toPartnerId: later.id });
  expect(verdict).toMatchObject({ outcome: "awaited" });
  expect(await passOnOffer(tenant.context(), { handoverId: verdict!.handoverId! })).toBeNull();
  expect(other.server.asked.map(({ path }) => path)).toEqual(["/health"]);
  await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId], toPartnerId: other.id });
  await tenant.database.raw`update delivery set status = 'enroute' where id = ${deliveryId}`;
  const refused = callBackDelivery(tenant.context(), { deliveryId });
  await expect(refused).rejects.toMatchObject({ details: { reason: "partner-under-way" } });
});

test("by what was promised: the punctual one first, and nobody past its cut-off", async () => {
  const { tenant, ids } = await day();
  await tenant.database.raw`insert into delivery_policy (organization_id, policy, updated_at) values
    (${tenant.organizationId}, ${'{"partnerRouting":{"by":"sla"}}'}::text::jsonb, now())`;
  const add = (name: string, sla: object) => addPartner(tenant.context(), { partner: { name, type: "3pl", sla } });
  await add("Unsure", { onTimePercent: 80 });
  const sure = await add("Sure", { onTimePercent: 99 });
  const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: ids });
  expect(verdict).toMatchObject({ outcome: "handed-over", partnerId: sure.id });
});

test("a period's numbers: by the day an order is for, of whoever had it, with what was offered and answered", async () => {
  const { tenant, ids } = await day(4);
  const { raw } = tenant.database;
  const { id } = await addPartner(tenant.context(), { partner: { name: "Swift", type: "3pl" } });
  const { id: idle } = await addPartner(tenant.context(), { partner: { name: "Idle", type: "3pl" } });
  const days = ["2026-03-02", "2026-03-03", "2026-03-09", "2026-03-09"];
  for (const [index, date] of days.entries()) {
    const status = index === 3 ? "cancelled" : index === 2 ? "failed" : "delivered";
    await raw`update delivery set partner_id = ${id}, status = ${status}, service_date = ${date} where id = ${ids[index]!}`;
    await raw`update delivery_visit set windows = '[{"fromSeconds":28800,"toSeconds":36000}]' where delivery_id = ${ids[index]!}`;
  }
  const came = (index: number, at: string) => ({
    type: "delivery.changed" as const,
    entity: "delivery",
    entityId: ids[index]!,
    occurredAt: new Date(at),
    after: { status: "delivered" },
  });
  // Copenhagen is an hour ahead: 09:00Z is 10:00 there, the end of the window.
  await logEvents(tenant, [came(0, "2026-03-02T09:00:00Z"), came(1, "2026-03-03T09:00:01Z")]);
  let counted = 0;
  const offer = (status: string, answered: number | null, at = "2026-03-02T08:00:00Z") => {
    const handoverId = composeId(Date.parse(at), counted++);
    return raw`insert into partner_handover (organization_id, id, partner_id, delivery_id, status, answered_at, ended_at, created_at, updated_at)
      values (${tenant.organizationId}, ${handoverId}, ${id}, ${ids[0]!}, ${status},
        ${answered === null ? null : new Date(Date.parse(at) + answered * 1000)}, now(), ${at}, now())`;
  };
  await Promise.all([offer("done", 10), offer("declined", 30), offer("lost", null), offer("withdrawn", null)]);
  const asked = { fromDate: "2026-03-01", toDate: "2026-03-31", unit: "week" as const };
  const trend = await readPartnerTrend(tenant.context("viewer"), asked);
  expect(trend.buckets).toEqual(["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"]);
  expect(trend.partners.map((partner) => partner.id).sort()).toEqual([id, idle].sort());
  const made = trend.rows.filter(({ deliveries }) => deliveries > 0);
  expect(made).toMatchObject([
    { partnerId: id, bucket: "2026-03-02", deliveries: 2, delivered: 2, promised: 2, onTime: 1, missedPickups: 1 },
    { partnerId: id, bucket: "2026-03-09", deliveries: 1, delivered: 0, failed: 1, promised: 0 },
  ]);
  expect(made[0]).toMatchObject({ decided: 3, accepted: 1, meanAnswerSeconds: 20 });
  expect(
    (await readPartnerTrend(tenant.context(), { ...asked, toDate: "2026-03-08", unit: "day" })).rows,
  ).toMatchObject([
    { bucket: "2026-03-02", onTime: 1 },
    { bucket: "2026-03-03", onTime: 0 },
  ]);
  const backwards = readPartnerTrend(tenant.context(), { ...asked, toDate: "2026-02-01" });
  await expect(backwards).rejects.toMatchObject({ code: "invalid" });
});
