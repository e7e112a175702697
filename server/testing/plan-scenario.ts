import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { Role } from "@/server/domain/access/permissions";
import type { LatLng } from "@/server/domain/geo";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import { type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import type { LocalWindow } from "@/server/domain/time/local-window";
import type { Ports, ServiceContext } from "@/server/services/kernel/service-context";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { getBoard } from "@/server/services/plan/get-board";
import { openPlan } from "@/server/services/plan/open-plan";
import { type TestTenant, testTenant } from "./test-tenant";

const HOUR = 3600;
const CENTER: LatLng = { lat: 55.67, lng: 12.55 };

export interface ScenarioVisit {
  /** Some hundred metres per unit from the depot; null: the address was not found. */
  readonly at: readonly [x: number, y: number] | null;
  readonly windows?: readonly LocalWindow[];
  readonly loads?: readonly [number, number, number, number];
  readonly skills?: readonly string[];
  /** The pickup of a pair; `at` is then its drop-off. */
  readonly pickupAt?: readonly [x: number, y: number];
  readonly status?: string;
}

export interface PlanScenario {
  readonly tenant: TestTenant;
  readonly planId: string;
  readonly projectId: string;
  readonly date: string;
  readonly driverIds: readonly string[];
  /** By route number − 1. */
  readonly routeIds: readonly string[];
  /** Drop-off visit of each delivery, in the order given. */
  readonly visitIds: readonly string[];
  readonly pickupIds: readonly (string | undefined)[];
  readonly deliveryIds: readonly string[];
  context(role?: Role, ports?: Partial<Ports>): ServiceContext;
  board(): Promise<PlanBoard>;
  /** Indices of the visits on each route, by number; a pickup has its index with a `p`. */
  sequences(): Promise<string[]>;
  /** All routes in the versions they have, as if a preview had just shown them. */
  seenRoutes(): Promise<SeenRoute[]>;
  mutationId(): string;
}

/** An organization with one project, a depot, drivers with vans, and a day of deliveries, on real tables. */
export async function planScenario(
  visits: readonly ScenarioVisit[],
  options: { drivers?: number; date?: string; zone?: string; maxStops?: number; ports?: Partial<Ports> } = {},
): Promise<PlanScenario> {
  const tenant = await testTenant({ travel: estimateTravel, ...options.ports });
  const date = options.date ?? "2026-06-10";
  const zone = options.zone ?? "Europe/Copenhagen";
  const { projectId, driverIds } = await insertFleet(tenant, zone, options.drivers ?? 2, options.maxStops);
  const inserted = [];
  for (const [index, visit] of visits.entries()) {
    inserted.push(await insertDelivery(tenant, projectId, date, index, visit));
  }
  const context = tenant.context();
  const { planId } = await openPlan(context, { projectId, date });
  const { added } = await chooseDrivers(context, { planId, drivers: driverIds.map((driverId) => ({ driverId })) });
  const visitIds = inserted.map((each) => each.visitId);
  const pickupIds = inserted.map((each) => each.pickupId);
  const board = async () => unpackBoard(JSON.parse(JSON.stringify(await getBoard(context, { planId }))));
  let mutations = 0;
  return {
    tenant,
    planId,
    projectId,
    date,
    driverIds,
    routeIds: added.map((each) => each.routeId),
    visitIds,
    pickupIds,
    deliveryIds: inserted.map((each) => each.deliveryId),
    context: (role, ports) => tenant.context(role, ports),
    board,
    sequences: async () => {
      const nameOf = (id: string) => (visitIds.includes(id) ? `${visitIds.indexOf(id)}` : `${pickupIds.indexOf(id)}p`);
      return (await board()).routes.map((route) => routeVisitIds(route).map(nameOf).join(" "));
    },
    seenRoutes: async () => (await board()).routes.map(({ id, version }) => ({ routeId: id, version })),
    mutationId: () => `mutation-${++mutations}`,
  };
}

async function insertFleet(tenant: TestTenant, zone: string, drivers: number, maxStops: number | undefined) {
  const { organizationId, database } = tenant;
  const sql = database.raw;
  const [projectId, depotId] = [tenant.newId(), tenant.newId()];
  await sql`insert into project (organization_id, id, name, time_zone, default_country, currency, default_depot_id,
      load_dimensions, created_at, updated_at)
    values (${organizationId}, ${projectId}, 'Town', ${zone}, 'DK', 'DKK', ${depotId}, '[]', now(), now())`;
  const locationId = await insertLocation(tenant, "Depotvej 1", [0, 0]);
  await sql`insert into depot (organization_id, id, project_id, name, location_id, created_at, updated_at)
    values (${organizationId}, ${depotId}, ${projectId}, 'Depot', ${locationId}, now(), now())`;
  const driverIds: string[] = [];
  for (let index = 0; index < drivers; index++) {
    const [vehicleId, driverId] = [tenant.newId(), tenant.newId()];
    await sql`insert into vehicle (organization_id, id, project_id, label, profile, capacity, features, max_stops,
        fixed_cost_cents, cost_per_km_cents, created_at, updated_at)
      values (${organizationId}, ${vehicleId}, ${projectId}, ${`Van ${index}`}, 'van', '{1000000,1000000,100,0}', '{}',
        ${maxStops ?? null}, 5000, 40, now(), now())`;
    await sql`insert into driver (organization_id, id, project_id, name, email, phone, skills, status,
        shift_from_seconds, shift_to_seconds, vehicle_id, depot_id, cost_per_hour_cents, created_at, updated_at)
      values (${organizationId}, ${driverId}, ${projectId}, ${`Driver ${index}`}, ${`driver${index}@example.com`},
        ${`+453312000${index}`}, '{}', 'active', ${8 * HOUR}, ${18 * HOUR}, ${vehicleId}, ${depotId}, 2500, now(), now())`;
    driverIds.push(driverId);
  }
  return { projectId, driverIds };
}

async function insertLocation(tenant: TestTenant, street: string, at: ScenarioVisit["at"]): Promise<string> {
  const id = tenant.newId();
  const position = at && { lat: CENTER.lat + at[1] * 0.001, lng: CENTER.lng + at[0] * 0.001 };
  await tenant.database
    .raw`insert into location (organization_id, id, street, postcode, city, country, address_key, lat,
      lng, confidence, created_at, updated_at)
    values (${tenant.organizationId}, ${id}, ${street}, '1000', 'Town', 'DK', ${street}, ${position?.lat ?? null},
      ${position?.lng ?? null}, ${position ? "exact" : "none"}, now(), now())`;
  return id;
}

async function insertDelivery(
  tenant: TestTenant,
  projectId: string,
  date: string,
  index: number,
  visit: ScenarioVisit,
): Promise<{ deliveryId: string; visitId: string; pickupId?: string }> {
  const { organizationId, database } = tenant;
  const deliveryId = tenant.newId();
  const kind = visit.pickupAt ? "pair" : "dropoff";
  await database.raw`insert into delivery (organization_id, id, project_id, kind, status, external_id, service_date,
      priority, loads, skills, features, tags, custom_fields, extensions, search_text, created_at, updated_at)
    values (${organizationId}, ${deliveryId}, ${projectId}, ${kind}, ${visit.status ?? "requested"}, ${`T-${index}`},
      ${date}, 'normal', ${[...(visit.loads ?? [0, 0, 1, 0])]}, ${[...(visit.skills ?? [])]}, '{}', '{}', '{}', '{}',
      '', now(), now())`;
  const insertVisit = async (role: string, at: ScenarioVisit["at"]) => {
    const id = tenant.newId();
    const locationId = await insertLocation(tenant, `Gade ${index} ${role}`, at);
    await database.raw`insert into delivery_visit (organization_id, id, delivery_id, role, location_id, contact_name,
        windows, window_semantics, service_seconds, tasks)
      values (${organizationId}, ${id}, ${deliveryId}, ${role}, ${locationId}, ${`Customer ${index}`},
        ${database.raw.json((visit.windows ?? []) as never)}, 'start', 180, '[]')`;
    return id;
  };
  const pickupId = visit.pickupAt && (await insertVisit("pickup", visit.pickupAt));
  const visitId = await insertVisit("dropoff", visit.at);
  return { deliveryId, visitId, ...(pickupId && { pickupId }) };
}
