import { beforeAll, expect, test } from "vitest";
import { createChainGeocoder } from "@/server/adapters/geocoder/chain-geocoder";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { geocodeLocations } from "@/server/jobs/handlers/geocode-locations";
import { sweepAddresses } from "@/server/jobs/handlers/sweep-addresses";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { FakeClock } from "@/server/testing/fake-clock";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { listDoubtfulLocations } from "./list-doubtful-locations";
import { tryWaiting } from "./try-waiting";

/** The queue's own tables are there once a queue was. */
beforeAll(async () => {
  const { database } = await testTenant();
  const queue = await startBossJobQueue(database, () => undefined);
  await queue.stop();
});

const NOW = "2026-06-10T07:35:00Z";

/** A tenant with an order whose geocoder is away. */
async function waitingTenant() {
  const clock = new FakeClock(NOW);
  const position = { lat: 55.68, lng: 12.59 };
  const found = { position, confidence: "exact" as const, label: "Bredgade 74", score: 1 };
  const online = new FakeGeocoder({ "Bredgade 74": { confidence: "exact", candidates: [found] } }, "photon");
  online.failure = new Error("away");
  const book = new FakeGeocoder({}, "address-book");
  const geocoder = async () => createChainGeocoder({ book, sources: [online] });
  const tenant = await testTenant({ clock, geocoder });
  const projectId = await testProject(tenant);
  const address = { street: "Bredgade 74", postcode: "1260", city: "København K", country: "DK" };
  await createDeliveries(tenant.context(), { projectId, deliveries: [dropoffDraft(1, { dropoff: { address } })] });
  tenant.jobs.length = 0;
  const { organizationId } = tenant;
  const lookUp = (isSweep: boolean) =>
    geocodeLocations(
      tenant.systemContext(),
      { organizationId, correlationId: "test", isSweep },
      new AbortController().signal,
    );
  const counts = async () => {
    const { pending, waitingSince } = await listDoubtfulLocations(tenant.context(), { projectId });
    return { pending, waitingSince };
  };
  /** Jobs that the hour's sweep gave out for this tenant. */
  const sweep = async () => {
    tenant.jobs.length = 0;
    const systemOf = (id: string) => (id === organizationId ? tenant : elsewhere).systemContext();
    await sweepAddresses(tenant.database, clock, systemOf);
    return tenant.jobs.map(({ name, payload }) => ({ name, payload }));
  };
  const elsewhere = await testTenant();
  return { tenant, clock, online, lookUp, counts, sweep };
}

test("addresses wait visibly while their geocoder is away; whoever tries now is told whether it answers", async () => {
  const { tenant, clock, online, lookUp, counts } = await waitingTenant();
  expect(await counts()).toEqual({ pending: 1, waitingSince: null });
  clock.advanceSeconds(121);
  expect((await counts()).pending).toBe(1);
  expect(new Date((await counts()).waitingSince!)).toEqual(new Date(NOW));
  const dispatcher = tenant.context("dispatcher");
  expect(await tryWaiting(dispatcher, {})).toEqual({ isHeard: false });
  expect(tenant.jobs).toEqual([]);
  online.failure = undefined;
  expect(await tryWaiting(dispatcher, {})).toEqual({ isHeard: true });
  expect(tenant.jobs.map(({ name }) => name)).toEqual(["geocode-locations"]);
  await lookUp(false);
  expect(await counts()).toEqual({ pending: 0, waitingSince: null });
  await expect(tryWaiting(tenant.context("viewer"), {})).rejects.toMatchObject({ code: "forbidden" });
});

test("what was given up is asked about again by the hour, once each time, ever more seldom, and never beside a job that asks anyway", async () => {
  const { tenant, clock, online, lookUp, counts, sweep } = await waitingTenant();
  const { organizationId } = tenant;
  const asked = [{ name: "geocode-locations", payload: expect.objectContaining({ organizationId, isSweep: true }) }];
  expect(await sweep()).toEqual(asked);
  await expect(lookUp(false)).rejects.toThrow("No geocoder answered about 1 addresses");
  // The next sweep is its next try.
  await lookUp(true);
  expect((await counts()).pending).toBe(1);

  const [job] = await tenant.database.raw`insert into pgboss.job (name, data)
    values ('geocode-locations', ${{ organizationId } as never}) returning id`;
  expect(await sweep()).toEqual([]);
  await tenant.database.raw`update pgboss.job set state = 'failed' where id = ${job!.id}`;
  expect(await sweep()).toEqual(asked);

  // A day later at the same hour, which is none of the four.
  clock.advanceSeconds(24 * 3600);
  expect(await sweep()).toEqual([]);
  clock.advanceSeconds(5 * 3600);
  expect(await sweep()).toEqual(asked);
  online.failure = undefined;
  await lookUp(true);
  expect(await counts()).toEqual({ pending: 0, waitingSince: null });
  expect(await sweep()).toEqual([]);
});
