import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, textArray } from "@/db/queries/json-param";
import type { DeliveryInput, VisitInput } from "@/server/domain/order/delivery-schema";
import type { DeliveryRoute, StoredDelivery, StoredVisit } from "@/server/domain/order/stored-delivery";

/** Deliveries by the sender's numbers, locked for change (index `delivery_external_id`). */
export async function lockDeliveriesByExternalId(
  tx: Tx,
  organizationId: string,
  externalIds: readonly string[],
): Promise<StoredDelivery[]> {
  if (externalIds.length === 0) return [];
  const found = await tx.execute<{ id: string }>(sql`
    select id from delivery
    where organization_id = ${organizationId} and external_id = any(${textArray([...new Set(externalIds)])})`);
  return lockDeliveries(
    tx,
    organizationId,
    [...found].map((row) => row.id),
  );
}

/** Of these numbers, those of deliveries a limited member does not see (for their transactions only). */
export async function findNumbersOutOfScope(tx: Tx, externalIds: readonly string[]): Promise<ReadonlySet<string>> {
  const [row] = await tx.execute<{ numbers: string[] }>(sql`
    select array_to_json(numbers_out_of_scope(${textArray([...new Set(externalIds)])})) as numbers`);
  return new Set(row!.numbers);
}

/**
 * Deliveries by id, locked with their doors, always in the order of ids so that two bulk changes never wait for each
 * other. A stop cannot be made of a locked door: what is read about routes stays true until the end.
 */
export async function lockDeliveries(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<StoredDelivery[]> {
  if (ids.length === 0) return [];
  const wanted = idArray(ids);
  await tx.execute(sql`
    select 1 from delivery where organization_id = ${organizationId} and id = any(${wanted}) order by id for update`);
  await tx.execute(sql`
    select 1 from delivery_visit where organization_id = ${organizationId} and delivery_id = any(${wanted})
    order by id for update`);
  return loadDeliveries(tx, organizationId, ids);
}

/** Deliveries by id, whole, in the order of ids. */
export async function loadDeliveries(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<StoredDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ delivery: DeliveryJson }>(deliverySelect(organizationId, idArray(ids)));
  return [...rows].map((row) => toStoredDelivery(row.delivery));
}

interface VisitJson extends Omit<VisitInput, "position" | "siteId" | "checkInSeconds"> {
  id: string;
  siteId: string | null;
  checkInSeconds: number | null;
  role: "pickup" | "dropoff";
  locationId: string;
  lat: number | null;
  lng: number | null;
  confidence: StoredVisit["confidence"];
  source: string;
}

interface DeliveryJson {
  id: string;
  projectId: string;
  status: StoredDelivery["status"];
  trackingCode: string;
  partnerId: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  externalId: string | null;
  serviceDate: string | null;
  driverId: string | null;
  input: Omit<DeliveryInput, "externalId" | "serviceDate" | "driverId" | "pickup" | "dropoff" | "items">;
  items: (DeliveryInput["items"][number] & { weightGrams: number | null })[] | null;
  visits: VisitJson[];
  route: DeliveryRoute | null;
  joinedWithId: string | null;
}

function deliverySelect(organizationId: string, ids: SQL): SQL {
  return sql`
    select json_build_object(
      'id', d.id, 'projectId', d.project_id, 'status', d.status, 'version', d.version,
      'trackingCode', d.tracking_code, 'partnerId', d.partner_id,
      'createdAt', d.created_at, 'updatedAt', d.updated_at, 'externalId', d.external_id, 'serviceDate', d.service_date,
      'driverId', d.driver_id,
      'input', json_build_object('kind', d.kind, 'priority', d.priority, 'loads', d.loads, 'skills', d.skills,
        'features', d.features, 'tags', d.tags, 'notes', d.notes,
        'notificationPreference', d.notification_preference, 'customFields', d.custom_fields,
        'serviceLevel', d.service_level, 'source', d.source, 'sourceId', d.source_id, 'orderRef', d.order_ref,
        'area', d.area, 'metadata', d.metadata, 'extensions', d.extensions, 'allowedDays', d.allowed_days),
      'items', i.items, 'visits', v.visits, 'route', r.route,
      'joinedWithId', coalesce(
        (select dropoff_id from delivery_join where organization_id = d.organization_id and pickup_id = d.id),
        (select pickup_id from delivery_join where organization_id = d.organization_id and dropoff_id = d.id))) as delivery
    from delivery d
    left join lateral (
      select json_agg(json_build_object('description', description, 'barcode', barcode, 'quantity', quantity,
        'weightGrams', weight_grams) order by position) as items
      from delivery_item where organization_id = d.organization_id and delivery_id = d.id) i on true
    left join lateral (
      select json_agg(json_build_object('id', v.id, 'role', v.role, 'locationId', l.id, 'lat', l.lat, 'lng', l.lng,
        'confidence', l.confidence, 'source', l.source,
        'address', json_build_object('street', l.street, 'postcode', l.postcode, 'city', l.city, 'country', l.country),
        'contact', json_build_object('name', v.contact_name, 'phone', v.contact_phone, 'email', v.contact_email),
        'windows', v.windows, 'windowSemantics', v.window_semantics, 'serviceSeconds', v.service_seconds,
        'instructions', v.instructions, 'tasks', v.tasks, 'siteId', v.site_id,
        'checkInSeconds', v.check_in_seconds)) as visits
      from delivery_visit v
      join location l on l.organization_id = v.organization_id and l.id = v.location_id
      where v.organization_id = d.organization_id and v.delivery_id = d.id) v on true
    left join lateral (
      select json_build_object('routeId', r.id, 'planId', r.plan_id, 'number', r.number, 'status', r.status) as route
      from delivery_visit v
      join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
      join route r on r.organization_id = s.organization_id and r.id = s.route_id
      where v.organization_id = d.organization_id and v.delivery_id = d.id limit 1) r on true
    where d.organization_id = ${organizationId} and d.id = any(${ids})
    order by d.id`;
}

function toStoredDelivery(row: DeliveryJson): StoredDelivery {
  const visit = (role: "pickup" | "dropoff"): VisitInput | undefined => {
    const found = row.visits.find((each) => each.role === role);
    if (!found) return undefined;
    const {
      id: _,
      role: __,
      locationId: ___,
      lat,
      lng,
      confidence,
      source: ____,
      siteId,
      checkInSeconds,
      ...rest
    } = found;
    const input = { ...rest, ...(siteId !== null && { siteId }), ...(checkInSeconds !== null && { checkInSeconds }) };
    return confidence === "given" ? { ...input, position: { lat: lat!, lng: lng! } } : input;
  };
  const [pickup, dropoff] = [visit("pickup"), visit("dropoff")];
  return {
    id: row.id,
    projectId: row.projectId,
    status: row.status,
    trackingCode: row.trackingCode,
    partnerId: row.partnerId,
    version: row.version,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    input: {
      ...row.input,
      ...(row.externalId !== null && { externalId: row.externalId }),
      ...(row.serviceDate !== null && { serviceDate: row.serviceDate }),
      ...(row.driverId !== null && { driverId: row.driverId }),
      items: (row.items ?? []).map(({ weightGrams, ...item }) => ({
        ...item,
        ...(weightGrams !== null && { weightGrams }),
      })),
      ...(pickup && { pickup }),
      ...(dropoff && { dropoff }),
    },
    visits: row.visits.map(({ id, role, locationId, lat, lng, confidence, source }) => ({
      id,
      role,
      locationId,
      position: lat === null || lng === null ? null : { lat, lng },
      confidence,
      source,
    })),
    route: row.route,
    joinedWithId: row.joinedWithId,
  };
}
