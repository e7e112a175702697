import { describe, expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { storedPositions } from "@/server/testing/stored-positions";
import { testTenant } from "@/server/testing/test-tenant";
import { readLastPositions } from "./read-last-positions";
import { readTrail } from "./read-trail";
import { recordPositions } from "./record-positions";
import { replayPlan } from "./replay-plan";

/** A day on the road with its drivers' devices, and a second process's writer over the same database. */
async function road(routes: readonly (readonly number[])[] = [[0], [1]]) {
  const day = await drivenDay(routes);
  const { database } = day.scenario.tenant;
  const writers = [storedPositions(database), storedPositions(database)];
  const driver = async (route: number, process = 0) => {
    const services = await day.driver(route);
    return { ...services, ports: { ...services.ports, positions: writers[process]! } };
  };
  const fix = (secondsAgo: number, metersNorth: number, rest: object = {}) => ({
    recordedAt: new Date(day.clock.now().getTime() - secondsAgo * 1000).toISOString(),
    lat: 55.67 + metersNorth / 111_195,
    lng: 12.55,
    ...rest,
  });
  const last = async () => (await readLastPositions(day.scenario.context(), { planId: day.scenario.planId })).positions;
  const rows = () => database.raw<{ recordedAt: Date; isJump: boolean; lat: number }[]>`
    select recorded_at as "recordedAt", is_jump as "isJump", lat from position
    where organization_id = ${day.scenario.tenant.organizationId} order by driver_id, recorded_at`;
  return { day, driver, fix, last, rows };
}

describe("positions of drivers", () => {
  test("good fixes of a batch are stored, bad ones named; the same batch again changes nothing", async () => {
    const { day, driver, fix, last, rows } = await road();
    const fixes = [
      fix(20, 0),
      { ...fix(15, 10), lat: Number.NaN },
      fix(10, 100, { speedMps: 9, batteryPercent: 50 }),
      7,
    ];
    const answer = {
      stored: 2,
      refused: [
        { index: 1, reason: "bad-coordinates" },
        { index: 3, reason: "malformed" },
      ],
    };
    expect(await recordPositions(await driver(0), { fixes })).toEqual(answer);
    const before = [await rows(), await last()];
    expect(await recordPositions(await driver(0), { fixes })).toEqual(answer);
    expect([await rows(), await last()]).toEqual(before);
    expect(await last()).toMatchObject([
      { driverId: day.scenario.driverIds[0], routeId: day.scenario.routeIds[0], speedMps: 9, batteryPercent: 50 },
    ]);
  });

  test("more than a thousand at once are refused whole", async () => {
    const { driver, fix, rows } = await road();
    const fixes = Array.from({ length: 1001 }, (_, index) => fix(index, index));
    await expect(recordPositions(await driver(0), { fixes })).rejects.toMatchObject({ code: "invalid" });
    expect(await rows()).toHaveLength(0);
    expect(await recordPositions(await driver(0), { fixes: fixes.slice(1) })).toMatchObject({ stored: 1000 });
  });

  test("a jump is kept, flagged, and not where the driver is shown", async () => {
    const { driver, fix, last, rows } = await road();
    await recordPositions(await driver(0), { fixes: [fix(30, 0), fix(25, 50)] });
    await recordPositions(await driver(0), { fixes: [fix(20, 90_000)] });
    await recordPositions(await driver(0), { fixes: [fix(15, 150)] });
    expect((await rows()).map(({ isJump }) => isJump)).toEqual([false, false, true, false]);
    expect((await last())[0]!.lat).toBeCloseTo(fix(0, 150).lat, 9);
  });

  test("the last position never goes back, whatever order batches of two processes are written in", async () => {
    const { day, driver, fix, last, rows } = await road();
    const seconds = Array.from({ length: 120 }, (_, index) => (index * 37) % 120);
    const newest: number[] = [];
    let isDone = false;
    const watch = (async () => {
      while (!isDone) for (const each of await last()) newest.push(each.recordedAtMs);
    })();
    const batches = Array.from({ length: 30 }, (_, index) => seconds.slice(index * 4, index * 4 + 4));
    await Promise.all(
      batches.map(async (batch, index) =>
        recordPositions(await driver(0, index % 2), { fixes: batch.map((second) => fix(second, 1000 - second * 5)) }),
      ),
    );
    isDone = true;
    await watch;
    expect(await rows()).toHaveLength(120);
    expect((await last())[0]!.recordedAtMs).toBe(day.clock.now().getTime());
    expect(newest).toEqual([...newest].sort((a, b) => a - b));
  });

  test("who asks from a number on gets each change once, and drivers of other plans not at all", async () => {
    const { day, driver, fix } = await road([[0], [1]]);
    const { planId, projectId } = day.scenario;
    const read = (afterSeq: number) => readLastPositions(day.scenario.context(), { planId, projectId, afterSeq });
    await recordPositions(await driver(0), { fixes: [fix(9, 0)] });
    await recordPositions(await driver(1), { fixes: [fix(9, 0)] });
    const first = await read(0);
    expect(first.positions).toHaveLength(2);
    await recordPositions(await driver(1), { fixes: [fix(4, 10)] });
    const next = await read(first.lastSeq);
    expect(next.positions.map(({ driverId }) => driverId)).toEqual([day.scenario.driverIds[1]]);
    expect((await read(next.lastSeq)).positions).toEqual([]);
    const stranger = (await testTenant()).context();
    await expect(readLastPositions(stranger, { planId })).rejects.toMatchObject({ code: "not-found" });
    await expect(
      readTrail(stranger, { driverId: day.scenario.driverIds[0]!, date: "2026-06-10" }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a day can be drawn and replayed: simplified, without jumps, by route", async () => {
    const { day, driver, fix } = await road();
    const drive = Array.from({ length: 500 }, (_, index) => fix(600 - index, index * 10));
    await recordPositions(await driver(0), { fixes: [...drive, fix(50, 200_000)] });
    const trail = await readTrail(day.scenario.context(), { driverId: day.scenario.driverIds[0]!, date: "2026-06-10" });
    expect(trail.stepSeconds).toEqual([0, 499]);
    const replay = await replayPlan(day.scenario.context(), { planId: day.scenario.planId });
    expect(replay.routes).toMatchObject([
      { routeId: day.scenario.routeIds[0], routeNumber: 1, driverId: day.scenario.driverIds[0], fromMs: trail.fromMs },
    ]);
  });

  test("a batch that cannot be stored takes none of its neighbours down", async () => {
    const { day, driver, fix, rows } = await road();
    const { tenant } = day.scenario;
    const positions = storedPositions(tenant.database);
    const ofNobody = {
      driverId: tenant.newId(),
      routeId: null,
      receivedAtMs: 0,
      organizationId: tenant.organizationId,
    };
    const reading = { accuracyMeters: null, speedMps: null, headingDegrees: null, batteryPercent: null };
    // Held at once: it may fail before anything else here is waited for.
    const broken = expect(
      positions.write({
        ...ofNobody,
        fixes: [{ recordedAtMs: day.clock.now().getTime(), lat: 1, lng: 1, ...reading }],
      }),
    ).rejects.toThrow();
    const services = await driver(0);
    const good = recordPositions({ ...services, ports: { ...services.ports, positions } }, { fixes: [fix(1, 0)] });
    await broken;
    expect(await good).toMatchObject({ stored: 1 });
    expect(await rows()).toHaveLength(1);
  });
});
