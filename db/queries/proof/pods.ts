import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { pod } from "@/db/schema/upload";

export type PodRow = typeof pod.$inferSelect;

/** A delivery's door as evidence is registered of it. */
export interface PodDoor {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  /** The route it is on, or was driven on last; null: none of ours. */
  readonly routeId: string | null;
  readonly planId: string | null;
  readonly driverId: string | null;
}

type DoorRow = Record<string, unknown> & {
  visit_id: string;
  delivery_id: string;
  role: PodDoor["role"];
  route_id: string | null;
  plan_id: string | null;
  driver_id: string | null;
};

/** The doors of the delivery a visit or an id names, drop-off first (indexes `delivery_visit_delivery`, `stop_visit`). */
export async function findPodDoors(
  tx: Tx,
  organizationId: string,
  { deliveryId, visitId }: { readonly deliveryId?: string | undefined; readonly visitId?: string | undefined },
): Promise<PodDoor[]> {
  const of = deliveryId
    ? sql`${deliveryId}::uuid`
    : sql`(select delivery_id from delivery_visit
    where organization_id = ${organizationId} and id = ${visitId ?? null}::uuid)`;
  const rows = await tx.execute<DoorRow>(sql`
    select v.id as visit_id, v.delivery_id, v.role, r.id as route_id, r.plan_id, dd.driver_id
    from delivery_visit v
    left join lateral (
      select s.route_id, 0 as rank, now() as at from stop s
      where s.organization_id = v.organization_id and s.visit_id = v.id
      union all
      select sr.route_id, 1, coalesce(sr.completed_at, sr.arrived_at, 'epoch') from stop_run sr
      where sr.organization_id = v.organization_id and sr.delivery_id = v.delivery_id and sr.visit_id = v.id
      order by rank, at desc limit 1
    ) served on true
    left join route r on r.organization_id = v.organization_id and r.id = served.route_id
    left join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    where v.organization_id = ${organizationId} and v.delivery_id = ${of}
    order by v.role = 'dropoff' desc`);
  return rows.map((row) => ({
    visitId: row.visit_id,
    deliveryId: row.delivery_id,
    role: row.role,
    routeId: row.route_id,
    planId: row.plan_id,
    driverId: row.driver_id,
  }));
}

/** What was registered of a delivery's doors (index `pod_delivery`). */
export async function listPods(tx: Tx, organizationId: string, deliveryId: string): Promise<PodRow[]> {
  return tx
    .select()
    .from(pod)
    .where(and(eq(pod.organizationId, organizationId), eq(pod.deliveryId, deliveryId)));
}

/** Registers a door's evidence, unless it is; and holds it until the transaction ends. */
export async function holdPod(
  tx: Tx,
  row: typeof pod.$inferInsert,
): Promise<{ readonly row: PodRow; readonly isNew: boolean }> {
  const made = await tx.insert(pod).values(row).onConflictDoNothing().returning();
  if (made[0]) return { row: made[0], isNew: true };
  const [held] = await tx
    .select()
    .from(pod)
    .where(and(eq(pod.organizationId, row.organizationId), eq(pod.visitId, row.visitId)))
    .for("update");
  return { row: held!, isNew: false };
}

export async function updatePod(
  tx: Tx,
  organizationId: string,
  visitId: string,
  set: Partial<typeof pod.$inferInsert>,
): Promise<void> {
  await tx
    .update(pod)
    .set(set)
    .where(and(eq(pod.organizationId, organizationId), eq(pod.visitId, visitId)));
}

/** Whether a driver has a door on a route of his, or has been there (indexes `stop_visit`, `stop_run_delivery`). */
export async function hasServedVisit(
  tx: Tx,
  organizationId: string,
  { visitId, deliveryId }: Pick<PodDoor, "visitId" | "deliveryId">,
  driverId: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from driver_day dd join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
    where dd.organization_id = ${organizationId} and dd.driver_id = ${driverId} and r.id in (
      select s.route_id from stop s where s.organization_id = ${organizationId} and s.visit_id = ${visitId}
      union all
      select sr.route_id from stop_run sr
      where sr.organization_id = ${organizationId} and sr.delivery_id = ${deliveryId} and sr.visit_id = ${visitId})
    limit 1`);
  return rows.length > 0;
}
