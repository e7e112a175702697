import { expect, test } from "vitest";
import { cancelHandoverJob } from "@/server/jobs/handlers/cancel-handover";
import type { Carriers } from "@/server/ports/carrier";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { testTenant } from "@/server/testing/test-tenant";
import { createDeliveries } from "../order/create-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { addPartner } from "./add-partner";
import { callBackDelivery } from "./call-back-delivery";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { listDeliveryHandovers } from "./list-delivery-handovers";
import { passOnOffer } from "./pass-on-offer";
import { settleCancel } from "./settle-cancel";
import { takePartnerWord } from "./take-partner-word";

const LATER: PartnerReply = { status: 202 };
const TAKES: PartnerReply = { body: { accepted: true } };
const KEEPS: PartnerReply = { status: 409, body: { reason: "The van is loaded." } };

/** A delivery, and two partners by HTTP: how the first answers an offer, and his cancellations one after the other. */
async function day(offered: PartnerReply, ...cancelled: readonly PartnerReply[]) {
  const tenant = await testTenant();
  const { organizationId } = tenant;
  const projectId = await testProject(tenant);
  const draft = dropoffDraft(1, { dropoff: { ...dropoffDraft(1).dropoff, position: { lat: 55.6832, lng: 12.5883 } } });
  const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries: [draft] });
  const deliveryId = verdicts[0]!.deliveryId!;
  const answers = [...cancelled];
  const asked: string[] = [];
  const partnerIds: string[] = [];
  for (const [index, reply] of [offered, TAKES].entries()) {
    const server = await partnerServer(({ path }) => {
      if (path === "/quotes") return { body: { price_cents: 100 * (index + 1), currency: "DKK" } };
      if (!path.startsWith("/jobs")) return {};
      asked.push(`${index}${path.replace(/asg_\w+/, "…")}`);
      return path === "/jobs" ? reply : (answers.shift() ?? {});
    });
    const { id } = await addPartner(tenant.context(), { partner: { name: `Partner ${index}`, type: "3pl" } });
    const settings = { baseUrl: server.url };
    await connectPartner(tenant.context(), { partnerId: id, connector: "http", settings, secrets: {} });
    partnerIds.push(id);
  }
  const [partnerId] = partnerIds as [string];
  const { carriers } = tenant.context().ports;
  return {
    tenant,
    deliveryId,
    partnerId,
    partnerIds,
    asked,
    offer: async () => (await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] }))[0]!,
    tellAgain: (handoverId: string) => cancelHandoverJob(tenant.systemContext(), { handoverId }),
    while: (change: Partial<Carriers>) => tenant.context("owner", { carriers: { ...carriers, ...change } }),
    carriers,
    first: async () => (await listDeliveryHandovers(tenant.context(), { deliveryId })).handovers.at(-1)!,
    say: (assignmentId: string, word: Parameters<typeof takePartnerWord>[1]["word"]) =>
      takePartnerWord(tenant.context(), { partnerId, assignmentId, word, name: tenant.newId(), raw: "{}" }),
    stands: async () => {
      const { delivery } = await readDeliveryRecord(tenant.context(), { id: deliveryId });
      return [delivery.status, delivery.partnerId];
    },
    eventsOf: async (type: string) =>
      tenant.database.raw`select 1 from event where organization_id = ${organizationId} and type = ${type}`,
  };
}

test("whose time is over and who has taken it meanwhile keeps it: nobody else is asked", async () => {
  const { tenant, asked, offer, first, stands, eventsOf } = await day(LATER, KEEPS);
  const { handoverId } = await offer();
  expect(await passOnOffer(tenant.context(), { handoverId: handoverId! })).toMatchObject({ outcome: "nobody" });
  expect(asked).toEqual(["0/jobs", "0/jobs/…/cancel"]);
  expect(await first()).toMatchObject({ status: "lost", cancelState: "refused", cancelWords: "The van is loaded." });
  expect(await stands()).toEqual(["requested", null]);
  expect(await eventsOf("partner.round-ended")).toHaveLength(1);
});

test("whose time is over and who is not followed is told all the same, at once", async () => {
  const { tenant, asked, partnerId, deliveryId, first } = await day(LATER, {});
  const [byHand] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId], toPartnerId: partnerId });
  expect(await passOnOffer(tenant.context(), { handoverId: byHand!.handoverId! })).toBeNull();
  expect(asked).toEqual(["0/jobs", "0/jobs/…/cancel"]);
  expect(await first()).toMatchObject({ cancelState: "heard" });
});

test("who cannot be told holds nobody up; that he keeps it stops a round that is being run", async () => {
  const silent = await day(LATER, { status: 503 });
  const { handoverId } = await silent.offer();
  const followed = await passOnOffer(silent.tenant.context(), { handoverId: handoverId! });
  expect(followed).toMatchObject({ outcome: "handed-over", partnerId: silent.partnerIds[1] });
  expect(await silent.first()).toMatchObject({ cancelState: "telling" });

  const late = await day(LATER, { status: 503 }, KEEPS);
  const awaited = (await late.offer()).handoverId!;
  const meanwhile = late.while({
    cancel: async (...about) => {
      const told = await late.carriers.cancel(...about);
      await late.tellAgain(awaited);
      return told;
    },
  });
  expect(await passOnOffer(meanwhile, { handoverId: awaited })).toMatchObject({ outcome: "not-open" });
  expect(late.asked).toEqual(["0/jobs", "0/jobs/…/cancel", "0/jobs/…/cancel"]);
  expect(await late.first()).toMatchObject({ cancelState: "refused" });
  expect(await late.eventsOf("partner.round-ended")).toHaveLength(1);
});

test("that he keeps it stays said when he is asked once more and cannot answer", async () => {
  const { offer, tellAgain, first, asked, eventsOf } = await day("garbage", KEEPS, { status: 503 }, KEEPS);
  expect(await offer()).toMatchObject({ outcome: "nobody", attempts: [{ outcome: "kept" }] });
  const { id, cancelWords } = await first();
  expect(cancelWords).toBe("The van is loaded.");
  await expect(tellAgain(id)).rejects.toThrow("not heard");
  expect(await first()).toMatchObject({ cancelState: "refused", cancelWords });
  expect(await offer()).toMatchObject({ outcome: "not-open" });
  await expect(tellAgain(id)).rejects.toThrow("not heard");
  expect(asked).toHaveLength(4);
  expect(await eventsOf("partner.cancel-refused")).toHaveLength(1);
});

test("who keeps it and brings it before anybody has decided is left with it; decided against him, he is not", async () => {
  const { tenant, deliveryId, partnerId, offer, tellAgain, first, say, stands, eventsOf } = await day(TAKES, KEEPS);
  const handoverId = (await offer()).handoverId!;
  await callBackDelivery(tenant.context(), { deliveryId });
  await tellAgain(handoverId);
  expect(await first()).toMatchObject({ status: "withdrawn", cancelState: "refused" });
  await expect(say(handoverId, "cancelled")).rejects.toMatchObject({ details: { reason: "closed" } });
  expect(await say(handoverId, "enroute")).toMatchObject({ verdict: "applied" });
  expect(await stands()).toEqual(["enroute", partnerId]);
  expect(await first()).toMatchObject({ status: "accepted", cancelState: null });
  expect(await say(handoverId, "delivered")).toMatchObject({ verdict: "applied" });
  expect(await stands()).toEqual(["delivered", partnerId]);
  expect(await first()).toMatchObject({ status: "done" });
  expect(await eventsOf("partner.left-with")).toHaveLength(1);

  const other = await day(TAKES, KEEPS);
  const insisted = (await other.offer()).handoverId!;
  await callBackDelivery(other.tenant.context(), { deliveryId: other.deliveryId });
  await other.tellAgain(insisted);
  await settleCancel(other.tenant.context(), { handoverId: insisted, choice: "insist" });
  await expect(other.say(insisted, "delivered")).rejects.toMatchObject({ details: { reason: "closed" } });
  expect(await other.stands()).toEqual(["requested", null]);
});
