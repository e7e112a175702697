import { randomBytes } from "node:crypto";
import type { ApiBench } from "./api-bench";

/** Tables an import fills, in the order their rows refer to each other. */
const TABLES = ["location", "delivery", "delivery_visit", "delivery_item", "event"] as const;
const ROWS_A_STATEMENT = 1000;
/** What a statement may have. */
const MOST_PARAMETERS = 60_000;

/**
 * The rows the last so many deliveries left behind, copied to an organization of their own by plain statements of up to a
 * thousand rows, each its own transaction, as the tables' owner. Reading them and making them anew is not timed.
 */
export async function plainInserts({ database, organizationId }: ApiBench, deliveries: number) {
  const { raw } = database;
  const copyId = crypto.randomUUID();
  await raw`insert into organization (id, name, slug, created_at) values (${copyId}, 'Copy', ${copyId}, now())`;
  await raw`insert into project select (jsonb_populate_record(p, jsonb_build_object('organization_id', ${copyId}::text))).*
    from project p where organization_id = ${organizationId}`;
  const last = raw`(select id from delivery where organization_id = ${organizationId} order by id desc limit ${deliveries})`;
  const wanted = {
    location: raw`id in (select location_id from delivery_visit v
      where v.organization_id = ${organizationId} and v.delivery_id in ${last})`,
    delivery: raw`id in ${last}`,
    delivery_visit: raw`delivery_id in ${last}`,
    delivery_item: raw`delivery_id in ${last}`,
    event: raw`entity = 'delivery' and entity_id in ${last}`,
  };
  let [rows, milliseconds] = [0, 0];
  for (const table of TABLES) {
    const found = await raw`select * from ${raw(table)} where organization_id = ${organizationId} and ${wanted[table]}`;
    const columns = await writableColumns(raw, table);
    const atOnce = Math.min(ROWS_A_STATEMENT, Math.floor(MOST_PARAMETERS / columns.length));
    const copies = found.map((row, index) => copyOf(row, columns, copyId, index));
    const begun = performance.now();
    for (let from = 0; from < copies.length; from += atOnce) {
      await raw`insert into ${raw(table)} ${raw(copies.slice(from, from + atOnce))}`;
    }
    milliseconds += performance.now() - begun;
    rows += copies.length;
  }
  return { rows, seconds: milliseconds / 1000 };
}

/**
 * A row as another organization's, whose log begins at one; nobody follows two deliveries by one code, whosesoever they are.
 */
function copyOf(
  row: Record<string, unknown>,
  columns: readonly string[],
  organizationId: string,
  index: number,
): { organization_id: string } {
  const code = columns.includes("tracking_code") && { tracking_code: randomBytes(8).toString("hex").toUpperCase() };
  const values = Object.fromEntries(columns.map((name) => [name, row[name]]));
  const number = columns.includes("seq") && { seq: index + 1 };
  return { ...values, ...code, ...number, organization_id: organizationId };
}

async function writableColumns(raw: ApiBench["database"]["raw"], table: string): Promise<string[]> {
  const rows = await raw<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and table_schema = 'public' and is_generated = 'NEVER'`;
  return rows.map(({ name }) => name);
}
