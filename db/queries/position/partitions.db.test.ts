import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { explain } from "@/db/testing/explain";
import { withTenant } from "@/db/with-tenant";
import { keepPositions } from "@/server/jobs/handlers/keep-positions";
import { FakeClock } from "@/server/testing/fake-clock";
import { testTenant } from "@/server/testing/test-tenant";
import { ensurePositionPartitions } from "./partitions";
import { insertPositions } from "./record-positions";

describe("the days that positions are kept in", () => {
  test("each stands behind the tenants' wall by itself, and a day's query opens one", async () => {
    const [{ database, organizationId }, other] = [await testTenant(), await testTenant()];
    const reading = { accuracyMeters: null, speedMps: null, headingDegrees: null, batteryPercent: null };
    const recordedAtMs = Date.parse("2026-06-10T07:00:00Z");
    await withTenant(database, organizationId, async (tx) => {
      await ensurePositionPartitions(tx, "2026-06-09", "2026-06-11");
      const whose = { driverId: organizationId, routeId: null, receivedAtMs: recordedAtMs, isJump: false };
      await insertPositions(tx, organizationId, [{ ...whose, ...reading, recordedAtMs, lat: 55, lng: 12 }]);
    });
    const count = (organization: string, table: string) =>
      withTenant(database, organization, async (tx) =>
        Number((await tx.execute(sql`select count(*) as n from ${sql.identifier(table)}`))[0]!.n),
      );
    for (const table of ["position", "position_20260610"]) {
      expect(await count(organizationId, table)).toBe(1);
      expect(await count(other.organizationId, table)).toBe(0);
    }
    const insert = sql`insert into position_20260610 (organization_id, driver_id, lat, lng, recorded_at, received_at, is_jump)
      values (${organizationId}, ${organizationId}, 1, 1, '2026-06-10T05:00:00Z', now(), false)`;
    await expect(withTenant(database, other.organizationId, (tx) => tx.execute(insert))).rejects.toThrow();
    const plan = await explain(
      database,
      organizationId,
      sql`select * from position where organization_id = ${organizationId} and driver_id = ${organizationId}
        and recorded_at >= '2026-06-10T00:00:00Z' and recorded_at < '2026-06-11T00:00:00Z'`,
    );
    expect(plan).toMatch(/position_20260610/);
    expect(plan).not.toMatch(/position_202606(?!10)/);
  });

  test("days ahead are made, days past their time dropped, once and for all", async () => {
    const { database } = await testTenant();
    const days = async () =>
      (
        await database.raw<{ name: string }[]>`select inhrelid::regclass::text as name from pg_inherits
        where inhparent = 'position'::regclass order by 1`
      ).map(({ name }) => name.slice(-8));
    const clock = new FakeClock("2031-03-01T12:00:00Z");
    await keepPositions(database, clock);
    await keepPositions(database, clock);
    expect((await days()).filter((day) => day > "2030")).toEqual(
      ["0301", "0302", "0303", "0304", "0305", "0306", "0307", "0308"].map((day) => `2031${day}`),
    );
    clock.advanceSeconds(63 * 24 * 3600);
    await keepPositions(database, clock);
    expect((await days())[0]).toBe("20310304");
    const tenant = await testTenant();
    await expect(
      withTenant(database, tenant.organizationId, (tx) =>
        tx.execute(sql`select drop_position_partitions('2099-01-01'::date)`),
      ),
    ).rejects.toThrow();
  });
});
