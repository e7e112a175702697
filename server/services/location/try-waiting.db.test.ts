import { beforeAll, expect, test } from "vitest";
import { createChainGeocoder } from "@/server/adapters/geocoder/chain-geocoder";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { geocodeLocations } from "@/server/jobs/handlers/geocode-locations";
import { sweepAddresses } from "@/server/jobs/handlers/sweep-addresses";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { FakeClock } from "@/server/testing/fake-clock";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
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
    await sweepAddresses(tenant.database, clock, systemOf, (_id, error) => {
      throw error;
    });
    return tenant.jobs.map(({ name, payload }) => ({ name, payload }));
  };
  const elsewhere = await testTenant();
  return { tenant: { ...tenant, projectId }, clock, online, lookUp, counts, sweep, projectId };
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
  expect(tenant.jobs).toMatchObject([{ name: "geocode-locations", payload: { isSweep: true } }]);
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

test("one address that a geocoder always stumbles over does not hide that it answers, nor its organization's trouble that of others", async () => {
  const { tenant, clock } = await waitingTenant();
  await orderTo(tenant, ["Store Kongensgade 1", null]);
  const stumbling = (street: string): GeocoderPort => ({
    source: "stumbling",
    geocode: async (queries, { onUnheard } = {}) => {
      queries.forEach((query, index) => {
        if (query.street === street) onUnheard?.(index);
      });
      return queries.map(() => ({ confidence: "none", candidates: [] }));
    },
  });
  const tryWith = (street: string) =>
    tryWaiting(tenant.context("dispatcher", { geocoder: async () => stumbling(street) }), {});
  expect(await tryWith("Bredgade 74")).toEqual({ isHeard: true });
  expect(await tryWith("Store Kongensgade 1")).toEqual({ isHeard: true });

  const { tenant: behind } = await waitingTenant();
  const elsewhere = await testTenant();
  const failed: string[] = [];
  const systemOf = (id: string) => {
    if (id === tenant.organizationId) throw new Error("broken");
    return (id === behind.organizationId ? behind : elsewhere).systemContext();
  };
  await sweepAddresses(tenant.database, clock, systemOf, (id) => failed.push(id));
  expect(failed).toEqual([tenant.organizationId]);
  expect(behind.jobs.map(({ name }) => name)).toEqual(["geocode-locations"]);
});

test("a look-up that is long goes on as what it was: a sweep asks once about each", async () => {
  const { tenant, clock } = await waitingTenant();
  await orderTo(tenant, ["Nyhavn 1", null], ["Nyhavn 2", null]);
  tenant.jobs.length = 0;
  const slow: GeocoderPort = {
    source: "slow",
    mostAtOnce: 1,
    geocode: async (queries) => {
      clock.advanceSeconds(61);
      return queries.map(() => ({ confidence: "none", candidates: [] }));
    },
  };
  const { organizationId } = tenant;
  const services = tenant.systemContext({ geocoder: async () => slow });
  const payload = { organizationId, correlationId: "test", isSweep: true };
  await geocodeLocations(services, payload, new AbortController().signal);
  expect(tenant.jobs).toMatchObject([{ name: "geocode-locations", payload: { isSweep: true } }]);
});

test("a day's addresses wait since its own began to, and only they are counted", async () => {
  const { tenant, clock, projectId } = await waitingTenant();
  clock.advanceSeconds(3600);
  await orderTo(tenant, ["Nyhavn 1", "2026-06-11"]);
  const counts = async (date?: string) => {
    const { pending, waitingSince } = await listDoubtfulLocations(tenant.context(), { projectId, date });
    return { pending, waitingSince: waitingSince && new Date(waitingSince).toISOString() };
  };
  expect(await counts("2026-06-11")).toEqual({ pending: 1, waitingSince: null });
  expect(await counts("2026-06-12")).toEqual({ pending: 0, waitingSince: null });
  expect(await counts()).toEqual({ pending: 2, waitingSince: "2026-06-10T07:35:00.000Z" });
  clock.advanceSeconds(121);
  expect(await counts("2026-06-11")).toEqual({ pending: 1, waitingSince: "2026-06-10T08:35:00.000Z" });
});

/** Orders to these streets for these days. */
async function orderTo(
  tenant: TestTenant & { readonly projectId: string },
  ...doors: readonly (readonly [street: string, date: string | null])[]
) {
  const { projectId } = tenant;
  const deliveries = doors.map(([street, serviceDate], index) =>
    dropoffDraft(100 + index, {
      ...(serviceDate && { serviceDate }),
      dropoff: { address: { street, postcode: "1260", city: "København K", country: "DK" } },
    }),
  );
  await createDeliveries(tenant.context(), { projectId, deliveries });
}
