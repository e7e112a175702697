import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { textArray } from "@/db/queries/json-param";
import type { DeliveryFilter } from "@/server/domain/order/delivery-filter";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";
import { deliveryConditions } from "./delivery-conditions";

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface DeliveryFacets {
  readonly total: number;
  readonly planned: number;
  readonly doubtful: number;
  readonly pending: number;
  readonly statuses: readonly FacetCount[];
  readonly priorities: readonly FacetCount[];
  /** The most used, at most 100. */
  readonly tags: readonly FacetCount[];
}

/** How the filtered deliveries divide, in one scan of them. */
export async function countFacets(tx: Tx, organizationId: string, filter: DeliveryFilter): Promise<DeliveryFacets> {
  const facet = (column: string) => sql`(select coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count)
    order by count desc, value), '[]') from (select ${sql.raw(column)} as value, count(*)::int as count from base group by 1) g)`;
  const [row] = await tx.execute<{ facets: DeliveryFacets }>(sql`
    with base as materialized (
      select d.status, d.priority, d.tags, v.is_planned, v.is_doubtful, v.is_pending
      from delivery d
      join lateral (
        select bool_or(s.id is not null) as is_planned, bool_or(l.confidence = 'pending') as is_pending,
          bool_or(l.confidence = any(${textArray(DOUBTFUL_CONFIDENCES)})) as is_doubtful
        from delivery_visit v
        join location l on l.organization_id = v.organization_id and l.id = v.location_id
        left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
        where v.organization_id = d.organization_id and v.delivery_id = d.id) v on true
      where ${deliveryConditions(organizationId, filter)})
    select jsonb_build_object('total', count(*), 'planned', count(*) filter (where is_planned),
      'doubtful', count(*) filter (where is_doubtful), 'pending', count(*) filter (where is_pending),
      'statuses', ${facet("status")}, 'priorities', ${facet("priority")},
      'tags', (select coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count) order by count desc, value), '[]')
        from (select tag as value, count(*)::int as count from base, unnest(tags) tag group by 1
          order by 2 desc, 1 limit 100) g)) as facets
    from base`);
  return row!.facets;
}
