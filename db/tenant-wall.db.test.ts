import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { testTenant } from "@/server/testing/test-tenant";
import { workerDatabase } from "./testing/worker-database";
import { withTenant } from "./with-tenant";

describe("the tenant wall", () => {
  test("every table with an organization stands behind row level security and is keyed by it", async () => {
    const database = await workerDatabase();
    const tables = await database.raw<{ name: string; secured: boolean; policies: number; keyed: boolean }[]>`
      select c.relname as name, c.relrowsecurity as secured,
             (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant') as policies,
             exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = a.attnum) as keyed
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = 'public'`;
    expect(tables.length).toBeGreaterThan(20);
    const betterAuthTables = ["member", "invitation"];
    for (const table of tables) {
      expect(table, table.name).toMatchObject({ secured: true, policies: 1 });
      if (!betterAuthTables.includes(table.name))
        expect(table.keyed, `${table.name} is keyed by its tenant`).toBe(true);
    }
  });

  test("every foreign key between tenant tables carries the organization", async () => {
    const database = await workerDatabase();
    const stray = await database.raw`
      select con.conname from pg_constraint con
      join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
      join pg_attribute ca on ca.attrelid = child.oid and ca.attname = 'organization_id'
      join pg_attribute pa on pa.attrelid = parent.oid and pa.attname = 'organization_id'
      where con.contype = 'f' and not (ca.attnum = any (con.conkey))`;
    expect(stray).toEqual([]);
  });

  test("inside a tenant's transaction other tenants' rows cannot be read, written or pointed at", async () => {
    const [mine, theirs] = [await testTenant(), await testTenant()];
    const { database } = mine;
    await withTenant(database, theirs.organizationId, (tx) =>
      tx.execute(sql`insert into event_sequence values (${theirs.organizationId}, 7)`),
    );
    const seen = await withTenant(database, mine.organizationId, (tx) => tx.execute(sql`select * from event_sequence`));
    expect([...seen]).toEqual([]);
    const changed = await withTenant(database, mine.organizationId, (tx) =>
      tx.execute(sql`update event_sequence set last_seq = 0 returning 1`),
    );
    expect([...changed]).toEqual([]);
    await expect(
      withTenant(database, mine.organizationId, (tx) =>
        tx.execute(sql`insert into event_sequence values (${theirs.organizationId}, 1)`),
      ),
    ).rejects.toThrow();
    await expect(
      withTenant(database, mine.organizationId, (tx) => tx.execute(sql`select * from session`)),
    ).rejects.toThrow();
  });

  test("the event log can only grow", async () => {
    const tenant = await testTenant();
    await expect(
      withTenant(tenant.database, tenant.organizationId, (tx) => tx.execute(sql`delete from event`)),
    ).rejects.toThrow();
  });
});
