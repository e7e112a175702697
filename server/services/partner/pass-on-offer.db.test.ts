import { expect, test } from "vitest";
import type { Carriers } from "@/server/ports/carrier";
import { FakeClock } from "@/server/testing/fake-clock";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { testTenant } from "@/server/testing/test-tenant";
import { createDeliveries } from "../order/create-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { addPartner } from "./add-partner";
import { callBackDelivery } from "./call-back-delivery";
import { cancelHandover } from "./cancel-handover";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { listDeliveryHandovers } from "./list-delivery-handovers";
import { passOnOffer } from "./pass-on-offer";
import { recoverRound } from "./recover-round";
import { takePartnerWord } from "./take-partner-word";

const LATER: PartnerReply = { status: 202, body: { reference: "theirs-1" } };
const TAKES: PartnerReply = { body: { accepted: true } };
const REFUSES: PartnerReply = { body: { accepted: false } };

/** Three partners, cheapest first, and a delivery that is offered to them; who is asked has four minutes. */
async function day(...replies: readonly PartnerReply[]) {
  const clock = new FakeClock("2031-03-03T07:00:00Z");
  const tenant = await testTenant({ clock });
  const projectId = await testProject(tenant);
  const draft = dropoffDraft(1, { dropoff: { ...dropoffDraft(1).dropoff, position: { lat: 55.6832, lng: 12.5883 } } });
  const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries: [draft] });
  const deliveryId = verdicts[0]!.deliveryId!;
  await tenant.database.raw`insert into delivery_policy (organization_id, policy, updated_at) values
    (${tenant.organizationId}, ${'{"partnerRouting":{"answerMinutes":4}}'}::text::jsonb, now())`;
  const partners: { readonly id: string; offers(): number }[] = [];
  for (const [index, reply] of replies.entries()) {
    const server = await partnerServer(({ path }) => {
      if (path === "/quotes") return { body: { price_cents: 100 * (index + 1), currency: "DKK" } };
      return path === "/jobs" ? reply : {};
    });
    const { id } = await addPartner(tenant.context(), { partner: { name: `Partner ${index}`, type: "3pl" } });
    const settings = { baseUrl: server.url };
    await connectPartner(tenant.context(), { partnerId: id, connector: "http", settings, secrets: {} });
    partners.push({ id, offers: () => server.asked.filter(({ path }) => path === "/jobs").length });
  }
  return {
    tenant,
    clock,
    deliveryId,
    partners,
    offer: async () => (await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] }))[0]!,
    passOn: (handoverId: string) => passOnOffer(tenant.context(), { handoverId }),
    say: (index: number, assignmentId: string, word: Parameters<typeof takePartnerWord>[1]["word"]) =>
      takePartnerWord(tenant.context(), {
        partnerId: partners[index]!.id,
        assignmentId,
        word,
        name: `${word} ${assignmentId}`,
        raw: "{}",
      }),
    stands: async () => {
      const { delivery } = await readDeliveryRecord(tenant.context(), { id: deliveryId });
      return [delivery.status, delivery.partnerId];
    },
    callBack: () => callBackDelivery(tenant.context(), { deliveryId }),
    /** Who hands over while something happens with each call of a partner's server. */
    meeting: (change: (carriers: Carriers) => Partial<Carriers>) => {
      const { carriers } = tenant.context().ports;
      return tenant.context("owner", { carriers: { ...carriers, ...change(carriers) } });
    },
    ends: async () => {
      const { handovers } = await listDeliveryHandovers(tenant.context(), { deliveryId });
      return handovers.map(({ status }) => status).reverse();
    },
    jobs: (name: string) => tenant.jobs.filter((job) => job.name === name),
  };
}

test("who has heard an offer has the policy's time; then it is taken back, and the next is asked", async () => {
  const { offer, partners, passOn, stands, jobs, clock, say } = await day(LATER, TAKES);
  const first = await offer();
  expect(first).toMatchObject({ outcome: "awaited", partnerId: partners[0]!.id });
  expect(await stands()).toEqual(["requested", null]);
  const [job] = jobs("pass-on-offer");
  expect(job).toMatchObject({ payload: { handoverId: first.handoverId } });
  expect(job!.notBefore?.getTime()).toBe(clock.now().getTime() + 4 * 60_000);
  expect(await offer()).toMatchObject({ outcome: "not-open" });
  clock.advanceSeconds(6 * 60);
  expect(await offer()).toMatchObject({ outcome: "not-open" });
  expect(await passOn(first.handoverId!)).toMatchObject({ outcome: "handed-over", partnerId: partners[1]!.id });
  expect(jobs("cancel-handover")).toMatchObject([{ payload: { handoverId: first.handoverId } }]);
  expect(await stands()).toEqual(["assigned", partners[1]!.id]);
  await expect(say(0, first.handoverId!, "accepted")).rejects.toMatchObject({ code: "refused" });
  expect(await passOn(first.handoverId!)).toBeNull();
  expect(partners.map(({ offers }) => offers())).toEqual([1, 1]);
});

test("who says yes in time has it, and nobody else is asked", async () => {
  const { offer, partners, passOn, stands, say } = await day(LATER, TAKES);
  const { handoverId } = await offer();
  expect(await say(0, handoverId!, "accepted")).toMatchObject({ verdict: "applied" });
  expect(await stands()).toEqual(["assigned", partners[0]!.id]);
  expect(await passOn(handoverId!)).toBeNull();
  expect(await say(0, handoverId!, "delivered")).toMatchObject({ verdict: "applied" });
  expect(await stands()).toEqual(["delivered", partners[0]!.id]);
  expect(partners[1]!.offers()).toBe(0);
});

test("who says no is followed at once, and nobody is asked twice", async () => {
  const { offer, partners, passOn, stands, jobs, say } = await day(LATER, LATER);
  const first = await offer();
  expect(await say(0, first.handoverId!, "declined")).toMatchObject({ verdict: "applied" });
  expect(jobs("pass-on-offer")).toHaveLength(2);
  const second = await passOn(first.handoverId!);
  expect(second).toMatchObject({ outcome: "awaited", partnerId: partners[1]!.id });
  expect(await passOn(second!.handoverId!)).toMatchObject({ outcome: "nobody", attempts: [] });
  expect(await stands()).toEqual(["requested", null]);
  expect(partners.map(({ offers }) => offers())).toEqual([1, 1]);
});

test("who follows is asked for the same vehicle", async () => {
  const { tenant, deliveryId, partners, passOn } = await day(LATER, TAKES, TAKES);
  await tenant.database.raw`update partner set vehicle_profiles = '{bike}' where id = ${partners[1]!.id}`;
  const asked = { deliveryIds: [deliveryId], vehicleProfile: "van" as const };
  const [first] = await handOverDeliveries(tenant.context(), asked);
  expect(await passOn(first!.handoverId!)).toMatchObject({ outcome: "handed-over", partnerId: partners[2]!.id });
});

test("what the next partner had and was taken back from is not passed on once more", async () => {
  const { tenant, deliveryId, offer, passOn, say, partners, stands } = await day(LATER, TAKES, TAKES);
  const first = await offer();
  await say(0, first.handoverId!, "declined");
  expect(await passOn(first.handoverId!)).toMatchObject({ partnerId: partners[1]!.id });
  await callBackDelivery(tenant.context(), { deliveryId });
  expect(await passOn(first.handoverId!)).toBeNull();
  expect(await stands()).toEqual(["requested", null]);
});

test("offered once more later, everybody may be asked again, one after the other", async () => {
  const { offer, partners, passOn, say } = await day(LATER, LATER);
  const first = await offer();
  await say(0, first.handoverId!, "declined");
  const second = await passOn(first.handoverId!);
  await say(1, second!.handoverId!, "declined");
  expect(await passOn(second!.handoverId!)).toMatchObject({ outcome: "nobody" });
  const again = await offer();
  expect(again).toMatchObject({ outcome: "awaited", partnerId: partners[0]!.id });
  await say(0, again.handoverId!, "declined");
  expect(await passOn(again.handoverId!)).toMatchObject({ outcome: "awaited", partnerId: partners[1]!.id });
  expect(partners.map(({ offers }) => offers())).toEqual([2, 2]);
});

test("without fallback nobody follows; what has been planned meanwhile is not there to be taken", async () => {
  const { offer, tenant, passOn, say, stands } = await day(LATER, TAKES);
  await tenant.database.raw`update delivery_policy set policy = '{"partnerRouting":{"isFallback":false}}'
    where organization_id = ${tenant.organizationId}`;
  const { handoverId, deliveryId } = await offer();
  await tenant.database.raw`update delivery set status = 'scheduled' where id = ${deliveryId}`;
  await expect(say(0, handoverId!, "accepted")).rejects.toMatchObject({ code: "refused" });
  expect(await stands()).toEqual(["scheduled", null]);
  expect(await passOn(handoverId!)).toBeNull();
});

test("his own yes stands, whatever becomes of his server's answer to the offer", async () => {
  const { tenant, deliveryId, partners, stands, jobs, say } = await day(LATER, TAKES);
  const { carriers } = tenant.context().ports;
  const handOver: typeof carriers.handOver = async (connection, offer) => {
    const { exchange } = await carriers.handOver(connection, offer);
    await say(0, offer.assignmentId, "accepted");
    return { outcome: "unknown", message: "no answer in time", exchange };
  };
  const context = tenant.context();
  const deaf = { ...context, ports: { ...context.ports, carriers: { ...carriers, handOver } } };
  const [verdict] = await handOverDeliveries(deaf, { deliveryIds: [deliveryId] });
  expect(verdict).toMatchObject({ outcome: "handed-over", partnerId: partners[0]!.id });
  expect(await stands()).toEqual(["assigned", partners[0]!.id]);
  expect(jobs("cancel-handover")).toEqual([]);
  expect(await say(0, verdict!.handoverId!, "delivered")).toMatchObject({ verdict: "applied" });
  expect(partners[1]!.offers()).toBe(0);
});

test.each([
  ["a no", REFUSES],
  ["a yes", TAKES],
])("called back while it is being offered, it stays with us after %s, and nobody follows", async (_, reply) => {
  const { tenant, deliveryId, partners, callBack, meeting, ends, jobs, stands } = await day(reply, TAKES);
  const context = meeting(({ handOver }) => ({
    handOver: async (...asked) => {
      const told = await handOver(...asked);
      await callBack();
      return told;
    },
  }));
  expect(await handOverDeliveries(context, { deliveryIds: [deliveryId] })).toMatchObject([{ outcome: "not-open" }]);
  const seen = jobs("recover-round")[0]!.payload as Parameters<typeof recoverRound>[1];
  expect(await recoverRound(tenant.systemContext(), seen)).toBeNull();
  expect(await ends()).toEqual(["withdrawn"]);
  expect(await stands()).toEqual(["requested", null]);
  expect(partners.map(({ offers }) => offers())).toEqual([1, 0]);
});

test("his own no before his server's answer is followed; a yes after it is taken back", async () => {
  const { deliveryId, partners, meeting, say, stands, ends, jobs } = await day(TAKES, TAKES);
  const context = meeting(({ handOver }) => ({
    handOver: async (connection, offer) => {
      const isFirst = partners[0]!.offers() === 0;
      if (isFirst) await say(0, offer.assignmentId, "declined");
      return handOver(connection, offer);
    },
  }));
  const [verdict] = await handOverDeliveries(context, { deliveryIds: [deliveryId] });
  expect(verdict!.attempts.map(({ outcome }) => outcome)).toEqual(["declined", "accepted"]);
  expect(await stands()).toEqual(["assigned", partners[1]!.id]);
  expect(await ends()).toEqual(["lost", "accepted"]);
  expect(jobs("cancel-handover")).toHaveLength(1);
});

test("called back between two partners, nobody else is asked: while the first is told, and while prices are asked", async () => {
  const cancelling = await day(LATER, TAKES);
  const deaf = cancelling.meeting(({ handOver, cancel }) => ({
    handOver: async (...asked) => {
      const { exchange } = await handOver(...asked);
      return { outcome: "unknown", message: "no answer in time", exchange };
    },
    cancel: async (...asked) => {
      await cancelling.callBack();
      return cancel(...asked);
    },
  }));
  const [stopped] = await handOverDeliveries(deaf, { deliveryIds: [cancelling.deliveryId] });
  expect(stopped).toMatchObject({ outcome: "not-open", attempts: [{ outcome: "unknown" }, { outcome: "not-open" }] });
  const seen = cancelling.jobs("recover-round")[0]!.payload as Parameters<typeof recoverRound>[1];
  expect(await recoverRound(cancelling.tenant.systemContext(), seen)).toBeNull();
  expect(cancelling.partners.map(({ offers }) => offers())).toEqual([1, 0]);
  await expect(cancelling.callBack()).rejects.toMatchObject({ details: { reason: "not-with-partner" } });

  const quoting = await day(LATER, TAKES, TAKES);
  const first = await quoting.offer();
  await quoting.say(0, first.handoverId!, "declined");
  let calls = 0;
  const late = quoting.meeting(({ quote }) => ({
    quote: async (...asked) => {
      if (calls++ === 0) await quoting.callBack();
      return quote(...asked);
    },
  }));
  expect(await passOnOffer(late, { handoverId: first.handoverId! })).toMatchObject({ outcome: "not-open" });
  expect(await quoting.passOn(first.handoverId!)).toBeNull();
  expect(quoting.partners.map(({ offers }) => offers())).toEqual([1, 0, 0]);
  // Handed over anew, it is another round.
  expect(await quoting.offer()).toMatchObject({ outcome: "awaited" });
});

test("a run that was taken for dead and has not heard of the other asks nobody twice", async () => {
  const { tenant, deliveryId, partners, meeting, jobs, ends } = await day(REFUSES, REFUSES);
  let isOther = false;
  const overtaken = meeting(({ quote }) => ({
    quote: async (...asked) => {
      const isFirst = !isOther;
      isOther = true;
      const seen = jobs("recover-round")[0]!.payload as Parameters<typeof recoverRound>[1];
      const takeOver = async () => {
        const [row] = await tenant.database.raw<{ beat: number }[]>`
          select beat from partner_round where organization_id = ${tenant.organizationId}`;
        return recoverRound(tenant.systemContext(), { ...seen, beat: row!.beat });
      };
      // Again where a beat came between.
      if (isFirst) await expect.poll(takeOver).toMatchObject({ outcome: "nobody" });
      return quote(...asked);
    },
  }));
  expect(await handOverDeliveries(overtaken, { deliveryIds: [deliveryId] })).toMatchObject([{ outcome: "not-open" }]);
  expect(partners.map(({ offers }) => offers())).toEqual([1, 1]);
  expect(await ends()).toEqual(["declined", "declined"]);
});

test("who did not answer an offer and knows nothing of it when it is taken back is told once more, when he may know of it", async () => {
  const { deliveryId, meeting, clock, jobs } = await day(LATER);
  let told = 0;
  const busy = meeting(({ handOver, cancel }) => ({
    handOver: async (...asked) => {
      const { exchange } = await handOver(...asked);
      return { outcome: "unknown", message: "no answer in time", exchange };
    },
    cancel: async (...asked) => {
      told++;
      const { exchange } = await cancel(...asked);
      return { outcome: "declined", message: "It answered 404.", exchange: { ...exchange, status: 404 } };
    },
  }));
  await handOverDeliveries(busy, { deliveryIds: [deliveryId] });
  const [again] = jobs("cancel-handover");
  const { handoverId } = again!.payload as { handoverId: string };
  clock.advanceSeconds(29);
  expect(await cancelHandover(busy, { handoverId })).toEqual({ isHeard: false, isRefused: false });
  clock.advanceSeconds(1);
  expect(again!.notBefore).toEqual(clock.now());
  expect(await cancelHandover(busy, { handoverId })).toEqual({ isHeard: true, isRefused: false });
  expect(await cancelHandover(busy, { handoverId })).toEqual({ isHeard: true, isRefused: false });
  expect(told).toBe(3);
});
