import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import { type CutoffDay, dayDoors, missingContacts, openImportRows, twinGroups } from "./day-doors";

export type MissingContact = {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly version: number;
  readonly role: "pickup" | "dropoff";
  readonly externalId: string | null;
  readonly name: string;
  readonly street: string;
  readonly place: string;
  readonly routeNumber: number | null;
};

/** Doors without phone and e-mail, by id, after one. */
export async function listMissingContacts(
  tx: Tx,
  day: CutoffDay,
  afterVisitId: string | undefined,
  limit: number,
): Promise<MissingContact[]> {
  const rows = await tx.execute<MissingContact & Record<string, unknown>>(sql`
    with ${dayDoors(day)},
    page as (select door.visit_id from door
      where ${missingContacts(day.organizationId)} ${afterVisitId ? sql`and door.visit_id > ${afterVisitId}` : sql``}
      order by door.visit_id limit ${limit})
    select v.id as "visitId", d.id as "deliveryId", d.version, v.role, d.external_id as "externalId",
      v.contact_name as name, l.street, btrim(l.postcode || ' ' || l.city) as place, r.number as "routeNumber"
    from page
    join delivery_visit v on v.organization_id = ${day.organizationId} and v.id = page.visit_id
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join route r on r.organization_id = s.organization_id and r.id = s.route_id
    order by v.id`);
  return [...rows];
}

export type TwinGroup = {
  /** What the orders have in common; a dismissal is remembered for it. */
  readonly subject: string;
  readonly reason: "recipient" | "reference";
  readonly deliveryIds: readonly string[];
};

/** Groups of orders that may be one, in an order of their own, after one. */
export async function listTwinGroups(
  tx: Tx,
  day: CutoffDay,
  afterSubject: string,
  limit: number,
): Promise<TwinGroup[]> {
  const rows = await tx.execute<TwinGroup & Record<string, unknown>>(sql`
    with ${dayDoors(day)}, ${twinGroups(day.organizationId)}
    select subject, reason, array_to_json(delivery_ids) as "deliveryIds" from twins
    where subject > ${afterSubject} order by subject limit ${limit}`);
  return [...rows];
}

export type TwinDelivery = {
  readonly id: string;
  readonly externalId: string | null;
  readonly status: DeliveryStatus;
  readonly name: string;
  readonly phone: string;
  readonly street: string;
  readonly place: string;
  readonly loads: readonly number[];
  readonly windows: readonly { readonly date?: string; readonly fromSeconds: number; readonly toSeconds: number }[];
  readonly createdAt: string;
  readonly routeNumber: number | null;
  readonly visitIds: readonly string[];
};

/** What a person needs to tell twins apart. */
export async function loadTwins(tx: Tx, organizationId: string, ids: readonly string[]): Promise<TwinDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ twin: TwinDelivery }>(sql`
    select jsonb_build_object('id', d.id, 'externalId', d.external_id, 'status', d.status, 'name', v.contact_name,
      'phone', v.contact_phone, 'street', l.street, 'place', btrim(l.postcode || ' ' || l.city), 'loads', d.loads,
      'windows', v.windows, 'createdAt', d.created_at, 'routeNumber', r.number,
      'visitIds', (select jsonb_agg(o.id) from delivery_visit o
        where o.organization_id = d.organization_id and o.delivery_id = d.id)) as twin
    from delivery d
    join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
      and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join route r on r.organization_id = s.organization_id and r.id = s.route_id
    where d.organization_id = ${organizationId} and d.id = any(${idArray(ids)})`);
  return [...rows].map(({ twin }) => twin);
}

export type ImportWithFaults = {
  readonly id: string;
  readonly fileName: string;
  readonly faulty: number;
  /** Right, but not yet taken over. */
  readonly waiting: number;
};

/** The files on their way into the day that are not through, newest first; a day has few. */
export async function listOpenImports(tx: Tx, day: CutoffDay): Promise<ImportWithFaults[]> {
  const rows = await tx.execute<ImportWithFaults & Record<string, unknown>>(sql`
    select i.id, i.file_name as "fileName", count(*) filter (where r.status = 'invalid')::int as faulty,
      count(*) filter (where r.status = 'valid')::int as waiting
    from ${openImportRows(day)} group by i.id, i.file_name order by i.id desc`);
  return [...rows];
}

export type FaultyRow = {
  readonly importId: string;
  readonly rowNumber: number;
  readonly externalId: string | null;
  readonly cells: readonly string[];
  readonly errors: readonly RowIssue[];
};

/** Faulty rows by file and line, after one. */
export async function listFaultyRows(
  tx: Tx,
  day: CutoffDay,
  after: { readonly importId: string; readonly rowNumber: number } | undefined,
  limit: number,
): Promise<FaultyRow[]> {
  const rows = await tx.execute<FaultyRow & Record<string, unknown>>(sql`
    select r.import_id as "importId", r.row_number as "rowNumber", r.external_id as "externalId", r.cells, r.errors
    from ${openImportRows(day)} and r.status = 'invalid'
      ${after ? sql`and (r.import_id, r.row_number) > (${after.importId}, ${after.rowNumber})` : sql``}
    order by r.import_id, r.row_number limit ${limit}`);
  return [...rows];
}
