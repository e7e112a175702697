import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { textArray } from "@/db/queries/json-param";
import type { DeliveryFilter } from "@/server/domain/order/delivery-filter";
import { searchWords } from "@/server/domain/order/delivery-search-text";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";

const VISITS = sql`delivery_visit fv join location fl on fl.organization_id = fv.organization_id and fl.id = fv.location_id
  where fv.organization_id = d.organization_id and fv.delivery_id = d.id`;

/** The filter as conditions on `delivery d`. */
export function deliveryConditions(organizationId: string, filter: DeliveryFilter): SQL {
  const conditions = [sql`d.organization_id = ${organizationId}`, sql`d.project_id = ${filter.projectId}`];
  if (filter.date === "none") conditions.push(sql`d.service_date is null`);
  else if (filter.date) conditions.push(sql`d.service_date = ${filter.date}`);
  if (filter.statuses?.length) conditions.push(sql`d.status = any(${textArray(filter.statuses)})`);
  if (filter.priorities?.length) conditions.push(sql`d.priority = any(${textArray(filter.priorities)})`);
  if (filter.tags?.length) conditions.push(sql`d.tags && ${textArray(filter.tags)}`);
  const words = searchWords(filter.search ?? "");
  // A search of punctuation only finds nothing, rather than everything.
  if (filter.search && words.length === 0) conditions.push(sql`false`);
  if (words.length > 0) conditions.push(sql`d.id in (select delivery_ids_matching(${textArray(words)}))`);
  if (filter.location) conditions.push(locationCondition(filter.location));
  if (filter.planned !== undefined) {
    const onRoute = sql`exists (select 1 from delivery_visit pv
      join stop ps on ps.organization_id = pv.organization_id and ps.visit_id = pv.id
      where pv.organization_id = d.organization_id and pv.delivery_id = d.id)`;
    conditions.push(filter.planned ? onRoute : sql`not ${onRoute}`);
  }
  return sql.join(conditions, sql` and `);
}

function locationCondition(location: NonNullable<DeliveryFilter["location"]>): SQL {
  const doubtful = textArray(DOUBTFUL_CONFIDENCES);
  if (location === "doubtful") return sql`exists (select 1 from ${VISITS} and fl.confidence = any(${doubtful}))`;
  if (location === "pending") return sql`exists (select 1 from ${VISITS} and fl.confidence = 'pending')`;
  return sql`not exists (select 1 from ${VISITS} and (fl.confidence = 'pending' or fl.confidence = any(${doubtful})))`;
}
