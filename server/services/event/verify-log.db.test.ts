import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogVerdict } from "@/server/domain/event/log-verdict";
import { createProject } from "@/server/services/project/create-project";
import { logEvents } from "@/server/testing/log-events";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { sealLog } from "./seal-log";
import { verifyLog } from "./verify-log";

/** A log of so many entries beside those an organization begins with, and the number of the last. */
async function log(entries: number): Promise<{ tenant: TestTenant; last: number }> {
  const tenant = await testTenant();
  await logEvents(
    tenant,
    Array.from({ length: entries }, (_, index) => ({
      type: "delivery.changed",
      entity: "delivery",
      entityId: tenant.newId(),
      before: { notes: `“${index}”\n` },
      after: { notes: null, weight: 1.5e21, nested: { z: 1, a: ["ñ", 0.1 + 0.2] } },
    })),
  );
  const { lastSeq } = await verifyLog(tenant.context());
  return { tenant, last: lastSeq };
}

const faultsOf = async (tenant: TestTenant) => (await verifyLog(tenant.context())).faults;

/** Works out all hashes from an entry on anew, as somebody would who knows how they are made. */
async function rehash({ database: { raw }, organizationId }: TestTenant, fromSeq: number): Promise<void> {
  const rows = await raw<{ seq: number }[]>`select seq::int from event
    where organization_id = ${organizationId} and seq >= ${fromSeq} order by seq`;
  for (const { seq } of rows) {
    await raw`update event e set content_hash = event_content_hash(e) where organization_id = ${organizationId} and seq = ${seq}`;
    await raw`update event e set hash = event_hash(coalesce((select hash from event p
        where p.organization_id = e.organization_id and p.seq = e.seq - 1), ''::bytea), e)
      where organization_id = ${organizationId} and seq = ${seq}`;
  }
}

describe("verifyLog", () => {
  test("what commands wrote, one after the other and many at once, is whole", async () => {
    const { tenant, last } = await log(5);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        createProject(tenant.context(), {
          name: `Depot ${index}`,
          timeZone: "Europe/Madrid",
          defaultCountry: "ES",
          currency: "EUR",
        }),
      ),
    );
    const verdict = await verifyLog(tenant.context());
    expect(verdict).toMatchObject<Partial<LogVerdict>>({ faultCount: 0, faults: [], sealedSeq: 0 });
    expect(verdict.entries).toBe(verdict.lastSeq);
    expect(verdict.lastSeq).toBeGreaterThanOrEqual(last + 20);
    expect(verdict.lastHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("any one value of any one entry that somebody changes is found at that entry", async () => {
    const { tenant, last } = await log(12);
    const connection = await tenant.database.raw.reserve();
    const tampering = fc.record({
      seq: fc.integer({ min: 1, max: last }),
      change: fc.constantFrom(
        "type = type || '.'",
        "entity = 'x' || entity",
        "entity_id = gen_random_uuid()",
        "plan_id = gen_random_uuid()",
        "actor_kind = 'robot'",
        "actor_id = gen_random_uuid()",
        "actor_label = actor_label || ' '",
        "correlation_id = ''",
        "mutation_id = 'm'",
        "occurred_at = occurred_at + interval '1 microsecond'",
        "received_at = received_at - interval '1 day'",
        "data = data || '{\"x\": 1}'",
        "before = '{}'",
        "after = '{\"weight\": 2}'",
        "content_hash = sha256('')",
        "hash = sha256('')",
      ),
    });
    await fc.assert(
      fc.asyncProperty(tampering, async ({ seq, change }) => {
        const where = `where organization_id = '${tenant.organizationId}' and seq = ${seq}`;
        await connection.unsafe(`create temporary table kept as select * from event ${where}`);
        await connection.unsafe(`update event set ${change} ${where}`);
        const faults = await faultsOf(tenant);
        await connection.unsafe(`delete from event ${where}; alter table event disable trigger event_chain;
          insert into event select * from kept; alter table event enable trigger event_chain; drop table kept`);
        expect(faults.map((fault) => fault.seq)).toContain(seq);
        expect(faults.every((fault) => fault.seq === seq || fault.seq === seq + 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
    connection.release();
    expect(await faultsOf(tenant)).toEqual([]);
  });

  test("entries that were taken out are named, also the last ones", async () => {
    const { tenant, last } = await log(10);
    const { raw } = tenant.database;
    await raw`delete from event where organization_id = ${tenant.organizationId} and seq in (3, 4)`;
    expect(await faultsOf(tenant)).toEqual([{ kind: "missing", seq: 3, toSeq: 4 }]);
    await raw`delete from event where organization_id = ${tenant.organizationId} and seq >= ${last - 1}`;
    expect(await faultsOf(tenant)).toContainEqual({ kind: "missing", seq: last - 1, toSeq: last });
  });

  test("a log made to fit again is betrayed by its seals, and by what was known of it elsewhere", async () => {
    const { tenant, last } = await log(8);
    const { raw } = tenant.database;
    const { organizationId } = tenant;
    const sealed = await sealLog(tenant.systemContext());
    expect(sealed).toMatchObject({ seq: last });
    await logEvents(tenant, [{ type: "route.finished", entity: "route", entityId: tenant.newId() }]);
    expect(await verifyLog(tenant.context())).toMatchObject({
      faultCount: 0,
      sealedSeq: last,
      lastSeq: last + 1,
      seals: 1,
    });
    await raw`update event set actor_label = 'nobody' where organization_id = ${organizationId} and seq = 5`;
    expect(await faultsOf(tenant)).toEqual([{ kind: "unchained", seq: 5 }]);
    await rehash(tenant, 5);
    expect(await faultsOf(tenant)).toEqual([{ kind: "unsealed", seq: last }]);
    // The seal made to fit as well, under a secret that is not the installation's.
    await raw`update event_seal s set hash = (select hash from event e where e.organization_id = s.organization_id and e.seq = s.seq)
      where organization_id = ${organizationId}`;
    expect(await faultsOf(tenant)).toEqual([{ kind: "forged", seq: last }]);
    await raw`delete from event_seal where organization_id = ${organizationId}`;
    expect(await faultsOf(tenant)).toEqual([]);
    expect((await verifyLog(tenant.context(), [sealed!])).faults).toEqual([{ kind: "unsealed", seq: last }]);
  });

  test("what the log is expected to be neither counts as sealed nor stands in for a seal", async () => {
    const { tenant, last } = await log(3);
    const { lastHash: hash } = await verifyLog(tenant.context());
    expect(await verifyLog(tenant.context(), [{ seq: last, hash }])).toMatchObject({ faultCount: 0, sealedSeq: 0 });
    await sealLog(tenant.systemContext());
    await tenant.database.raw`update event set actor_label = 'nobody'
      where organization_id = ${tenant.organizationId} and seq = ${last}`;
    await rehash(tenant, last);
    const forged = (await verifyLog(tenant.context())).lastHash;
    expect((await verifyLog(tenant.context(), [{ seq: last, hash: forged }])).faults).toEqual([
      { kind: "unsealed", seq: last },
    ]);
  });

  test("an end that was cut off, the counter put back, is missed by a later seal", async () => {
    const { tenant, last } = await log(6);
    const { raw } = tenant.database;
    await sealLog(tenant.systemContext());
    await raw`delete from event where organization_id = ${tenant.organizationId} and seq = ${last}`;
    await raw`update event_sequence set last_seq = last_seq - 1 where organization_id = ${tenant.organizationId}`;
    expect(await faultsOf(tenant)).toEqual([{ kind: "missing", seq: last, toSeq: last }]);
  });

  test("neither entries nor seals can be changed or deleted by the application, nor put behind a gap", async () => {
    const { tenant, last } = await log(1);
    await sealLog(tenant.systemContext());
    const { raw } = tenant.database;
    const asApplication = (statement: string) =>
      raw.begin(async (tx) => {
        await tx`select set_config('role', 'dray_app', true), set_config('app.organization_id', ${tenant.organizationId}, true)`;
        await tx.unsafe(statement);
      });
    for (const statement of [
      "update event set actor_label = ''",
      "delete from event",
      "update event_seal set seq = 9",
      "delete from event_seal",
    ]) {
      await expect(asApplication(statement)).rejects.toThrow("permission denied");
    }
    await expect(
      raw`insert into event (organization_id, seq, type, entity, entity_id, actor_kind, actor_label, correlation_id,
          occurred_at, received_at, data)
        values (${tenant.organizationId}, ${last + 2}, 'x', 'x', ${tenant.newId()}, 'system', '', '', now(), now(), '{}')`,
    ).rejects.toThrow(`the log has no entry ${last + 1}`);
  });

  test("needs the right to read it", async () => {
    const { tenant } = await log(1);
    await expect(verifyLog(tenant.context("viewer"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
