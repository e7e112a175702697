import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { SILENCE_MS } from "@/server/domain/partner/round";
import { FakeClock } from "@/server/testing/fake-clock";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { startWorkerProcess } from "@/server/testing/worker-process";
import { createDeliveries } from "../order/create-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { addPartner } from "./add-partner";
import { connectPartner } from "./connect-partner";
import { handOverDeliveries } from "./hand-over-deliveries";
import { recoverOffer } from "./recover-offer";
import { recoverRound } from "./recover-round";

const LATER: PartnerReply = { status: 202 };
const TAKES: PartnerReply = { body: { accepted: true } };
type Seen = Parameters<typeof recoverRound>[1];
const SECRET = "a secret of more than thirty-two characters";

/** Partners on this machine, cheapest first, and a delivery nobody has been offered yet. */
async function day(tenant: TestTenant, ...replies: readonly PartnerReply[]) {
  const projectId = await testProject(tenant);
  const draft = dropoffDraft(1, { dropoff: { ...dropoffDraft(1).dropoff, position: { lat: 55.6832, lng: 12.5883 } } });
  const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries: [draft] });
  const deliveryId = verdicts[0]!.deliveryId!;
  const partners: { readonly id: string; asked(): string[] }[] = [];
  for (const [index, reply] of replies.entries()) {
    const server = await partnerServer(({ path: asked }) => {
      if (asked === "/quotes") return { body: { price_cents: 100 * (index + 1), currency: "DKK" } };
      return asked === "/jobs" ? reply : {};
    });
    const { id } = await addPartner(tenant.context(), { partner: { name: `Partner ${index}`, type: "3pl" } });
    const settings = { baseUrl: server.url };
    await connectPartner(tenant.context(), { partnerId: id, connector: "http", settings, secrets: {} });
    const said = () => server.asked.filter((each) => each.path.startsWith("/jobs"));
    partners.push({ id, asked: () => said().map((each) => each.path.replace(/asg_\w+/, "…")) });
  }
  return {
    deliveryId,
    partners,
    offer: () => handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] }),
    stands: async () => {
      const { delivery } = await readDeliveryRecord(tenant.context(), { id: deliveryId });
      return [delivery.status, delivery.partnerId];
    },
    handovers: async () =>
      tenant.database.raw<{ id: string; partnerId: string; status: string }[]>`
        select id, partner_id as "partnerId", status from partner_handover
        where organization_id = ${tenant.organizationId} order by id`,
  };
}

test("an offer whose process is killed is taken back, and the next partner is asked", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-killed-"));
  const first = await testTenant({ secrets: createAesSecretBox(SECRET) });
  const queue = await startBossJobQueue(first.database, () => {});
  const tenant = { ...first, context: (role?: "owner") => first.context(role, { jobs: queue }) };
  const { offer, partners, stands, handovers } = await day(tenant, LATER, "hang", TAKES);
  const settings = { DRAY_SECRET: SECRET, DRAY_PRIVATE_ADDRESSES: "true" };
  /** What was given out for later is due now. */
  const hurry = (name: string) => tenant.database.raw`update pgboss.job set start_after = now()
    where name = ${name} and data ->> 'organizationId' = ${tenant.organizationId}`;
  /** So is a look at the round, which was last heard of before. */
  const lookNow = () => tenant.database.raw`update pgboss.job set start_after = now(),
      data = jsonb_set(data, '{beat}', (select to_jsonb(beat) from partner_round
        where organization_id = ${tenant.organizationId}))
    where name = 'recover-round' and state < 'active' and data ->> 'organizationId' = ${tenant.organizationId}`;
  const workers: ReturnType<typeof startWorkerProcess>[] = [];
  onTestFinished(async () => {
    for (const worker of workers) await worker.kill();
    await queue.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  await offer();
  await hurry("pass-on-offer");
  workers.push(startWorkerProcess(tenant.database.url, dataDir, settings));
  await expect.poll(() => partners[1]!.asked()).toEqual(["/jobs"]);
  await workers[0]!.kill();
  expect((await handovers()).map(({ status }) => status)).toEqual(["lost", "offered"]);
  await lookNow();
  workers.push(startWorkerProcess(tenant.database.url, dataDir, settings));
  await expect.poll(stands).toEqual(["assigned", partners[2]!.id]);
  expect((await handovers()).map(({ status }) => status)).toEqual(["lost", "lost", "accepted"]);
  expect(partners.map(({ asked }) => asked().filter((each) => each === "/jobs").length)).toEqual([1, 1, 1]);
  expect(partners[1]!.asked()).toEqual(["/jobs", "/jobs/…/cancel"]);
  const kept = await tenant.database.raw<{ kind: string; failure: string }[]>`
    select kind, failure from partner_exchange where organization_id = ${tenant.organizationId}
      and partner_id = ${partners[1]!.id} and kind in ('hand-over', 'cancel') order by id`;
  expect(kept.map(({ kind, failure }) => [kind, failure !== ""])).toEqual([
    ["hand-over", true],
    ["cancel", false],
  ]);
});

/** What the next look at a round goes by whose run has ended: the beat as it stands, for it may have lived long enough to count it up. */
async function stillSeen({ jobs, database, organizationId }: TestTenant): Promise<Seen> {
  const seen = jobs.findLast(({ name }) => name === "recover-round")!.payload as Seen;
  const [row] = await database.raw<{ beat: number }[]>`
    select beat from partner_round where organization_id = ${organizationId} and id = ${seen.roundId}`;
  return { ...seen, beat: row!.beat };
}

/** Offers a delivery to the first partner, as a process does that dies in a certain moment. */
async function brokenOff(...replies: readonly PartnerReply[]) {
  const clock = new FakeClock("2031-03-03T07:00:00Z");
  const tenant = await testTenant({ clock });
  const scene = await day(tenant, ...replies);
  const { carriers } = tenant.context().ports;
  const dying = {
    ...carriers,
    handOver: async (...asked: Parameters<typeof carriers.handOver>) => {
      await carriers.handOver(...asked);
      throw new Error("gone");
    },
  };
  await handOverDeliveries(tenant.context("owner", { carriers: dying }), { deliveryIds: [scene.deliveryId] }).catch(
    () => {},
  );
  const seen = await stillSeen(tenant);
  const recover = () => recoverRound(tenant.systemContext(), seen);
  return { ...scene, tenant, clock, recover };
}

test("nobody offers it meanwhile; taken up twice, the next partner is asked once", async () => {
  const { offer, recover, partners, stands } = await brokenOff(TAKES, TAKES, TAKES);
  expect(await offer()).toMatchObject([{ outcome: "not-open" }]);
  await Promise.all([recover(), recover()]);
  expect(await stands()).toEqual(["assigned", partners[1]!.id]);
  expect(await recover()).toBeNull();
  const offers = partners.map(({ asked }) => asked().filter((each) => each === "/jobs").length);
  expect(offers).toEqual([1, 1, 0]);
  expect(partners[0]!.asked()).toContain("/jobs/…/cancel");
});

test("nobody's any more, it is taken back first when it is offered anew a minute later; till then its round goes on", async () => {
  const { offer, recover, partners, stands, clock, handovers, tenant } = await brokenOff(TAKES, TAKES);
  clock.advanceSeconds(61);
  expect(await offer()).toMatchObject([{ outcome: "not-open" }]);
  await tenant.database.raw`update partner_round set run_id = null where organization_id = ${tenant.organizationId}`;
  expect(await offer()).toMatchObject([{ outcome: "handed-over", partnerId: partners[0]!.id }]);
  expect(partners[0]!.asked()).toEqual(["/jobs", "/jobs/…/cancel", "/jobs"]);
  expect(await recover()).toBeNull();
  expect(await stands()).toEqual(["assigned", partners[0]!.id]);
  expect((await handovers()).map(({ status }) => status)).toEqual(["lost", "accepted"]);
  expect(partners[1]!.asked()).toEqual([]);
});

test("who died after a no is followed by whoever is next; what was called back stays with us", async () => {
  const { tenant, offer, recover, partners, stands, handovers } = await brokenOff({ body: { accepted: false } }, TAKES);
  const { organizationId, database } = tenant;
  await database.raw`update partner_handover set status = 'declined', ended_at = now()
    where organization_id = ${organizationId}`;
  expect(await recover()).toMatchObject({ outcome: "handed-over", partnerId: partners[1]!.id });
  await database.raw`update partner_handover set status = 'withdrawn', ended_at = now()
    where organization_id = ${organizationId} and status = 'accepted'`;
  await database.raw`update delivery set status = 'requested', partner_id = null where organization_id = ${organizationId}`;
  expect(await recover()).toBeNull();
  expect(await stands()).toEqual(["requested", null]);
  expect(await handovers()).toHaveLength(2);
  expect(await offer()).toMatchObject([{ outcome: "handed-over" }]);
});

test("an offer of a version that knew no runs is taken back, and the next partner is asked", async () => {
  const { tenant, partners, stands, handovers } = await brokenOff(TAKES, TAKES);
  const [offer] = await handovers();
  const look = () => recoverOffer(tenant.systemContext(), { handoverId: offer!.id });
  expect(await look()).toBeNull();
  await tenant.database.raw`update partner_round set run_id = null where organization_id = ${tenant.organizationId}`;
  expect(await look()).toMatchObject({ outcome: "handed-over", partnerId: partners[1]!.id });
  expect(await look()).toBeNull();
  expect(await stands()).toEqual(["assigned", partners[1]!.id]);
  expect((await handovers()).map(({ status }) => status)).toEqual(["lost", "accepted"]);
  expect(partners[0]!.asked()).toEqual(["/jobs", "/jobs/…/cancel"]);
});

test("a round nobody runs, and in which nobody is asked any more, is in nobody's way", async () => {
  const { tenant, offer, partners } = await brokenOff(TAKES);
  const { organizationId, database } = tenant;
  await database.raw`update partner_handover set status = 'declined', ended_at = now()
    where organization_id = ${organizationId}`;
  expect(await offer()).toMatchObject([{ outcome: "not-open" }]);
  await database.raw`update partner_round set run_id = null where organization_id = ${organizationId}`;
  expect(await offer()).toMatchObject([{ outcome: "handed-over", partnerId: partners[0]!.id }]);
});

test("without fallback, and chosen by hand, it comes back to us", async () => {
  const { tenant, recover, partners, stands, handovers } = await brokenOff(TAKES, TAKES);
  await tenant.database
    .raw`update partner_round set is_by_hand = true where organization_id = ${tenant.organizationId}`;
  expect(await recover()).toBeNull();
  expect(await stands()).toEqual(["requested", null]);
  expect(await handovers()).toMatchObject([{ status: "lost" }]);
  expect(partners.map(({ asked }) => asked())).toEqual([["/jobs", "/jobs/…/cancel"], []]);
});

test("a run that lives says so while it waits, and nobody takes it over", async () => {
  const first = await testTenant();
  const { deliveryId, partners } = await day(first, TAKES, TAKES);
  const { carriers } = first.context().ports;
  const seenOf = () => first.jobs.findLast(({ name }) => name === "recover-round")!.payload as Seen;
  const beatOf = async () => {
    const [row] = await first.database.raw<{ beat: number }[]>`
      select beat from partner_round where organization_id = ${first.organizationId}`;
    return row!.beat;
  };
  const slow: typeof carriers.handOver = async (...asked) => {
    const begun = seenOf();
    await expect.poll(beatOf).toBeGreaterThan(begun.beat);
    expect(await recoverRound(first.systemContext(), begun)).toBeNull();
    expect(seenOf()).toMatchObject({ roundId: begun.roundId, beat: expect.any(Number), runs: begun.runs });
    expect(seenOf().beat).toBeGreaterThan(begun.beat);
    return carriers.handOver(...asked);
  };
  const context = first.context("owner", { carriers: { ...carriers, handOver: slow } });
  const [verdict] = await handOverDeliveries(context, { deliveryIds: [deliveryId] });
  expect(verdict).toMatchObject({ outcome: "handed-over", partnerId: partners[0]!.id });
  expect(await recoverRound(first.systemContext(), seenOf())).toBeNull();
});

test("who dies while prices are asked is followed; a round that every run breaks off is given up", async () => {
  const tenant = await testTenant();
  const { deliveryId, partners, offer } = await day(tenant, TAKES, TAKES);
  const { carriers } = tenant.context().ports;
  const quote: typeof carriers.quote = () => Promise.reject(new Error("gone"));
  const dying = { carriers: { ...carriers, quote } };
  const recover = async () => recoverRound(tenant.context("owner", dying), await stillSeen(tenant));
  const begin = () => handOverDeliveries(tenant.context("owner", dying), { deliveryIds: [deliveryId] });
  await expect(begin()).rejects.toThrow("gone");
  expect(await offer()).toMatchObject([{ outcome: "not-open" }]);
  for (let run = 2; run <= 5; run++) {
    await expect(recover()).rejects.toThrow("gone");
    expect((await stillSeen(tenant)).runs).toBe(run);
  }
  expect(await recover()).toBeNull();
  await expect(begin()).rejects.toThrow("gone");
  expect(await recoverRound(tenant.systemContext(), await stillSeen(tenant))).toMatchObject({
    outcome: "handed-over",
    partnerId: partners[0]!.id,
  });
});

test("when a round is looked at is told by the database's clock, whatever the process takes the time for", async () => {
  const tenant = await testTenant({ clock: new FakeClock("2031-03-03T07:00:00Z") });
  const { offer } = await day(tenant, TAKES);
  const earliest = Date.now() + SILENCE_MS;
  await offer();
  const { notBefore } = tenant.jobs.find(({ name }) => name === "recover-round")!;
  expect(notBefore!.getTime()).toBeGreaterThanOrEqual(earliest);
  expect(notBefore!.getTime()).toBeLessThanOrEqual(Date.now() + SILENCE_MS);
});

test("who goes on with a round says that he lives while he still reads whom to ask", async () => {
  const { tenant, partners } = await brokenOff(TAKES, TAKES);
  const { database } = tenant;
  const seen = await stillSeen(tenant);
  const transaction: typeof database.reading.transaction = async (...work) => {
    await expect.poll(async () => (await stillSeen(tenant)).beat).toBeGreaterThan(seen.beat + 1);
    return database.reading.transaction(...work);
  };
  const reading = Object.assign(Object.create(database.reading) as typeof database.reading, { transaction });
  const slow = { ...tenant.systemContext(), database: { ...database, reading } };
  expect(await recoverRound(slow, seen)).toMatchObject({ outcome: "handed-over", partnerId: partners[1]!.id });
});
