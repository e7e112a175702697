import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LEARNED_SERVICE_JOIN } from "@/db/queries/execution/learned-service";
import { idArray } from "@/db/queries/json-param";
import { waveLabel, waveOfDelivery } from "@/db/queries/wave/wave-label";
import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";
import type { Loads, Priority, WindowSemantics } from "@/server/domain/plan/routing-problem";
import type { LocalWindow } from "@/server/domain/time/local-window";

export interface VisitRow extends Record<string, unknown> {
  readonly id: string;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  readonly contactName: string;
  readonly windows: readonly LocalWindow[];
  readonly windowSemantics: WindowSemantics;
  /** The order's; where that is the project's default and the project learns, what its address has taught. */
  readonly serviceSeconds: number;
  /** From arriving at its place to the first service there. */
  readonly checkInSeconds: number;
  /** How many stays taught it; null where the order's own stands. */
  readonly learnedFrom: number | null;
  readonly kind: DeliveryKind;
  /** Where it is joined with another delivery: the same for both. */
  readonly joinKey: string | null;
  readonly status: DeliveryStatus;
  readonly externalId: string | null;
  readonly priority: Priority;
  readonly loads: Loads;
  readonly skills: readonly string[];
  readonly features: readonly string[];
  /** Who must make it; null: anybody who can. */
  readonly driverId: string | null;
  readonly tags: readonly string[];
  /** The part of the day's plan it is in; null where the day has only one. */
  readonly wave: string | null;
  /** On which days it may be made. */
  readonly allowedDays: AllowedServiceDays;
  /** Oldest first. */
  readonly rolledOverFrom: readonly string[];
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly confidence: LocationConfidence;
}

interface DayOfPlan {
  readonly id: string;
  readonly projectId: string;
  readonly date: string;
}

/**
 * The doors of a plan: those on its routes, and those of its project's open deliveries of the day that are on no other
 * plan's. With `visitIds` only these, the other doors of their deliveries and those of deliveries joined with them; `withCancelled`: also where nobody makes
 * them any more; `withOtherDays`: whatever day they are meant for, if any.
 */
export async function loadVisits(
  tx: Tx,
  organizationId: string,
  plan: DayOfPlan,
  visitIds?: readonly string[],
  {
    withCancelled = false,
    withOtherDays = false,
  }: { readonly withCancelled?: boolean; readonly withOtherDays?: boolean } = {},
): Promise<VisitRow[]> {
  if (visitIds?.length === 0) return [];
  const isOfDay = sql`d.project_id = ${plan.projectId} ${withOtherDays ? sql`` : sql`and d.service_date = ${plan.date}`}
    and d.partner_id is null and d.status in ('requested', 'scheduled', 'assigned'${withCancelled ? sql`, 'cancelled'` : sql``})`;
  const wanted = visitIds
    ? namedVisits(organizationId, plan.id, visitIds, isOfDay)
    : dayVisits(organizationId, plan.id, isOfDay);
  const rows = await tx.execute<VisitRow>(sql`
    with wanted as materialized (${wanted})
    select v.id, v.delivery_id as "deliveryId", v.role, v.contact_name as "contactName", v.windows,
      v.window_semantics as "windowSemantics", coalesce(learned.service_seconds, v.service_seconds) as "serviceSeconds",
      learned.stays as "learnedFrom", coalesce(v.check_in_seconds, 0) as "checkInSeconds",
      d.kind, coalesce(fetched.pickup_id, brought.pickup_id) as "joinKey", d.status,
      d.external_id as "externalId", d.priority, d.loads, d.skills, d.features,
      d.driver_id as "driverId", d.tags, ${waveLabel(organizationId, plan.id, waveOfDelivery(organizationId, sql`d.id`))} as wave, d.allowed_days as "allowedDays",
      array_to_json(d.rolled_over_from) as "rolledOverFrom",
      l.street, l.postcode, l.city, l.lat, l.lng, l.confidence
    from wanted w
    join delivery_visit v on v.organization_id = ${organizationId} and v.id = w.id
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    join project p on p.organization_id = d.organization_id and p.id = d.project_id
    left join delivery_join fetched on fetched.organization_id = d.organization_id and fetched.pickup_id = d.id
    left join delivery_join brought on brought.organization_id = d.organization_id and brought.dropoff_id = d.id
    left join ${LEARNED_SERVICE_JOIN}
    order by v.delivery_id, v.role desc`);
  return [...rows];
}

/** Indexes `delivery_visit_delivery` and `stop_visit`, from the ids given. */
function namedVisits(organizationId: string, planId: string, visitIds: readonly string[], isOfDay: SQL): SQL {
  return sql`
    select v.id from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    where v.organization_id = ${organizationId}
      and v.delivery_id = any(array(${deliveriesBehind(organizationId, visitIds)}))
      and (s.plan_id = ${planId} or (s.id is null and ${isOfDay}))`;
}

/** The deliveries of these doors, and those joined with them. */
function deliveriesBehind(organizationId: string, visitIds: readonly string[]): SQL {
  return sql`
    with named as materialized (
      select delivery_id as id from delivery_visit
      where organization_id = ${organizationId} and id = any(${idArray(visitIds)}))
    select id from named
    union select j.dropoff_id from delivery_join j join named on j.pickup_id = named.id
      where j.organization_id = ${organizationId}
    union select j.pickup_id from delivery_join j join named on j.dropoff_id = named.id
      where j.organization_id = ${organizationId}`;
}

/** Indexes `delivery_day` and `stop_plan_route_position`. */
function dayVisits(organizationId: string, planId: string, isOfDay: SQL): SQL {
  return sql`
    select v.id from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    where d.organization_id = ${organizationId} and ${isOfDay}
      and not exists (select 1 from stop s where s.organization_id = v.organization_id and s.visit_id = v.id)
    union all
    select visit_id from stop where organization_id = ${organizationId} and plan_id = ${planId}`;
}

/** Where doors, the other doors of their deliveries and of those joined with them are planned; one on no route has none. */
export async function locateVisits(tx: Tx, organizationId: string, visitIds: readonly string[]) {
  const rows = await tx.execute<{
    visitId: string;
    deliveryId: string;
    planId: string | null;
    routeId: string | null;
  }>(sql`
    select v.id as "visitId", v.delivery_id as "deliveryId", s.plan_id as "planId", s.route_id as "routeId"
    from delivery_visit v
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    where v.organization_id = ${organizationId}
      and v.delivery_id = any(array(${deliveriesBehind(organizationId, visitIds)}))`);
  return [...rows];
}

/** Holds deliveries until the transaction ends, in the order of ids, as whoever edits or deletes them does. */
export async function lockDeliveryRows(tx: Tx, organizationId: string, deliveryIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(deliveryIds)];
  if (ids.length === 0) return;
  await tx.execute(sql`
    select 1 from delivery where organization_id = ${organizationId} and id = any(${idArray(ids)})
    order by id for update`);
}
