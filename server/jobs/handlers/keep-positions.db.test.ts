import { expect, test } from "vitest";
import { ensurePositionPartitions } from "@/db/queries/position/partitions";
import { insertPositions } from "@/db/queries/position/record-positions";
import { withTenant } from "@/db/with-tenant";
import { listAudit } from "@/server/services/event/list-audit";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { foreseeDeletion } from "@/server/services/policy/foresee-deletion";
import { getRetention } from "@/server/services/policy/get-retention";
import { saveRetention } from "@/server/services/policy/save-retention";
import { FakeClock } from "@/server/testing/fake-clock";
import { testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { keepPositions } from "./keep-positions";

const NOW = "2026-06-10T02:00:00Z";
const ago = (days: number) => Date.parse("2026-06-10T00:00:00Z") - days * 24 * 3600_000;

/** One position on the last second of each of these days before today. */
async function drive({ database, organizationId }: TestTenant, days: readonly number[]) {
  await withTenant(database, organizationId, async (tx) => {
    const reading = { accuracyMeters: null, speedMps: null, headingDegrees: null, batteryPercent: null };
    for (const day of days) {
      const date = new Date(ago(day)).toISOString().slice(0, 10);
      await ensurePositionPartitions(tx, date, date);
      const recordedAtMs = ago(day) + 24 * 3600_000 - 1000;
      const whose = { driverId: organizationId, routeId: null, receivedAtMs: recordedAtMs, isJump: false };
      await insertPositions(tx, organizationId, [{ ...whose, ...reading, recordedAtMs, lat: 55, lng: 12 }]);
    }
  });
}

async function daysLeft({ database, organizationId }: TestTenant): Promise<number[]> {
  const rows = await database.raw<{ at: Date }[]>`
    select recorded_at as at from position where organization_id = ${organizationId} order by recorded_at desc`;
  return rows.map(({ at }) => Math.ceil((ago(0) - at.getTime()) / (24 * 3600_000)));
}

test("each organization's positions go on the day it says, and nobody else's with them", async () => {
  const clock = new FakeClock(NOW);
  const [short, long, usual] = [await testTenant({ clock }), await testTenant({ clock }), await testTenant({ clock })];
  const all = [1, 29, 30, 31, 59, 60, 61, 89, 90, 91];
  for (const tenant of [short, long, usual]) await drive(tenant, all);
  const policy = { positionDays: 30, proofDays: 730 };
  await saveRetention(short.context(), { policy, seenAt: null });
  await saveRetention(long.context(), { policy: { ...policy, positionDays: 90 }, seenAt: null });
  expect(await foreseeDeletion(short.context(), policy)).toEqual({ positions: 7, pictures: 0, files: 0 });
  await keepPositions(short.database, clock);
  await keepPositions(short.database, clock);
  expect(await daysLeft(short)).toEqual([1, 29, 30]);
  expect(await daysLeft(usual)).toEqual([1, 29, 30, 31, 59, 60]);
  expect(await daysLeft(long)).toEqual([1, 29, 30, 31, 59, 60, 61, 89, 90]);
  expect((await foreseeDeletion(short.context(), policy)).positions).toBe(0);
});

test("where drivers were last who have left, or drive no more, goes with its day; of whoever was seen since it stays", async () => {
  const clock = new FakeClock(NOW);
  const [tenant, long] = [await testTenant({ clock }), await testTenant({ clock })];
  const policy = { positionDays: 30, proofDays: 730 };
  await saveRetention(long.context(), { policy: { ...policy, positionDays: 90 }, seenAt: null });
  const lastSeen = async ({ database, organizationId, ...house }: TestTenant, days: number) => {
    const projectId = await testProject({ database, organizationId, ...house });
    const { id } = await saveDriver(house.context(), {
      projectId,
      driver: { name: "Seen", shiftFromSeconds: 28_800, shiftToSeconds: 61_200 },
    });
    await database.raw`
      insert into last_position (organization_id, driver_id, lat, lng, recorded_at, received_at, change_seq)
      values (${organizationId}, ${id}, 55, 12, ${new Date(ago(days)).toISOString()}, now(), 1)`;
    return id;
  };
  const left = await lastSeen(tenant, 61);
  await tenant.database.raw`update driver set status = 'archived' where id = ${left}`;
  await lastSeen(tenant, 45);
  await lastSeen(tenant, 60);
  await lastSeen(long, 61);
  const rows = async ({ database, organizationId }: TestTenant) =>
    (await database.raw`select from last_position where organization_id = ${organizationId}`).length;
  expect((await foreseeDeletion(tenant.context(), { ...policy, positionDays: 60 })).positions).toBe(1);
  expect((await foreseeDeletion(tenant.context(), policy)).positions).toBe(3);
  await keepPositions(tenant.database, clock);
  expect([await rows(tenant), await rows(long)]).toEqual([2, 1]);
  expect((await foreseeDeletion(tenant.context(), policy)).positions).toBe(2);
});

test("how long is kept has bounds, is said to the log, and of two who change it at once one is told", async () => {
  const tenant = await testTenant({ clock: new FakeClock(NOW) });
  const { policy, changedAt } = await getRetention(tenant.context(), {});
  expect([policy, changedAt]).toEqual([{ positionDays: 60, proofDays: 730 }, null]);
  for (const wrong of [{ positionDays: 29 }, { positionDays: 91 }, { proofDays: 179 }, { proofDays: 2556 }]) {
    const attempt = saveRetention(tenant.context(), { policy: { ...policy, ...wrong }, seenAt: null });
    await expect(attempt).rejects.toMatchObject({ code: "invalid" });
  }
  await saveRetention(tenant.context(), { policy: { ...policy, proofDays: 365 }, seenAt: null });
  const late = saveRetention(tenant.context(), { policy: { ...policy, positionDays: 30 }, seenAt: null });
  await expect(late).rejects.toMatchObject({ code: "stale", details: { reason: "settings-changed" } });
  expect((await getRetention(tenant.context(), {})).policy).toEqual({ positionDays: 60, proofDays: 365 });
  const { events } = await listAudit(tenant.context(), { wanted: { entityId: tenant.organizationId }, limit: 5 });
  expect(events[0]).toMatchObject({
    type: "organization.policies-changed",
    before: { proofDays: 730 },
    after: { proofDays: 365 },
  });
});
