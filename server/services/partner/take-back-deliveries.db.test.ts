import { expect, test } from "vitest";
import { cancelHandoverJob } from "@/server/jobs/handlers/cancel-handover";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { cancelDeliveries } from "../order/cancel-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { removeDeliveries } from "../order/remove-deliveries";
import { rescheduleDelivery } from "../order/reschedule-delivery";
import { addPartner } from "./add-partner";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { takePartnerWord } from "./take-partner-word";

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
