import { expect, test } from "vitest";
import type { Permission } from "@/server/domain/access/permissions";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { createDeliveries } from "../order/create-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { addPartner } from "./add-partner";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { handOverRest } from "./hand-over-rest";
import { trySampleRate } from "./quote-rate";

const AMAGER = { lat: 55.66, lng: 12.6 };

async function day() {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const pickup = { ...dropoffDraft(2).dropoff, position: AMAGER };
  const dropoff = { ...dropoffDraft(1).dropoff, position: { lat: 55.6832, lng: 12.5883 } };
  const draft = { ...dropoffDraft(1), kind: "pair" as const, pickup, dropoff };
  const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries: [draft] });
  const [verdict] = verdicts;
  if (!verdict || !("deliveryId" in verdict) || !verdict.deliveryId) throw new Error("not made");
  return { tenant, deliveryId: verdict.deliveryId };
}

/** A partner whose server quotes a price, and answers an offer somehow. */
async function partnerWith(tenant: TestTenant, name: string, priceCents: number, offered: PartnerReply, co2 = 100) {
  const server = await partnerServer(({ path }) => {
    if (path === "/quotes") return { body: { price_cents: priceCents, currency: "DKK", co2_grams: co2 } };
    return path === "/jobs" ? offered : {};
  });
  const { id } = await addPartner(tenant.context(), { partner: { name, type: "3pl" } });
  const settings = { baseUrl: server.url };
  await connectPartner(tenant.context(), { partnerId: id, connector: "http", settings, secrets: {} });
  return { id, asked: server.asked };
}

const takes: PartnerReply = { body: { accepted: true, reference: "job-1" } };
const paths = (asked: readonly { path: string }[]) => asked.map(({ path }) => path.replace(/asg_\w+/, "…"));

test("the cheapest is asked first; whoever declines, breaks down or says nothing is passed over, and taken back from", async () => {
  const { tenant, deliveryId } = await day();
  const dear = await partnerWith(tenant, "dear", 900, takes);
  const declining = await partnerWith(tenant, "declining", 100, { body: { accepted: false, reason: "full" } });
  const broken = await partnerWith(tenant, "broken", 200, { status: 400 });
  const silent = await partnerWith(tenant, "silent", 300, "hang");
  const odd = await partnerWith(tenant, "odd", 400, "garbage");
  const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] });
  expect(verdict).toMatchObject({ outcome: "handed-over", partnerId: dear.id });
  expect(verdict!.attempts.map(({ partnerId, outcome }) => [partnerId, outcome])).toEqual([
    [declining.id, "declined"],
    [broken.id, "failed"],
    [silent.id, "unknown"],
    [odd.id, "unknown"],
    [dear.id, "accepted"],
  ]);
  expect(paths(declining.asked)).toEqual(["/health", "/quotes", "/jobs"]);
  expect(paths(silent.asked)).toEqual(["/health", "/quotes", "/jobs", "/jobs/…/cancel"]);
  expect(paths(odd.asked)).toEqual(["/health", "/quotes", "/jobs", "/jobs/…/cancel"]);
  const { delivery } = await readDeliveryRecord(tenant.context(), { id: deliveryId });
  expect(delivery).toMatchObject({ status: "assigned", partnerId: dear.id });
  const kept = await tenant.database.raw`select kind, status, failure from partner_exchange
    where organization_id = ${tenant.organizationId} and kind in ('hand-over', 'cancel') order by id`;
  expect(kept.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    "hand-over 200",
    "hand-over 400",
    "hand-over null",
    "cancel 200",
    "hand-over 200",
    "cancel 200",
    "hand-over 200",
  ]);
});

test("takes the permission to send out, and no other; what a made-up job would cost is for whoever keeps partners", async () => {
  const { tenant, deliveryId } = await day();
  const one = await partnerWith(tenant, "one", 300, takes);
  const cheaper = await partnerWith(tenant, "cheaper", 200, takes);
  const context = tenant.context();
  const only = (permission: Permission) => {
    return { ...context, actor: { ...context.actor, permissions: new Set([permission]) } };
  };
  const job = { serviceLevel: "standard", pickup: null, dropoff: null, weightGrams: 0, parcels: 1 };
  const sample = { partnerId: one.id, job: { ...job, distanceMeters: 1000, vehicleProfile: null } };
  const refused = expect.objectContaining({ code: "forbidden" });
  await expect(handOverDeliveries(only("fleet.write"), { deliveryIds: [deliveryId] })).rejects.toEqual(refused);
  await expect(trySampleRate(only("plan.dispatch"), sample)).rejects.toEqual(refused);
  expect((await trySampleRate(only("fleet.write"), sample)).answer).toMatchObject({
    outcome: "quoted",
    priceCents: 300,
  });
  const [verdict] = await handOverDeliveries(only("plan.dispatch"), { deliveryIds: [deliveryId] });
  expect(verdict).toMatchObject({ outcome: "handed-over", partnerId: cheaper.id });
});

test("two who hand the same delivery over at once give it to one partner once", async () => {
  const { tenant, deliveryId } = await day();
  const one = await partnerWith(tenant, "one", 100, takes);
  const both = await Promise.all([1, 2].map(() => handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] })));
  expect(both.map(([verdict]) => verdict!.outcome).sort()).toEqual(["handed-over", "not-open"]);
  expect(paths(one.asked).filter((path) => path === "/jobs")).toHaveLength(1);
});

test("by carbon; without fallback nobody else is asked; a price list takes everything; who is disabled, nothing", async () => {
  const { tenant, deliveryId } = await day();
  await tenant.database.raw`insert into delivery_policy (organization_id, policy, updated_at) values
    (${tenant.organizationId}, ${'{"partnerRouting":{"by":"carbon","isFallback":false}}'}::text::jsonb, now())`;
  const dirty = await partnerWith(tenant, "dirty", 100, takes, 900);
  const clean = await partnerWith(tenant, "clean", 900, { status: 409 }, 10);
  const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] });
  expect(verdict).toMatchObject({ outcome: "nobody", attempts: [{ partnerId: clean.id, outcome: "declined" }] });
  expect(paths(dirty.asked)).not.toContain("/jobs");
  await tenant.database.raw`update partner set status = 'disabled' where organization_id = ${tenant.organizationId}`;
  const { id } = await addPartner(tenant.context(), { partner: { name: "Own vans", type: "ownfleet" } });
  const [again] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] });
  expect(again).toMatchObject({ outcome: "handed-over", partnerId: id });
});

test("what found no room is handed over where the policy says so, and stays left out where it does not", async () => {
  const { tenant, deliveryId } = await day();
  await addPartner(tenant.context(), { partner: { name: "Own vans", type: "ownfleet" } });
  const leftOut = [{ deliveryId, reason: "capacity" }];
  expect(await handOverRest(tenant.context(), leftOut, null)).toEqual({ leftOut, handedOver: [] });
  await tenant.database.raw`insert into delivery_policy (organization_id, policy, updated_at) values
    (${tenant.organizationId}, ${'{"partnerRouting":{"isOverflow":true}}'}::text::jsonb, now())`;
  const rest = await handOverRest(tenant.context(), leftOut, "van");
  expect(rest).toMatchObject({ leftOut: [], handedOver: [{ deliveryId, outcome: "handed-over" }] });
});
