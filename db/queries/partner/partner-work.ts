import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { partner } from "@/db/schema/partner";
import { partnerHandover } from "@/db/schema/partner-handover";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { CancelState, HandoverStatus } from "@/server/domain/partner/handover";
import type { WorkState } from "@/server/domain/partner/work-state";

/** A delivery that was handed over, or a route of one of the partner's drivers. */
export type PartnerWorkRow = {
  readonly id: string;
  readonly kind: "handover" | "route";
  readonly state: WorkState;
  readonly handoverStatus: HandoverStatus | null;
  readonly reference: string;
  readonly isByHand: boolean;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
  readonly projectId: string;
  readonly serviceDate: string | null;
  /** Of a handover. */
  readonly deliveryId: string | null;
  readonly deliveryStatus: DeliveryStatus | null;
  readonly externalId: string | null;
  readonly customer: string | null;
  readonly address: string | null;
  /** Of a route. */
  readonly routeNumber: number | null;
  readonly driverName: string | null;
  readonly stops: number | null;
};

/**
 * A page of a partner's work, newest first, before the last of the page before (indexes `partner_handover_partner`,
 * `driver_partner`, `driver_day_driver`, `route_driver_day`).
 */
export async function selectPartnerWork(
  tx: Tx,
  organizationId: string,
  partnerId: string,
  { state, beforeId, limit }: { state: WorkState | undefined; beforeId: string | undefined; limit: number },
): Promise<PartnerWorkRow[]> {
  const before = beforeId ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const isWanted = state ? sql`where state = ${state}` : sql``;
  const rows = await tx.execute<
    Omit<PartnerWorkRow, "createdAt" | "answeredAt"> & Record<"createdAt" | "answeredAt", string>
  >(sql`
    select * from (
      select h.id, 'handover' as kind,
        case when h.status in ('offered', 'awaited') then 'offered'
          when h.status = 'accepted' then case d.status when 'enroute' then 'under-way' else 'accepted' end
          when h.status = 'done' then 'done' else 'declined' end as state,
        h.status as "handoverStatus", h.reference, h.is_by_hand as "isByHand",
        h.created_at as "createdAt", h.answered_at as "answeredAt", d.project_id as "projectId",
        d.service_date::text as "serviceDate", d.id as "deliveryId", d.status as "deliveryStatus",
        d.external_id as "externalId", v.contact_name as customer,
        concat_ws(', ', nullif(l.street, ''), nullif(concat_ws(' ', l.postcode, l.city), '')) as address,
        null::int as "routeNumber", null::text as "driverName", null::int as stops
      from partner_handover h
      join delivery d on d.organization_id = h.organization_id and d.id = h.delivery_id
      left join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
        and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end
      left join location l on l.organization_id = v.organization_id and l.id = v.location_id
      where h.organization_id = ${organizationId} and h.partner_id = ${partnerId} and h.id < ${before}::uuid
      union all
      select r.id, 'route', case r.status when 'started' then 'under-way' when 'finished' then 'done' else 'accepted' end,
        null, '', false, r.created_at, null, p.project_id, p.date::text, null, null, null, null, null,
        r.number, dr.name, (select count(*)::int from stop s
          where s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id)
      from driver dr
      join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
      join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
      join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
      where dr.organization_id = ${organizationId} and dr.partner_id = ${partnerId} and r.status <> 'planned'
        and r.id < ${before}::uuid
    ) work ${isWanted}
    order by id desc limit ${limit}`);
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  }));
}

/** With whom a delivery was and is, newest first (index `partner_handover_delivery`). */
export type DeliveryHandoverRow = {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly status: HandoverStatus;
  readonly reference: string;
  readonly isByHand: boolean;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly cancelState: CancelState | null;
  /** By which words he said that it cannot be taken back. */
  readonly cancelWords: string;
};

const MOST_SHOWN = 20;

export async function listDeliveryHandovers(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
): Promise<DeliveryHandoverRow[]> {
  const rows = await tx
    .select({
      id: partnerHandover.id,
      partnerId: partnerHandover.partnerId,
      partnerName: partner.name,
      status: partnerHandover.status,
      reference: partnerHandover.reference,
      isByHand: partnerHandover.isByHand,
      createdAt: partnerHandover.createdAt,
      answeredAt: partnerHandover.answeredAt,
      endedAt: partnerHandover.endedAt,
      cancelState: partnerHandover.cancelState,
      cancelWords: partnerHandover.cancelWords,
    })
    .from(partnerHandover)
    .innerJoin(
      partner,
      and(eq(partner.organizationId, partnerHandover.organizationId), eq(partner.id, partnerHandover.partnerId)),
    )
    .where(and(eq(partnerHandover.organizationId, organizationId), eq(partnerHandover.deliveryId, deliveryId)))
    .orderBy(desc(partnerHandover.id))
    .limit(MOST_SHOWN);
  return rows;
}
