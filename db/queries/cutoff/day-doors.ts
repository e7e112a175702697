import "server-only";
import { type SQL, sql } from "drizzle-orm";

export interface CutoffDay {
  readonly organizationId: string;
  readonly projectId: string;
  readonly date: string;
}

/**
 * The day's doors as a common table expression `door`, for the checks of the cut-off (index `delivery_day`). `is_open`:
 * its delivery may still be changed. Deliveries that came to nothing are left out.
 */
export function dayDoors({ organizationId, projectId, date }: CutoffDay): SQL {
  return sql`door as materialized (
    select d.id as delivery_id, d.kind, d.external_id, d.status in ('requested', 'scheduled') as is_open,
      v.id as visit_id, v.role, v.contact_name, v.contact_phone, v.contact_email, l.address_key, l.confidence
    from delivery d
    join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    where d.organization_id = ${organizationId} and d.project_id = ${projectId} and d.service_date = ${date}
      and d.status not in ('cancelled', 'failed', 'returned'))`;
}

/** Doors that nobody could be told about, unless a person said that this is fine. */
export function missingContacts(organizationId: string): SQL {
  return sql`door.is_open and door.contact_phone = '' and door.contact_email = ''
    and not exists (select 1 from check_dismissal c where c.organization_id = ${organizationId}
      and c.delivery_id = door.delivery_id and c.check = 'contact')`;
}

/** A number as it is compared: signs are all one, those around it and leading zeros do not count. */
const REFERENCE = sql`nullif(ltrim(btrim(translate(lower(door.external_id), '#_/.: ', '------'), '-'), '0'), '')`;

/** Whoever the order is for; the name as it sounds, or the way to reach a person without one. */
const RECIPIENT = sql`coalesce(nullif(btrim(regexp_replace(lower(contact_name), '[^[:alnum:]]+', ' ', 'g')), ''),
  nullif(contact_phone, ''), nullif(lower(contact_email), ''))`;

/**
 * Orders that may be one and the same, as the common table expression `twins`, after `dayDoors`: the groups still in
 * question. Two orders of a kind are twins when they go to the same address for the same recipient, or when their numbers
 * differ in signs and leading zeros only. A group that a person has called different is asked about again once it gets a
 * new member. Names are folded only where an address is shared: it is the dear part of five thousand orders.
 */
export function twinGroups(organizationId: string): SQL {
  return sql`main as materialized (
      select *, count(*) over (partition by door.kind, door.address_key) as neighbours from door
      where door.role = case door.kind when 'pickup' then 'pickup' else 'dropoff' end),
    twin as (
      select delivery_id, is_open, 'recipient' as reason, kind || ' ' || address_key || ' ' || ${RECIPIENT} as text
      from main where neighbours > 1
      union all
      select delivery_id, is_open, 'reference', kind || ' # ' || ${REFERENCE} from main as door),
    likes as materialized (
      select text, min(reason) as reason, md5(text) as subject, array_agg(delivery_id order by delivery_id) as delivery_ids,
        array_agg(delivery_id) filter (where is_open) as open_ids
      from twin where text is not null group by text having count(*) > 1),
    twins as materialized (
      select likes.subject, likes.reason, likes.delivery_ids from likes
      where exists (select 1 from unnest(likes.open_ids) as member(id)
        where not exists (select 1 from check_dismissal c where c.organization_id = ${organizationId}
          and c.delivery_id = member.id and c.check = 'duplicate' and c.subject = likes.subject)))`;
}

/** Rows of files on their way into this day that a person has to look at, or to let in. */
export function openImportRows({ organizationId, projectId, date }: CutoffDay): SQL {
  return sql`order_import i
    join order_import_row r on r.organization_id = i.organization_id and r.import_id = i.id
    where i.organization_id = ${organizationId} and i.project_id = ${projectId}
      and i.status in ('checking', 'checked', 'importing', 'imported', 'failed')
      and (r.status = 'invalid' or (r.status = 'valid' and i.status in ('checked', 'imported', 'failed')))
      and (r.service_date = ${date} or r.service_date is null)`;
}
