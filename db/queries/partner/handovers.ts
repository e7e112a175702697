import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, jsonParam } from "@/db/queries/json-param";
import { partnerHandover } from "@/db/schema/partner-handover";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { HandoverStatus } from "@/server/domain/partner/handover";

export type HandoverRow = typeof partnerHandover.$inferSelect;

/** Offers a delivery; false where it is with a partner already. */
export async function insertHandover(tx: Tx, row: typeof partnerHandover.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(partnerHandover).values(row).onConflictDoNothing().returning({ id: partnerHandover.id });
  return rows.length > 0;
}

export async function findHandover(tx: Tx, organizationId: string, id: string): Promise<HandoverRow | undefined> {
  const [row] = await tx.select().from(partnerHandover).where(isHandover(organizationId, id));
  return row;
}

/** The handover, held until the transaction ends. */
export async function lockHandover(tx: Tx, organizationId: string, id: string): Promise<HandoverRow | undefined> {
  const [row] = await tx.select().from(partnerHandover).where(isHandover(organizationId, id)).for("update");
  return row;
}

/** The open handovers of these deliveries, held until the transaction ends (index `partner_handover_open`). */
export async function lockOpenHandovers(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<HandoverRow[]> {
  return tx
    .select()
    .from(partnerHandover)
    .where(isOpenOf(organizationId, deliveryIds))
    .orderBy(partnerHandover.id)
    .for("update");
}

/** To whom a delivery has been offered in a round (index `partner_handover_delivery`). */
export async function listAsked(
  tx: Tx,
  organizationId: string,
  { deliveryId, roundId }: Pick<HandoverRow, "deliveryId" | "roundId">,
): Promise<string[]> {
  const rows = await tx
    .select({ partnerId: partnerHandover.partnerId })
    .from(partnerHandover)
    .where(
      and(
        eq(partnerHandover.organizationId, organizationId),
        eq(partnerHandover.deliveryId, deliveryId),
        eq(partnerHandover.roundId, roundId),
      ),
    );
  return rows.map(({ partnerId }) => partnerId);
}

/**
 * True where a partner has said that he cannot give a delivery back, and nobody has decided what becomes of it (index
 * `partner_handover_delivery`).
 */
export async function isCancelRefused(tx: Tx, organizationId: string, deliveryId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: partnerHandover.id })
    .from(partnerHandover)
    .where(
      and(
        eq(partnerHandover.organizationId, organizationId),
        eq(partnerHandover.deliveryId, deliveryId),
        eq(partnerHandover.cancelState, "refused"),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** False where its delivery has been offered once more since (index `partner_handover_delivery`). */
export async function isLastOffer(
  tx: Tx,
  organizationId: string,
  { deliveryId, id }: Pick<HandoverRow, "deliveryId" | "id">,
): Promise<boolean> {
  const [later] = await tx
    .select({ id: partnerHandover.id })
    .from(partnerHandover)
    .where(
      and(
        eq(partnerHandover.organizationId, organizationId),
        eq(partnerHandover.deliveryId, deliveryId),
        gt(partnerHandover.id, id),
      ),
    )
    .limit(1);
  return later === undefined;
}

/**
 * What a partner was handed over for a list and has accepted, and no manifest lists yet, in the order it was handed over
 * (index `partner_handover_partner`). Held until the transaction ends: what is taken back meanwhile is known to be listed, or
 * is not listed. The caller holds the partner.
 */
export async function listUnlisted(tx: Tx, organizationId: string, partnerId: string, limit: number) {
  const { id, deliveryId, status, isListed, manifestId, endedAt } = partnerHandover;
  return tx
    .select({ id, deliveryId })
    .from(partnerHandover)
    .where(
      and(
        eq(partnerHandover.organizationId, organizationId),
        eq(partnerHandover.partnerId, partnerId),
        eq(status, "accepted"),
        eq(isListed, true),
        isNull(endedAt),
        isNull(manifestId),
      ),
    )
    .orderBy(id)
    .limit(limit)
    .for("update");
}

/** Says which manifest lists these handovers. */
export async function noteListed(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  manifestId: string,
): Promise<void> {
  await tx
    .update(partnerHandover)
    .set({ manifestId })
    .where(and(eq(partnerHandover.organizationId, organizationId), sql`${partnerHandover.id} = any(${idArray(ids)})`));
}

/**
 * Ends the open handovers of these deliveries as withdrawn, locked in their order, and answers with them; their partners have to
 * be told (index `partner_handover_open`). The caller has locked the deliveries.
 */
export async function withdrawOpenHandovers(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<HandoverRow[]> {
  const open = await lockOpenHandovers(tx, organizationId, deliveryIds);
  if (open.length === 0) return [];
  return tx
    .update(partnerHandover)
    .set({ status: "withdrawn", cancelState: "telling", endedAt: now, updatedAt: now })
    .where(isOpenOf(organizationId, deliveryIds))
    .returning();
}

export async function updateHandover(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof partnerHandover.$inferInsert>,
): Promise<void> {
  await tx.update(partnerHandover).set(set).where(isHandover(organizationId, id));
}

/** Gives a delivery a status, and to a partner or to nobody (`null`); the caller has locked it. */
export async function setWithPartner(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
  { status, partnerId, now }: { status: DeliveryStatus; partnerId: string | null; now: Date },
): Promise<void> {
  await tx.execute(sql`
    update delivery set status = ${status}, partner_id = ${partnerId}, version = version + 1,
      updated_at = ${now.toISOString()}
    where organization_id = ${organizationId} and id = ${deliveryId}`);
}

/** What a partner has to do: a delivery that was handed over, or a route of one of its own drivers that was sent. */
export type PartnerAssignmentRow = {
  readonly id: string;
  readonly kind: "handover" | "route";
  readonly status: HandoverStatus | "dispatched" | "started" | "finished";
  readonly reference: string;
  readonly driverId: string | null;
  readonly vehicleId: string | null;
  readonly deliveryIds: readonly string[];
  readonly createdAt: string;
  readonly changedAt: string;
};

/**
 * A page of a partner's assignments, oldest first, after the last of the page before, and changed since then (indexes
 * `partner_handover_partner`, `driver_partner`, `driver_day_driver`, `route_driver_day`, `stop_plan_route_position`).
 */
export async function selectPartnerAssignments(
  tx: Tx,
  organizationId: string,
  partnerId: string,
  { since, after, limit }: { since: Date | undefined; after: string | undefined; limit: number },
): Promise<PartnerAssignmentRow[]> {
  const changed = since?.toISOString() ?? "-infinity";
  const beyond = after ?? "00000000-0000-0000-0000-000000000000";
  const rows = await tx.execute<PartnerAssignmentRow>(sql`
    (select h.id, 'handover' as kind, h.status, h.reference, null::uuid as "driverId", null::uuid as "vehicleId",
      json_build_array(h.delivery_id) as "deliveryIds", h.created_at as "createdAt", h.updated_at as "changedAt"
    from partner_handover h
    where h.organization_id = ${organizationId} and h.partner_id = ${partnerId} and h.id > ${beyond}::uuid
      and h.status in ('awaited', 'accepted', 'done', 'given-back', 'withdrawn') and h.updated_at >= ${changed}::timestamptz
    order by h.id limit ${limit})
    union all
    (select r.id, 'route', r.status, '', dd.driver_id, dd.vehicle_id,
      (select coalesce(json_agg(distinct v.delivery_id), '[]') from stop s
        join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
        where s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id),
      r.created_at, greatest(r.updated_at, run.updated_at)
    from driver dr
    join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
    join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
    left join route_run run on run.organization_id = r.organization_id and run.route_id = r.id
    where dr.organization_id = ${organizationId} and dr.partner_id = ${partnerId} and r.id > ${beyond}::uuid
      and r.status <> 'planned' and greatest(r.updated_at, run.updated_at) >= ${changed}::timestamptz
    order by r.id limit ${limit})
    order by id limit ${limit}`);
  return [...rows];
}

/** A route a partner's driver has; undefined for any other. */
export async function findPartnerRoute(tx: Tx, organizationId: string, partnerId: string, routeId: string) {
  const [row] = await tx.execute<{ id: string; planId: string }>(sql`
    select r.id, r.plan_id as "planId" from route r
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    join driver dr on dr.organization_id = dd.organization_id and dr.id = dd.driver_id
    where r.organization_id = ${organizationId} and r.id = ${routeId} and dr.partner_id = ${partnerId}`);
  return row;
}

/** A line of a manifest, by whatever it names a delivery. */
export interface ManifestKey {
  readonly line: number;
  readonly deliveryId: string | null;
  /** Tracking code, the sender's or the source's number, or a parcel's barcode. */
  readonly names: readonly string[];
}

/** The partner's deliveries that lines mean, with every match of each (indexes `delivery_tracking_code`, `delivery_partner`). */
export async function matchManifest(tx: Tx, organizationId: string, partnerId: string, keys: readonly ManifestKey[]) {
  const rows = await tx.execute<{ line: number; deliveryId: string; status: DeliveryStatus }>(sql`
    with own as materialized (
      select id from delivery where organization_id = ${organizationId} and partner_id = ${partnerId}
        and status in ('requested', 'scheduled', 'assigned', 'enroute')
      union
      select v.delivery_id from driver dr
      join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
      join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
      join stop s on s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id
      join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
      where dr.organization_id = ${organizationId} and dr.partner_id = ${partnerId} and r.status <> 'finished'
    ), named as (
      select d.id, d.status, n.name from own
      join delivery d on d.organization_id = ${organizationId} and d.id = own.id
      cross join lateral (
        values (d.id::text), (d.tracking_code), (d.external_id), (d.source_id), (d.order_ref)
        union all
        select i.barcode from delivery_item i where i.organization_id = d.organization_id and i.delivery_id = d.id
      ) n (name) where n.name <> ''
    )
    select distinct l.line, named.id as "deliveryId", named.status
    from jsonb_to_recordset(${jsonParam(keys)}) as l(line int, "deliveryId" text, names jsonb)
    join named on named.name = l."deliveryId" or (l."deliveryId" is null and l.names ? named.name)`);
  return [...rows];
}

const isOpenOf = (organizationId: string, deliveryIds: readonly string[]) =>
  and(
    eq(partnerHandover.organizationId, organizationId),
    sql`${partnerHandover.deliveryId} = any(${idArray(deliveryIds)})`,
    sql`${partnerHandover.endedAt} is null`,
  );

const isHandover = (organizationId: string, id: string) =>
  and(eq(partnerHandover.organizationId, organizationId), eq(partnerHandover.id, id));
