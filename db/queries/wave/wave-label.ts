import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * The name of the part of a day's plan that something is in: its further wave's, else the plan's own; null where the plan has
 * no further ones, for then there is nothing to tell apart. `of`: what is in a wave `f` of the plan (index `wave_plan_label`).
 */
export function waveLabel(organizationId: string, planId: string, of: SQL): SQL {
  return sql`(select case when exists (select 1 from wave any_wave
      where any_wave.organization_id = ${organizationId} and any_wave.plan_id = ${planId})
    then coalesce((select f.label from wave f where f.organization_id = ${organizationId} and f.plan_id = ${planId} and ${of}),
      (select own.label from plan own where own.organization_id = ${organizationId} and own.id = ${planId})) end)`;
}

/** True of the wave a delivery was put into. */
export function waveOfDelivery(organizationId: string, deliveryId: SQL): SQL {
  return sql`f.id = (select wd.wave_id from wave_delivery wd
    where wd.organization_id = ${organizationId} and wd.delivery_id = ${deliveryId})`;
}

/** True of the wave a route was made for. */
export function waveOfRoute(organizationId: string, routeId: SQL): SQL {
  return sql`f.id = (select wr.wave_id from wave_route wr
    where wr.organization_id = ${organizationId} and wr.route_id = ${routeId})`;
}
