import path from "node:path";
import { z } from "zod";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { reportForDriver } from "@/server/services/execution/report-for-driver";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import { changedQuietly, command } from "@/server/services/kernel/command";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { moveStops } from "@/server/services/plan/move-stops";
import { openPlan } from "@/server/services/plan/open-plan";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { giveTrackingLinks } from "@/server/services/tracking/give-tracking-links";
import { writeStrewnDay } from "../bench-board/strewn-day";
import type { Core } from "../boot-core";
import { findDayFolder } from "../day-folder";
import { createDemoOrganization } from "../demo-accounts";
import { loadDay } from "../load-day";

const VANS = 40;
const STOPS_EACH = 125;
const HOUR = 3600;

/** A day of 5,000 doors whose customers all have links; by token. */
export interface TrackDay {
  readonly tokens: readonly string[];
  /** Of doors that are next: their pages have a map. */
  readonly nextTokens: readonly string[];
}

const give = command({
  permission: "plan.dispatch",
  input: z.object({ visitIds: z.array(z.uuid()) }),
  run: async (scope, { visitIds }) =>
    changedQuietly([...(await giveTrackingLinks(scope, visitIds, "sms")).values()].map((url) => url.slice(-43))),
});

/** Lays out a made-up day of 40 vans and 5,000 doors that is being driven, and gives every customer a link. */
export async function prepareTrackDay(core: Core, say: (line: string) => void): Promise<TrackDay> {
  const organization = await createDemoOrganization(core);
  const services = core.contextOf(organization.owner);
  const now = services.ports.clock.now();
  const folder = path.join(core.env.dataDir, "strewn");
  await writeStrewnDay(folder, VANS * STOPS_EACH, VANS);
  const { projectId, date } = await loadDay(services, findDayFolder(folder), { date: localDateAt(now, "UTC"), say });
  const { planId } = await openPlan(services, { projectId, date });
  const drivers = (await listDrivers(services, { projectId })).slice(0, VANS);
  const shift = { shiftFromSeconds: 0, shiftToSeconds: 24 * HOUR };
  await chooseDrivers(services, { planId, drivers: drivers.map(({ id }) => ({ driverId: id, ...shift })) });
  const empty = await readPlanBoard(services, { planId });
  const visits = [...empty.visits.keys()];
  for (const [index, { id: routeId }] of empty.routes.entries()) {
    const visitIds = visits.slice(index * STOPS_EACH, (index + 1) * STOPS_EACH);
    const to = { kind: "position", routeId, afterVisitId: null } as const;
    await moveStops(services, { planId, mutationId: `share-${index}-${planId}`, visitIds, to });
  }
  say(`${visits.length} doors on ${VANS} routes`);
  const { routes } = await readPlanBoard(services, { planId });
  const sent = routes.map(({ id, version }) => ({ routeId: id, version }));
  await dispatchRoutes(services, { planId, mutationId: `send-${planId}`, routes: sent });
  const nextVisits: string[] = [];
  for (const { id: routeId, stops } of routes) {
    const act = { opId: crypto.randomUUID(), occurredAt: now.toISOString(), type: "start-route" as const };
    await reportForDriver(services, { routeId, act });
    await refreshArrivals(services, { routeId });
    nextVisits.push(stops[0]!.visitId);
  }
  await core.database.raw`
    insert into last_position (organization_id, driver_id, route_id, lat, lng, recorded_at, received_at, change_seq)
    select r.organization_id, d.driver_id, r.id, 41.39, 2.16, now(), now(), 1
    from route r join driver_day d on d.organization_id = r.organization_id and d.id = r.driver_day_id
    where r.plan_id = ${planId} on conflict do nothing`;
  const tokens = await give(services, { visitIds: visits });
  await core.database.raw`analyze`;
  const indexOf = new Map(visits.map((id, index) => [id, index]));
  return { tokens, nextTokens: nextVisits.map((id) => tokens[indexOf.get(id)!]!) };
}
