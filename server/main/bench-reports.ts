import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "@/db/client";
import { keepExpectations } from "@/db/queries/execution/arrivals";
import { withTenant } from "@/db/with-tenant";
import { BREAKDOWNS, FIGURE_GROUPS } from "@/server/domain/analytics/breakdown";
import { addLocalDays } from "@/server/domain/time/local-date";
import { measureReport } from "@/server/services/analytics/measure-report";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { moveStops } from "@/server/services/plan/move-stops";
import { openPlan } from "@/server/services/plan/open-plan";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { bootCore } from "./boot-core";
import { findDayFolder } from "./day-folder";
import { createDemoOrganization } from "./demo-accounts";
import { env } from "./env";
import { loadDay } from "./load-day";
import { createLogger } from "./logger";

const SAMPLE_DAY = fileURLToPath(new URL("../../db/seed/sample-day", import.meta.url));
const DELIVERIES = 100_000;
const DAYS = 28;
const STOPS_EACH = 50;
const ROUTES_A_DAY = Math.ceil(DELIVERIES / DAYS / STOPS_EACH);
/** What was expected of a stop, one after the other, until it was reached. */
const EXPECTATIONS = 12;
const TRIES = 3;

/** `npm run bench:reports`: how long each report takes of 28 days with 100,000 deliveries. Prints; asserts nothing. */
async function benchReports(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-bench-reports-"));
  const core = await bootCore({ ...env, dataDir, DATABASE_URL: undefined }, createLogger("error"));
  try {
    const services = core.contextOf((await createDemoOrganization(core)).owner);
    const { projectId, date } = await loadDay(services, findDayFolder(SAMPLE_DAY), {
      date: "2026-03-02",
      say: () => {},
    });
    const { planId } = await openPlan(services, { projectId, date });
    const [driver] = await listDrivers(services, { projectId });
    await chooseDrivers(services, { planId, drivers: [{ driverId: driver!.id }] });
    const { routes, pool } = await readPlanBoard(services, { planId });
    const to = { kind: "position", routeId: routes[0]!.id, afterVisitId: null } as const;
    await moveStops(services, { planId, mutationId: "bench-reports", visitIds: [pool[0]!], to });
    console.log(`Writing ${DELIVERIES} deliveries, each expected ${EXPECTATIONS} times…`);
    await multiply(core.database, planId);
    await keepAll(core.database, services.actor.organizationId);
    const span = { fromDate: addLocalDays(date, 1), toDate: addLocalDays(date, DAYS), projectId };
    const figures: Record<string, number> = {};
    for (const group of FIGURE_GROUPS) {
      for (const by of BREAKDOWNS) {
        const times: number[] = [];
        for (let attempt = 0; attempt < TRIES; attempt++) {
          const startedAt = performance.now();
          await measureReport(services, { ...span, group, by });
          times.push(performance.now() - startedAt);
        }
        figures[`${group}By${by}Ms`] = Math.round(Math.min(...times));
        console.log(`${group} by ${by}: ${times.map((time) => `${Math.round(time)} ms`).join(", ")}`);
      }
    }
    const machine = { cores: cpus().length, load: loadavg()[0] };
    console.log(
      JSON.stringify({ deliveries: DELIVERIES, expectations: DELIVERIES * EXPECTATIONS, ...machine, ...figures }),
    );
  } finally {
    await core.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Makes of the one route that there is days of many, driven to their ends: each row is a copy under another id. */
async function multiply({ raw }: Database, planId: string): Promise<void> {
  const id = (kind: string, of: string) => `md5('${kind}' || ${of})::uuid`;
  const copy = (table: string, from: string, changes: Readonly<Record<string, string>>) => {
    const pairs = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`);
    return raw.unsafe(`insert into ${table} select (jsonb_populate_record(t.row, jsonb_build_object(${pairs.join(", ")}))).*
      from ${from}`);
  };
  const [plan] = await raw`select organization_id as org, date::text from plan where id = ${planId}`;
  const org = `'${plan!.org}'`;
  const days = `generate_series(1, ${DAYS}) day`;
  const each = `generate_series(0, ${DELIVERIES - 1}) n cross join lateral (
    select n % ${DAYS} + 1 as day, (n / ${DAYS}) / ${STOPS_EACH} as r, (n / ${DAYS}) % ${STOPS_EACH} as at) p`;
  const routeOf = "p.day || '-' || p.r";
  const reached = `(timestamptz '${plan!.date} 08:00Z' + make_interval(days => p.day, mins => p.at * 9))`;
  const one = (table: string, where = "true") =>
    `(select row from ${table} row where organization_id = ${org} and ${where} limit 1) t`;
  const date = `date '${plan!.date}' + day`;
  await copy("plan", `${one("plan")} cross join ${days}`, { id: id("plan", "day"), date });
  await copy("driver", `${one("driver")} cross join generate_series(0, ${ROUTES_A_DAY - 1}) r`, {
    id: id("driver", "r"),
    name: "'Driver ' || r",
    external_id: "''",
    serial: "'b' || r",
  });
  const routes = `${days} cross join generate_series(0, ${ROUTES_A_DAY - 1}) r`;
  const ofRoute = "day || '-' || r";
  await copy("driver_day", `${one("driver_day")} cross join ${routes}`, {
    id: id("day", ofRoute),
    driver_id: id("driver", "r"),
    date,
  });
  await copy("route", `${one("route")} cross join ${routes}`, {
    id: id("route", ofRoute),
    plan_id: id("plan", "day"),
    driver_day_id: id("day", ofRoute),
    number: "r + 1",
    status: "'finished'",
  });
  const [from] = await raw`select v.delivery_id from stop s join delivery_visit v on v.id = s.visit_id limit 1`;
  await copy("delivery", `${one("delivery", `id = '${from!.delivery_id}'`)} cross join ${each}`, {
    id: id("delivery", "n"),
    external_id: "'B-' || n",
    tracking_code: "left(md5('code' || n), 16)",
    service_date: `date '${plan!.date}' + p.day`,
    status: "'delivered'",
    created_at: `${reached} - interval '1 day'`,
  });
  // Doors all over the city: those of the sample day in turn.
  const doors = `(select *, row_number() over () - 1 as door, count(*) over () as doors from delivery_visit
    where organization_id = ${org})`;
  await raw.unsafe(`insert into delivery_visit select (jsonb_populate_record(t.row, jsonb_build_object(
      'id', ${id("visit", "n")}, 'delivery_id', ${id("delivery", "n")}, 'role', 'dropoff', 'location_id', door.location_id))).*
    from ${one("delivery_visit")} cross join ${each} join ${doors} door on door.door = n % door.doors`);
  await copy("stop", `${one("stop")} cross join ${each}`, {
    id: id("stop", "n"),
    plan_id: id("plan", "p.day"),
    route_id: id("route", routeOf),
    visit_id: id("visit", "n"),
    position: "p.at",
  });
  await raw.unsafe(`insert into stop_run (organization_id, route_id, visit_id, plan_id, delivery_id, status, departed_at,
      arrived_at, completed_at, updated_at)
    select ${org}, ${id("route", routeOf)}, ${id("visit", "n")}, ${id("plan", "p.day")}, ${id("delivery", "n")},
      case when n % 20 = 0 then 'failed' else 'delivered' end, ${reached} - interval '4 min', ${reached},
      ${reached} + interval '3 min', now() from ${each}`);
  await raw.unsafe(`insert into route_run (organization_id, route_id, plan_id, started_at, finished_at, breaks, skew_seconds,
      synced_at, driven_meters, updated_at)
    select ${org}, ${id("route", ofRoute)}, ${id("plan", "day")}, timestamptz '${plan!.date} 08:00Z' + make_interval(days => day),
      timestamptz '${plan!.date} 16:00Z' + make_interval(days => day), '[]', 0, now(), 50000, now() from ${routes}`);
  await raw.unsafe(`insert into arrival_history (organization_id, route_id, visit_id, made_at, arrive_at, stops_before)
    select ${org}, ${id("route", routeOf)}, ${id("visit", "n")}, ${reached} - make_interval(mins => e * 14),
      ${reached} + make_interval(mins => (n * 7 + e * 5) % 31 - 15), e from ${each} cross join generate_series(1, ${EXPECTATIONS}) e`);
  await raw.unsafe("analyze");
}

/** Keeps of each stop what its driver's act would have kept, route by route. */
async function keepAll(database: Database, organizationId: string): Promise<void> {
  const routes = await database.raw<{ routeId: string; visitIds: string[] }[]>`
    select route_id as "routeId", array_agg(visit_id) as "visitIds" from stop_run
    where organization_id = ${organizationId} group by route_id`;
  await withTenant(database, organizationId, async (tx) => {
    for (const { routeId, visitIds } of routes) await keepExpectations(tx, organizationId, routeId, visitIds);
  });
  await database.raw.unsafe("vacuum analyze stop_run");
}

await benchReports();
