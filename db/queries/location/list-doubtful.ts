import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";
import type { GeocodeCandidate } from "@/server/ports/geocoder";

export interface DoubtfulAddress {
  /** One of the locations of this address; pinning it pins them all. */
  readonly locationId: string;
  readonly addressKey: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly confidence: LocationConfidence;
  readonly source: string;
  readonly candidates: readonly GeocodeCandidate[];
  readonly deliveryCount: number;
  /** The first twenty by day. */
  readonly deliveries: readonly {
    readonly id: string;
    readonly externalId: string | null;
    readonly name: string;
    readonly serviceDate: string | null;
    readonly status: DeliveryStatus;
  }[];
}

export interface DoubtScope {
  readonly organizationId: string;
  readonly projectId: string;
  /** Only addresses of orders of this day that may still be changed. */
  readonly date?: string | undefined;
}

const OPEN_DOUBTS = ({ organizationId, projectId, date }: DoubtScope) => sql`
  from location l
  join delivery_visit v on v.organization_id = l.organization_id and v.location_id = l.id
  join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
  where l.organization_id = ${organizationId} and l.confidence in ('none', 'city', 'street')
    and d.project_id = ${projectId}
    and ${date ? sql`d.service_date = ${date} and d.status in ('requested', 'scheduled')` : sql`d.status in ('requested', 'scheduled', 'assigned', 'enroute')`}`;

/** Addresses of open deliveries that nobody is sure of, one entry per address (index `location_in_doubt`). */
export async function listDoubtfulAddresses(
  tx: Tx,
  scope: DoubtScope,
  afterKey: string,
  limit: number,
): Promise<DoubtfulAddress[]> {
  const rows = await tx.execute<{ address: DoubtfulAddress }>(sql`
    with doubt as (
      select l.*, d.id as delivery_id, d.external_id, d.service_date, d.status, v.contact_name
      ${OPEN_DOUBTS(scope)} and l.address_key > ${afterKey})
    select jsonb_build_object('locationId', a.id, 'addressKey', a.address_key, 'street', a.street,
      'postcode', a.postcode, 'city', a.city, 'country', a.country, 'lat', a.lat, 'lng', a.lng,
      'confidence', a.confidence, 'source', a.source, 'candidates', coalesce(a.candidates, '[]'),
      'deliveryCount', c.count, 'deliveries', c.deliveries) as address
    from (select distinct on (address_key) * from doubt order by address_key, id limit ${limit}) a
    cross join lateral (
      select count(*) as count, jsonb_agg(jsonb_build_object('id', delivery_id, 'externalId', external_id,
        'name', contact_name, 'serviceDate', service_date, 'status', status) order by service_date, delivery_id)
        filter (where place <= 20) as deliveries
      from (select *, row_number() over (order by service_date, delivery_id) as place from doubt
        where doubt.address_key = a.address_key) ranked) c
    order by a.address_key`);
  return [...rows].map((row) => row.address);
}

/** A look-up takes less, but for long lists. */
const LOOK_UP_SECONDS = 120;

export interface DoubtCounts {
  readonly addresses: number;
  /** Locations that wait for the geocoder: of the whole organization, or of the day's orders that may still be changed. */
  readonly pending: number;
  /** Since when the first of them waits, where that is longer than a look-up takes. */
  readonly waitingSince: string | null;
}

/** How many addresses are in doubt, and what waits for the geocoder. */
export async function countDoubtful(tx: Tx, scope: DoubtScope, now: Date): Promise<DoubtCounts> {
  const { organizationId, projectId, date } = scope;
  const ofDay = date
    ? sql`and exists (select from delivery_visit v
        join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
        where v.organization_id = l.organization_id and v.location_id = l.id and d.project_id = ${projectId}
          and d.service_date = ${date} and d.status in ('requested', 'scheduled'))`
    : sql``;
  const rows = await tx.execute<{ counts: DoubtCounts }>(sql`
    select jsonb_build_object('addresses', (select count(distinct l.address_key) ${OPEN_DOUBTS(scope)}),
      'pending', count(*),
      'waitingSince', min(l.updated_at) filter (
        where l.updated_at < ${now.toISOString()}::timestamptz - make_interval(secs => ${LOOK_UP_SECONDS}))) as counts
    from location l where l.organization_id = ${organizationId} and l.confidence = 'pending' ${ofDay}`);
  return rows[0]!.counts;
}
