import { expect, test } from "vitest";
import { isDeadlock } from "@/db/database-unavailable";
import { cancelHandoverJob } from "@/server/jobs/handlers/cancel-handover";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import type { ServiceContext } from "../kernel/service-context";
import { cancelDeliveries } from "../order/cancel-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { removeDeliveries } from "../order/remove-deliveries";
import { rescheduleDelivery } from "../order/reschedule-delivery";
import { addPartner } from "./add-partner";
import { callBackDelivery } from "./call-back-delivery";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { listDeliveryHandovers } from "./list-delivery-handovers";
import { passOnOffer } from "./pass-on-offer";
import { recoverRound } from "./recover-round";
import { sendManifest } from "./send-manifest";
import { settleCancel } from "./settle-cancel";
import { takePartnerWord } from "./take-partner-word";

/** Deadlocks are tried again, so that nobody hears of them: here they are counted where they are found out. */
function countDeadlocks({ database }: Pick<ServiceContext, "database">) {
  let deadlocks = 0;
  const transaction: typeof database.orm.transaction = (...work) =>
    database.orm.transaction(...work).catch((error: unknown) => {
      if (isDeadlock(error)) deadlocks++;
      throw error;
    });
  const orm = Object.assign(Object.create(database.orm) as typeof database.orm, { transaction });
  return { database: { ...database, orm }, deadlocks: () => deadlocks };
}

/** A day that has a plan, its only delivery, and a partner with a server who takes whatever he is offered. */
async function day(
  cancelled: () => PartnerReply,
  whileOffered?: (scenario: PlanScenario, deliveryId: string) => Promise<unknown>,
) {
  const scenario = await planScenario([{ at: [1, 1] }]);
  const [deliveryId] = scenario.deliveryIds as [string];
  const server = await partnerServer(({ path }) => {
    if (path === "/quotes") return { body: { price_cents: 100 } };
    return path === "/jobs" ? { body: { reference: "job-1" } } : path.endsWith("/cancel") ? cancelled() : {};
  });
  const { id: partnerId } = await addPartner(scenario.context(), { partner: { name: "Fast", type: "3pl" } });
  const settings = { baseUrl: server.url };
  await connectPartner(scenario.context(), { partnerId, connector: "http", settings, secrets: {} });
  const { carriers } = scenario.context().ports;
  const handOver: typeof carriers.handOver = async (...about) => {
    await whileOffered?.(scenario, deliveryId);
    return carriers.handOver(...about);
  };
  const services = scenario.context("owner", { carriers: { ...carriers, handOver } });
  const [verdict] = await handOverDeliveries(services, { deliveryIds: [deliveryId] });
  const cancels = () => server.asked.filter(({ path }) => path.endsWith("/cancel"));
  return { scenario, deliveryId, partnerId, verdict: verdict!, cancels };
}

/** Does what was given out for later; whether all of it ended well. */
async function runJobs({ tenant }: PlanScenario): Promise<boolean> {
  const jobs = tenant.jobs.filter(({ name }) => name === "cancel-handover");
  const ends = await Promise.allSettled(
    jobs.map(({ payload }) => cancelHandoverJob(tenant.systemContext(), payload as { handoverId: string })),
  );
  expect(ends.length).toBeGreaterThan(0);
  return ends.every(({ status }) => status === "fulfilled");
}

const exchanges = ({ tenant }: PlanScenario) =>
  tenant.database.raw`select status, failure from partner_exchange
    where organization_id = ${tenant.organizationId} and kind = 'cancel' order by id`;

const putOff = (scenario: PlanScenario, id: string) =>
  rescheduleDelivery(scenario.context(), { id, to: { serviceDate: "2099-06-12", windows: [] } });

const isCancelled = { outcome: "cancelled", reason: null };

test("a partner whose delivery is cancelled is told, again until he has heard it, and once from then on", async () => {
  let reply: PartnerReply = { status: 503 };
  const { scenario, deliveryId, partnerId, verdict, cancels } = await day(() => reply);
  expect(verdict.outcome).toBe("handed-over");
  const asked = { ids: [deliveryId], mutationId: "cancel-it", reason: "sold out" };
  const { verdicts } = await cancelDeliveries(scenario.context(), asked);
  expect(verdicts).toMatchObject([isCancelled]);
  expect(cancels()).toHaveLength(0);
  expect(await runJobs(scenario)).toBe(false);
  reply = {};
  expect(await runJobs(scenario)).toBe(true);
  expect(await runJobs(scenario)).toBe(true);
  expect(cancels().map(({ body }) => JSON.parse(body).reference)).toEqual(["job-1", "job-1"]);
  expect(await exchanges(scenario)).toMatchObject([
    { status: 503, failure: "It answered 503." },
    { status: 200, failure: "" },
  ]);
  const word = { partnerId, assignmentId: verdict.handoverId!, word: "delivered" as const, name: "a", raw: "{}" };
  await expect(takePartnerWord(scenario.context(), word)).rejects.toMatchObject({ details: { reason: "closed" } });
  expect((await readDeliveryRecord(scenario.context(), { id: deliveryId })).delivery.status).toBe("cancelled");
});

test("a partner's delivery that is put off is taken back, and waits to be planned on its new day", async () => {
  const { scenario, deliveryId, cancels } = await day(() => ({ status: 409 }));
  const to = { serviceDate: "2099-06-12", windows: [] };
  await rescheduleDelivery(scenario.context(), { id: deliveryId, to });
  const { delivery } = await readDeliveryRecord(scenario.context(), { id: deliveryId });
  expect(delivery).toMatchObject({ status: "requested", partnerId: null, input: { serviceDate: "2099-06-12" } });
  // Too late, he says: that is an answer, too.
  expect(await runJobs(scenario)).toBe(true);
  expect(await runJobs(scenario)).toBe(true);
  expect(cancels()).toHaveLength(1);
  const events = await scenario.tenant.database.raw`select type from event
    where organization_id = ${scenario.tenant.organizationId} and type = 'partner.withdrawn'`;
  expect(events).toHaveLength(1);
});

test("what is put off while it is being offered is not given away, whatever the partner answers", async () => {
  const { scenario, deliveryId, verdict, cancels } = await day(
    () => ({}),
    (scenario, id) => putOff(scenario, id),
  );
  expect(verdict).toMatchObject({ outcome: "not-open", handoverId: null });
  expect(cancels()).toHaveLength(1);
  expect(await runJobs(scenario)).toBe(true);
  expect(cancels()).toHaveLength(1);
  const { delivery } = await readDeliveryRecord(scenario.context(), { id: deliveryId });
  expect(delivery).toMatchObject({ status: "requested", partnerId: null });
});

test("what is planned while it is being offered can still be stopped, and stays planned", async () => {
  const stopped: unknown[] = [];
  const { verdict, cancels } = await day(
    () => ({}),
    async ({ tenant, context }, deliveryId) => {
      await tenant.database
        .raw`update delivery set status = 'scheduled' where organization_id = ${tenant.organizationId}`;
      stopped.push(await callBackDelivery(context(), { deliveryId }));
      const { delivery } = await readDeliveryRecord(context(), { id: deliveryId });
      expect(delivery).toMatchObject({ status: "scheduled", partnerId: null });
    },
  );
  expect(stopped).toHaveLength(1);
  expect(verdict).toMatchObject({ outcome: "not-open", handoverId: null });
  expect(cancels()).toHaveLength(1);
});

test("a partner who takes an offer after he was told that it is off is told again", async () => {
  const { scenario, verdict, cancels } = await day(
    () => ({}),
    async (offering, id) => {
      await putOff(offering, id);
      expect(await runJobs(offering)).toBe(true);
    },
  );
  expect(verdict).toMatchObject({ outcome: "not-open", handoverId: null });
  // The first came before he knew of anything, so it had no name of his.
  expect(cancels().map(({ body }) => JSON.parse(body).reference)).toEqual(["", "job-1"]);
  expect(await runJobs(scenario)).toBe(true);
  expect(cancels()).toHaveLength(2);
});

test("a partner whose delivery is deleted is told all the same", async () => {
  const { scenario, deliveryId, cancels } = await day(() => ({}));
  const { verdicts } = await removeDeliveries(scenario.context(), { ids: [deliveryId] });
  expect(verdicts).toEqual([{ outcome: "removed" }]);
  expect(await runJobs(scenario)).toBe(true);
  expect(await runJobs(scenario)).toBe(true);
  expect(cancels().map(({ body }) => JSON.parse(body).reference)).toEqual(["job-1"]);
});

const TOO_LATE: PartnerReply = { status: 409, body: { reason: "The van is loaded." } };

test("who says that it cannot be taken back is heard: nobody else is asked till somebody has decided", async () => {
  const { scenario, deliveryId, partnerId, verdict, cancels } = await day(() => TOO_LATE);
  const handoverId = verdict.handoverId!;
  await callBackDelivery(scenario.context(), { deliveryId });
  expect(await runJobs(scenario)).toBe(true);
  const read = () => listDeliveryHandovers(scenario.context(), { deliveryId });
  expect((await read()).handovers).toMatchObject([
    { status: "withdrawn", cancelState: "refused", cancelWords: "The van is loaded." },
  ]);
  const offer = () => handOverDeliveries(scenario.context(), { deliveryIds: [deliveryId] });
  expect(await offer()).toMatchObject([{ outcome: "not-open" }]);
  await settleCancel(scenario.context(), { handoverId, choice: "leave" });
  expect((await readDeliveryRecord(scenario.context(), { id: deliveryId })).delivery).toMatchObject({
    status: "assigned",
    partnerId,
  });
  const word = { partnerId, assignmentId: handoverId, word: "enroute" as const, name: "b", raw: "{}" };
  expect(await takePartnerWord(scenario.context(), word)).toMatchObject({ verdict: "applied" });
  expect(await runJobs(scenario)).toBe(true);
  expect(cancels()).toHaveLength(1);
  const again = settleCancel(scenario.context(), { handoverId, choice: "insist" });
  await expect(again).rejects.toMatchObject({ details: { reason: "decided" } });
  const events = await scenario.tenant.database.raw<{ type: string; note: string }[]>`
    select type, data ->> 'note' as note from event where organization_id = ${scenario.tenant.organizationId}
      and type in ('partner.cancel-refused', 'partner.left-with') order by seq`;
  expect(events.map(({ type, note }) => [type, note])).toEqual([
    ["partner.cancel-refused", "The van is loaded."],
    ["partner.left-with", "The van is loaded."],
  ]);
});

test("taken back all the same, it is free for others; what is planned meanwhile is not left with him", async () => {
  const { scenario, deliveryId, verdict, cancels } = await day(() => TOO_LATE);
  const handoverId = verdict.handoverId!;
  await callBackDelivery(scenario.context(), { deliveryId });
  await runJobs(scenario);
  const { organizationId, database } = scenario.tenant;
  await database.raw`update delivery set status = 'scheduled' where organization_id = ${organizationId}`;
  const left = settleCancel(scenario.context(), { handoverId, choice: "leave" });
  await expect(left).rejects.toMatchObject({ details: { reason: "not-waiting" } });
  await database.raw`update delivery set status = 'requested' where organization_id = ${organizationId}`;
  await settleCancel(scenario.context(), { handoverId, choice: "leave" });
  await callBackDelivery(scenario.context(), { deliveryId });
  await runJobs(scenario);
  // Left with him in between, he has to hear of it again.
  expect(cancels()).not.toHaveLength(1);
  await settleCancel(scenario.context(), { handoverId, choice: "insist" });
  const [verdictAgain] = await handOverDeliveries(scenario.context(), { deliveryIds: [deliveryId] });
  expect(verdictAgain).toMatchObject({ outcome: "handed-over" });
});

test("who could not be told to the last is said to know nothing of it", async () => {
  const { scenario, deliveryId, verdict } = await day(() => ({ status: 500 }));
  const handoverId = verdict.handoverId!;
  await callBackDelivery(scenario.context(), { deliveryId });
  expect(await runJobs(scenario)).toBe(false);
  const stateOf = async () =>
    (await listDeliveryHandovers(scenario.context(), { deliveryId })).handovers[0]!.cancelState;
  expect(await stateOf()).toBe("telling");
  const last = cancelHandoverJob(scenario.tenant.systemContext(), { handoverId }, undefined, true);
  await expect(last).rejects.toThrow("not heard");
  expect(await stateOf()).toBe("unheard");
});

/** Deliveries on offer to a partner who answers by himself and one who takes everything. */
async function crowd(size: number) {
  const scenario = await planScenario(Array.from({ length: size }, (_, index) => ({ at: [1, index] as const })));
  const { tenant } = scenario;
  const answers: readonly PartnerReply[] = [{ status: 202 }, { body: { accepted: true } }];
  const partnerIds: string[] = [];
  for (const [index, answer] of answers.entries()) {
    const server = await partnerServer(({ path }) => {
      if (path === "/quotes") return { body: { price_cents: 100 * (index + 1) } };
      return path === "/jobs" ? answer : {};
    });
    const { id: partnerId } = await addPartner(tenant.context(), {
      partner: { name: `Partner ${index}`, type: "3pl" },
    });
    const settings = { baseUrl: server.url };
    await connectPartner(tenant.context(), { partnerId, connector: "http", settings, secrets: {} });
    partnerIds.push(partnerId);
  }
  const handovers = () => tenant.database.raw<{ id: string; deliveryId: string; partnerId: string; status: string }[]>`
    select id, delivery_id as "deliveryId", partner_id as "partnerId", status from partner_handover
    where organization_id = ${tenant.organizationId}`;
  return { scenario, tenant, partnerIds, handovers };
}

test("calls of partners, offers, cancellations and take-backs at once never wait for each other in a ring", async () => {
  const { scenario, tenant, partnerIds, handovers } = await crowd(8);
  const { deliveryIds } = scenario;
  const { database, deadlocks } = countDeadlocks(tenant);
  const services = () => ({ ...tenant.systemContext(), database });
  const said = new Set<string>();
  const note = (error: { code?: string }) => void said.add(error.code ?? String(error));
  for (let wave = 0; wave < 4; wave++) {
    const known = await handovers();
    const jobs = tenant.jobs.filter(({ name }) => name === "recover-round").map(({ payload }) => payload);
    const acts: (() => Promise<unknown>)[] = [
      ...deliveryIds.map((id) => () => handOverDeliveries(services(), { deliveryIds: [id] })),
      ...known.flatMap(({ id: assignmentId, partnerId }) =>
        (["accepted", "declined", "enroute", "accepted"] as const).map((word, index) => () => {
          const name = `${word} ${index} ${wave}`;
          return takePartnerWord(services(), { partnerId, assignmentId, word, name, raw: "{}" });
        }),
      ),
      ...known.map(
        ({ id: handoverId }) =>
          () =>
            passOnOffer(services(), { handoverId }),
      ),
      ...jobs.map((seen) => () => recoverRound(services(), seen as Parameters<typeof recoverRound>[1])),
      ...deliveryIds.map((deliveryId) => () => callBackDelivery(services(), { deliveryId })),
      ...partnerIds.map((partnerId) => () => sendManifest(services(), { partnerId })),
      ...deliveryIds.slice(0, 2).map((id) => () => putOff(scenario, id)),
      () => {
        const ids = wave === 3 ? deliveryIds.slice(4).reverse() : [];
        return cancelDeliveries(services(), {
          ids: ids.length > 0 ? ids : [tenant.newId()],
          mutationId: `cancel-them-${wave}`,
        });
      },
    ];
    // Each kind among the others, the same way each time.
    const mixed = acts.map((act, index) => ({ act, at: (index * 7919) % 1009 })).sort((a, b) => a.at - b.at);
    await Promise.all(mixed.map(({ act }) => act().catch(note)));
  }
  for (const { payload } of tenant.jobs.filter(({ name }) => name === "cancel-handover")) {
    await cancelHandoverJob(services(), payload as { handoverId: string });
  }
  expect([...said].filter((code) => !["refused", "conflict", "not-found"].includes(code))).toEqual([]);
  expect(deadlocks()).toBe(0);
  // Whose it is, who has it and whether anybody is still asked are one truth.
  const torn = await tenant.database.raw`
    select d.id, d.status, d.partner_id, h.status as handover, r.end_kind, r.run_id from delivery d
    left join partner_handover h on h.delivery_id = d.id and h.ended_at is null
    left join partner_round r on r.delivery_id = d.id and r.ended_at is null
    where d.organization_id = ${tenant.organizationId} and not (
      (d.status in ('requested', 'cancelled') and d.partner_id is null and (h.id is null and r.id is null
        or h.status = 'awaited' and r.id = h.round_id and r.run_id is null and d.status = 'requested'))
      or (d.status in ('assigned', 'enroute') and d.partner_id = h.partner_id and h.status = 'accepted' and r.id is null))`;
  expect(torn).toEqual([]);
  const untold = (await handovers()).filter(({ status }) => status === "offered");
  expect(untold).toEqual([]);
});
