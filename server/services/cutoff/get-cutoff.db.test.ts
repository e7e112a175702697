import { describe, expect, test } from "vitest";
import { planScenario } from "@/server/testing/plan-scenario";
import { testTenant } from "@/server/testing/test-tenant";
import { editDelivery } from "../order/edit-delivery";
import { moveStops } from "../plan/move-stops";
import { dismissCheck } from "./dismiss-check";
import { getCutoff } from "./get-cutoff";
import { listDuplicates } from "./list-duplicates";
import { listImportFaults } from "./list-import-faults";
import { listMissingContacts } from "./list-missing-contacts";
import { settleDuplicate } from "./settle-duplicate";

const spots = [1, 2, 3, 4].map((x) => ({ at: [x, x] as const }));

/** A day of four orders that everybody can be reached for, at addresses that are known. */
async function cleanDay() {
  const s = await planScenario(spots);
  const sql = s.tenant.database.raw;
  await sql`update delivery_visit set contact_phone = '+4533120000' where organization_id = ${s.tenant.organizationId}`;
  const counts = async () => (await getCutoff(s.context("viewer"), { planId: s.planId })).counts;
  const makeTwins = async (a: number, b: number) => {
    const [first, second] = [s.visitIds[a]!, s.visitIds[b]!];
    await sql`update delivery_visit v set contact_name = o.contact_name, location_id = o.location_id
      from delivery_visit o where o.id = ${first} and v.id = ${second}`;
  };
  return { s, sql, counts, makeTwins, planId: s.planId };
}

describe("the cut-off of a day", () => {
  test("is counted down to by the project's clock", async () => {
    const { s, sql, planId } = await cleanDay();
    expect((await getCutoff(s.context(), { planId })).cutoffAt).toBeNull();
    await sql`update project set cutoff_seconds = ${16 * 3600} where id = ${s.projectId}`;
    expect((await getCutoff(s.context(), { planId })).cutoffAt).toBe("2026-06-09T14:00:00.000Z");
  });

  test("is clean but for stops nobody drives", async () => {
    const { counts } = await cleanDay();
    expect(await counts()).toEqual({
      imports: 0,
      addresses: 0,
      contacts: 0,
      duplicates: 0,
      unassigned: 4,
      late: 0,
      strained: 0,
    });
  });

  test("is another tenant's affair", async () => {
    const { planId } = await cleanDay();
    const stranger = (await testTenant()).context();
    for (const ask of [getCutoff, listDuplicates, listImportFaults, listMissingContacts]) {
      await expect(ask(stranger, { planId } as never)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("counts late stops and strained routes as the board does", async () => {
    const { s, sql, counts, planId } = await cleanDay();
    await sql`update delivery_visit set windows = '[{"fromSeconds": 0, "toSeconds": 60}]' where id = ${s.visitIds[0]!}`;
    await sql`update delivery set loads = '{0,0,400,0}' where id = ${s.deliveryIds[1]!}`;
    for (const [visit, route] of [
      [0, 0],
      [1, 1],
    ] as const) {
      await moveStops(s.context(), {
        planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[visit]!],
        to: { kind: "best", routeId: s.routeIds[route]! },
      });
    }
    const board = await s.board();
    expect(board.routes.map(({ schedule }) => schedule.lateStops)).toEqual([1, 0]);
    expect(await counts()).toMatchObject({ unassigned: 2, late: 1, strained: 1 });
    await sql`update driver_day set shift_to_seconds = 28860 where driver_id = ${s.driverIds[0]!}`;
    expect((await s.board()).routes[0]!.schedule.overtimeSeconds).toBeGreaterThan(0);
    expect(await counts()).toMatchObject({ strained: 2 });
  });
});

describe("missing contacts", () => {
  test("are listed by door, and leave when a contact is given or none is needed", async () => {
    const { s, sql, counts, planId } = await cleanDay();
    for (const visitId of s.visitIds.slice(0, 3)) {
      await sql`update delivery_visit set contact_phone = '' where id = ${visitId}`;
    }
    expect((await counts()).contacts).toBe(3);
    const first = await listMissingContacts(s.context(), { planId, limit: 2 });
    const rest = await listMissingContacts(s.context(), { planId, limit: 2, cursor: first.nextCursor });
    expect([...first.rows, ...rest.rows].map((row) => row.visitId)).toEqual(s.visitIds.slice(0, 3).sort());
    expect(rest.nextCursor).toBeNull();
    await editDelivery(s.context(), {
      id: s.deliveryIds[0]!,
      changes: { dropoff: { contact: { email: "one@example.com" } } },
    });
    expect((await counts()).contacts).toBe(2);
    await dismissCheck(s.context(), { check: "contact", deliveryIds: [s.deliveryIds[1]!] });
    expect((await counts()).contacts).toBe(1);
    expect(await dismissCheck(s.context(), { check: "contact", deliveryIds: [s.deliveryIds[1]!] })).toEqual({
      count: 0,
    });
  });

  test("of a stranger's delivery cannot be dismissed, nor by a reader", async () => {
    const { s } = await cleanDay();
    const stranger = (await testTenant()).context();
    const deliveryIds = [s.deliveryIds[0]!];
    await expect(dismissCheck(stranger, { check: "contact", deliveryIds })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(dismissCheck(s.context("viewer"), { check: "contact", deliveryIds })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("possible duplicates", () => {
  test("are orders of one kind for one recipient at one address", async () => {
    const { s, sql, counts, makeTwins, planId } = await cleanDay();
    await makeTwins(0, 2);
    const { rows } = await listDuplicates(s.context(), { planId });
    expect(rows).toHaveLength(1);
    expect(rows[0]!.reason).toBe("recipient");
    expect(rows[0]!.deliveries.map(({ id }) => id)).toEqual([s.deliveryIds[0], s.deliveryIds[2]].sort());
    // The same person fetches something and gets something: two orders.
    await sql`update delivery set kind = 'task' where id = ${s.deliveryIds[2]!}`;
    expect((await counts()).duplicates).toBe(0);
  });

  test("are numbers that differ in signs and leading zeros only", async () => {
    const { s, sql, planId } = await cleanDay();
    await sql`update delivery set external_id = '#00-17' where id = ${s.deliveryIds[0]!}`;
    await sql`update delivery set external_id = '17' where id = ${s.deliveryIds[1]!}`;
    await sql`update delivery set external_id = '1-7' where id = ${s.deliveryIds[2]!}`;
    await sql`update delivery set external_id = '017' where id = ${s.deliveryIds[3]!}`;
    const { rows } = await listDuplicates(s.context(), { planId });
    expect(rows.map((row) => [row.reason, row.deliveries.map(({ externalId }) => externalId).sort()])).toEqual([
      ["reference", ["017", "17"]],
    ]);
  });

  test("that are none are not asked about again, until another one like them comes", async () => {
    const { s, counts, makeTwins, planId } = await cleanDay();
    await makeTwins(0, 1);
    const { rows } = await listDuplicates(s.context(), { planId });
    const { subject, deliveries } = rows[0]!;
    await dismissCheck(s.context(), { check: "duplicate", subject, deliveryIds: deliveries.map(({ id }) => id) });
    expect((await counts()).duplicates).toBe(0);
    await makeTwins(0, 2);
    expect((await counts()).duplicates).toBe(1);
    expect((await listDuplicates(s.context(), { planId })).rows[0]!.deliveries).toHaveLength(3);
  });

  test("are cancelled, and what they carried goes with the one that is kept", async () => {
    const { s, sql, counts, makeTwins } = await cleanDay();
    await makeTwins(0, 1);
    await sql`update delivery set loads = '{500,0,2,0}', notes = 'Ring twice', priority = 'high'
      where id = ${s.deliveryIds[1]!}`;
    const [keptId, otherId] = [s.deliveryIds[0]!, s.deliveryIds[1]!];
    expect(await settleDuplicate(s.context(), { keptId, otherIds: [otherId], merge: true })).toEqual({ cancelled: 1 });
    expect(await counts()).toMatchObject({ duplicates: 0, unassigned: 3 });
    const [kept] = await sql`select loads, notes, priority, status from delivery where id = ${keptId}`;
    expect(kept).toEqual({ loads: [500, 0, 3, 0], notes: "Ring twice", priority: "high", status: "requested" });
    await expect(settleDuplicate(s.context(), { keptId, otherIds: [otherId] })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "closed" },
    });
  });

  test("on a route, of another day or of a stranger stay, and nothing is half-cancelled", async () => {
    const { s, sql, planId } = await cleanDay();
    await moveStops(s.context(), {
      planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[1]!],
      to: { kind: "best", routeId: s.routeIds[0]! },
    });
    await sql`update delivery set service_date = '2026-06-11' where id = ${s.deliveryIds[3]!}`;
    const keptId = s.deliveryIds[0]!;
    const settle = (otherIds: string[], context = s.context()) => settleDuplicate(context, { keptId, otherIds });
    const free = s.deliveryIds[2]!;
    await expect(settle([free, s.deliveryIds[1]!])).rejects.toMatchObject({ details: { reason: "on_route" } });
    await expect(settle([free, s.deliveryIds[3]!])).rejects.toMatchObject({ details: { reason: "other_day" } });
    await expect(settle([keptId])).rejects.toMatchObject({ code: "invalid" });
    await expect(settle([free], (await testTenant()).context())).rejects.toMatchObject({ code: "not-found" });
    const rows = await sql`select status from delivery where organization_id = ${s.tenant.organizationId} order by id`;
    expect(rows.map(({ status }) => status).sort()).toEqual(["requested", "requested", "requested", "scheduled"]);
  });
});

describe("import faults", () => {
  async function withImport() {
    const day = await cleanDay();
    const { s, sql } = day;
    const importId = s.tenant.newId();
    await sql`insert into order_import (organization_id, id, project_id, file_name, blob_key, format, status, headers,
        notices, settings, total_rows, created_at, updated_at)
      values (${s.tenant.organizationId}, ${importId}, ${s.projectId}, 'late.csv', 'x', 'csv', 'imported', '["a"]', '[]',
        '{}', 5, now(), now())`;
    for (const [row, status, date] of [
      [2, "invalid", "2026-06-10"],
      [3, "invalid", null],
      [4, "valid", "2026-06-10"],
      [5, "invalid", "2026-06-11"],
      [6, "imported", "2026-06-10"],
    ] as const) {
      await sql`insert into order_import_row (organization_id, import_id, row_number, cells, status, errors, warnings,
          service_date)
        values (${s.tenant.organizationId}, ${importId}, ${row}, '["x"]', ${status}, '[]', '[]', ${date})`;
    }
    return { ...day, importId };
  }

  test("are rows of this day, or of no day that can be read, faulty or waiting to be taken over", async () => {
    const { s, counts, planId, importId } = await withImport();
    expect((await counts()).imports).toBe(3);
    const first = await listImportFaults(s.context(), { planId, limit: 1 });
    expect(first.imports).toEqual([{ id: importId, fileName: "late.csv", faulty: 2, waiting: 1 }]);
    const second = await listImportFaults(s.context(), { planId, limit: 1, cursor: first.nextCursor });
    expect([...first.rows, ...second.rows].map((row) => row.rowNumber)).toEqual([2, 3]);
    expect(second.nextCursor).toBeNull();
    await expect(listImportFaults(s.context(), { planId, cursor: "nonsense" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("of a discarded file are nobody's concern", async () => {
    const { sql, counts, importId } = await withImport();
    await sql`update order_import set status = 'discarded' where id = ${importId}`;
    expect((await counts()).imports).toBe(0);
  });
});
