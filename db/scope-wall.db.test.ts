import { expect, test } from "vitest";
import type { Database } from "./client";
import { workerDatabase } from "./testing/worker-database";

/** Tables a limited member's reach says nothing of, and why. Whatever else is a tenant's has a policy `scope`. */
const OF_THE_WHOLE: Readonly<Record<string, string>> = {
  api_key: "programs are the organization's",
  api_request: "programs are the organization's",
  assignment_job: "programs are the organization's",
  address_book_entry: "one address book for all projects",
  address_book_street: "one address book for all projects",
  address_pin: "one address book for all projects",
  custom_role: "people are the organization's",
  delivery_policy: "one policy for all projects",
  event_seal: "the log is one, whoever reads which of it",
  event_sequence: "the log is one, whoever reads which of it",
  external_ref: "names only, by which rows are found that have walls of their own",
  import_mapping: "how files are read, not what is in them",
  invitation: "people are the organization's",
  lead_error: "counts without anybody's data",
  learned_service: "an address of the one address book, and how long a stop there takes",
  location: "an address is shared by whoever delivers there; orders say who that is",
  member: "people are the organization's",
  member_preference: "a person's own",
  member_scope: "people are the organization's",
  notification_opt_out: "who does not want to be written is not written by anybody",
  notification_policy: "one policy for all projects",
  notification_template: "one policy for all projects",
  organization_profile: "how the whole organization shows itself",
  own_source: "one map, geocoder and travel engine for all projects",
  partner: "partners are the organization's",
  partner_connection: "partners are the organization's",
  position_sequence: "a number",
  retention_policy: "one policy for all projects",
  sandbox_partner: "partners are the organization's",
  sandbox: "the organization's",
  site: "an address is shared by whoever delivers there; orders say who that is",
  tracking_policy: "one policy for all projects",
  webhook_cursor: "a number",
};

interface Table {
  readonly name: string;
  readonly project: boolean;
  readonly parents: readonly string[];
  readonly policy: string | null;
  readonly restrictive: boolean | null;
  /** Whether it concerns limited members, and nobody else. */
  readonly concerns: boolean | null;
}

/**
 * A policy goes by what is in scope: by the names of projects or drivers, or by what is seen of something else. That it
 * knows the tenant, or whether anybody is limited, is no wall.
 */
const ASKS_THE_SCOPE =
  /= ANY \(+ ?SELECT scope_(projects|drivers)\(\)|\b(FROM|JOIN) \(*scope_(plan|driver|day|route|delivery|visit)\b|_in_scope\(/;

const OF_PROJECT = "project_id = ANY ((SELECT scope_projects())::uuid[])";

/** By itself, or by asking for a row of another table that has one. */
function hasWall({ name, policy, restrictive, concerns }: Table, tables: readonly Table[]): boolean {
  if (!restrictive || !concerns || !policy) return false;
  if (ASKS_THE_SCOPE.test(policy)) return true;
  const asked = [...policy.matchAll(/\bFROM \(*(\w+)/g)].map(([, of]) => of);
  const others = tables.filter((table) => table.name !== name);
  return others.some((table) => asked.includes(table.name) && hasWall(table, others));
}

async function tenantTables(raw?: Database["raw"]): Promise<readonly Table[]> {
  const sql = raw ?? (await workerDatabase()).raw;
  return sql<Table[]>`
    select c.relname as name, pg_get_expr(p.polqual, c.oid) as policy, not p.polpermissive as restrictive,
      p.polroles = array['dray_limited'::regrole::oid] as concerns,
      exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = 'project_id' and not x.attisdropped) as project,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_policy p on p.polrelid = c.oid and p.polname = 'scope'
    where c.relkind in ('r', 'p') and n.nspname = 'public' and c.relname not like 'position\\_2%'`;
}

test("every table stands behind the wall between an organization's parts, or says why it is the whole organization's", async () => {
  const tables = await tenantTables();
  expect(tables.length).toBeGreaterThan(60);
  const wrong = tables.filter((table) =>
    table.name in OF_THE_WHOLE ? table.policy !== null : !hasWall(table, tables),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
  expect(Object.keys(OF_THE_WHOLE).filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
});

test.each([
  ["asks for the tenant alone", "AS RESTRICTIVE TO dray_limited USING (organization_id = scope_tenant())", false],
  ["asks who is limited, not to what", "AS RESTRICTIVE TO dray_limited USING (scope_projects() IS NULL)", false],
  [
    "asks for a row that everybody sees",
    "AS RESTRICTIVE TO dray_limited USING (EXISTS (SELECT FROM partner p WHERE p.id = project_id))",
    false,
  ],
  [
    "asks for a row behind a wall",
    "AS RESTRICTIVE TO dray_limited USING (EXISTS (SELECT FROM depot d WHERE d.id = project_id))",
    true,
  ],
  ["concerns others than limited members", `AS RESTRICTIVE TO dray_app USING (${OF_PROJECT})`, false],
  ["lets in instead of keeping out", `TO dray_limited USING (${OF_PROJECT})`, false],
  ["goes by the project", `AS RESTRICTIVE TO dray_limited USING (${OF_PROJECT})`, true],
])("a table whose policy %s stands behind a wall: %$", async (_, policy, isWalled) => {
  const { raw } = await workerDatabase();
  const undone = new Error("undone");
  const trial = raw.begin(async (sql) => {
    await sql.unsafe(
      `create table trial (organization_id uuid, project_id uuid); create policy scope on trial ${policy}`,
    );
    const tables = await tenantTables(sql as unknown as Database["raw"]);
    expect(tables.filter(({ name }) => name === "trial").map((each) => hasWall(each, tables))).toEqual([isWalled]);
    throw undone;
  });
  await expect(trial).rejects.toBe(undone);
});

test("what is of a project, or points at something that is, cannot be the whole organization's", async () => {
  const tables = await tenantTables();
  const walled = new Set(tables.filter(({ policy }) => policy !== null).map(({ name }) => name));
  // Who somebody is let in to is read before there is anybody to limit.
  const known = new Set(["member_scope"]);
  const stray = tables.filter(
    ({ name, project, parents }) =>
      !walled.has(name) && !known.has(name) && (project || parents.some((parent) => walled.has(parent))),
  );
  expect(stray.map(({ name }) => name)).toEqual([]);
});
