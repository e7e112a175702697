import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { KeysetCursor } from "@/db/queries/keyset-cursor";
import type { DeliveryFilter, DeliverySort } from "@/server/domain/order/delivery-filter";
import type { DeliveryInput, DeliveryKind, VisitInput } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { DeliveryRoute, LocationConfidence } from "@/server/domain/order/stored-delivery";
import { deliveryConditions } from "./delivery-conditions";

/** A delivery as a list shows it: its drop-off, or its pickup where there is no drop-off. */
export interface DeliveryListRow {
  readonly id: string;
  readonly externalId: string | null;
  readonly kind: DeliveryKind;
  readonly status: DeliveryStatus;
  readonly serviceDate: string | null;
  readonly priority: DeliveryInput["priority"];
  readonly loads: readonly number[];
  readonly skills: readonly string[];
  readonly tags: readonly string[];
  readonly notes: string;
  readonly version: number;
  readonly contact: VisitInput["contact"];
  readonly address: VisitInput["address"];
  readonly windows: VisitInput["windows"];
  readonly serviceSeconds: number;
  readonly locationId: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly confidence: LocationConfidence;
  readonly route: (DeliveryRoute & { readonly driverName: string }) | null;
}

// A pickup's own door is its pickup, everything else's the drop-off.
const MAIN_VISIT = sql`join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
    and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end
  join location l on l.organization_id = v.organization_id and l.id = v.location_id`;

interface SortColumn {
  readonly value: SQL;
  readonly type: string;
  readonly needsVisit?: boolean;
}

const SORT_COLUMNS: Readonly<Record<Exclude<DeliverySort["by"], "created">, SortColumn>> = {
  serviceDate: { value: sql`coalesce(d.service_date, 'infinity'::date)`, type: "date" },
  externalId: { value: sql`coalesce(d.external_id, '')`, type: "text" },
  name: { value: sql`v.contact_name`, type: "text", needsVisit: true },
  address: { value: sql`l.street`, type: "text", needsVisit: true },
  priority: { value: sql`array_position(array['low', 'normal', 'high', 'critical'], d.priority)`, type: "int" },
  status: { value: sql`d.status`, type: "text" },
};

/**
 * The keys of one page in order, with what continues after each (indexes: `delivery_day` for one day, the key for all,
 * `delivery_search` for a search).
 */
export async function selectDeliveryPage(
  tx: Tx,
  organizationId: string,
  filter: DeliveryFilter,
  sort: DeliverySort,
  after: KeysetCursor | undefined,
  limit: number,
): Promise<KeysetCursor[]> {
  const rows = await tx.execute<{ value: string | null; key: string }>(
    deliveryPageSql(organizationId, filter, sort, after, limit),
  );
  return [...rows].map(({ value, key }) => ({ value, key }));
}

/** The statement of `selectDeliveryPage`, apart so that its plan can be looked at. */
export function deliveryPageSql(
  organizationId: string,
  filter: DeliveryFilter,
  sort: DeliverySort,
  after: KeysetCursor | undefined,
  limit: number,
): SQL {
  const column = sort.by === "created" ? undefined : SORT_COLUMNS[sort.by];
  const [direction, beyond] = sort.direction === "asc" ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const conditions = [deliveryConditions(organizationId, filter)];
  if (after && column) {
    const value = sql`${after.value}::text::${sql.raw(column.type)}`;
    conditions.push(sql`(${column.value}, d.id) ${beyond} (${value}, ${after.key}::uuid)`);
  } else if (after) conditions.push(sql`d.id ${beyond} ${after.key}::uuid`);
  return sql`
    select d.id as key, ${column ? sql`(${column.value})::text` : sql`null::text`} as value
    from delivery d ${column?.needsVisit ? MAIN_VISIT : sql``}
    where ${sql.join(conditions, sql` and `)}
    order by ${column ? sql`${column.value} ${direction}, ` : sql``}d.id ${direction}
    limit ${limit}`;
}

/** How many deliveries the filter finds. */
export async function countDeliveries(tx: Tx, organizationId: string, filter: DeliveryFilter): Promise<number> {
  const [row] = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from delivery d where ${deliveryConditions(organizationId, filter)}`,
  );
  return row!.total;
}

/** The rows of a page, in the order of the ids given. */
export async function loadDeliveryRows(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<DeliveryListRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ row: DeliveryListRow }>(sql`
    select jsonb_build_object('id', d.id, 'externalId', d.external_id, 'kind', d.kind, 'status', d.status,
      'serviceDate', d.service_date, 'priority', d.priority, 'loads', d.loads, 'skills', d.skills, 'tags', d.tags,
      'notes', d.notes, 'version', d.version,
      'contact', jsonb_build_object('name', v.contact_name, 'phone', v.contact_phone, 'email', v.contact_email),
      'address', jsonb_build_object('street', l.street, 'postcode', l.postcode, 'city', l.city, 'country', l.country),
      'windows', v.windows, 'serviceSeconds', v.service_seconds, 'locationId', l.id, 'lat', l.lat, 'lng', l.lng,
      'confidence', l.confidence,
      'route', case when r.id is not null then jsonb_build_object('routeId', r.id, 'planId', r.plan_id,
        'number', r.number, 'status', r.status, 'driverName', dr.name) end) as row
    from unnest(${idArray(ids)}) with ordinality as wanted(id, place)
    join delivery d on d.organization_id = ${organizationId} and d.id = wanted.id
    ${MAIN_VISIT}
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join route r on r.organization_id = s.organization_id and r.id = s.route_id
    left join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    left join driver dr on dr.organization_id = dd.organization_id and dr.id = dd.driver_id
    order by wanted.place`);
  return [...rows].map(({ row }) => row);
}
