import { z } from "zod";
import { ensurePositionPartitions } from "@/db/queries/position/partitions";
import { insertPositions, saveLastPositions } from "@/db/queries/position/record-positions";
import { withTenant } from "@/db/with-tenant";
import type { LatLng } from "@/server/domain/geo";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { changedQuietly, command } from "@/server/services/kernel/command";
import { giveTrackingLinks } from "@/server/services/tracking/give-tracking-links";
import { drivenDay } from "./driven-day";
import type { PlanScenario } from "./plan-scenario";
import { trackCoreOf } from "./track-core";

const HOUR = 3600;
const DOORS = 6;
/** Of the customer who follows, on the route. */
const FOLLOWED = 4;

export const CALLER_ADDRESS = "203.0.113.77";
/** What the server's front puts on a request. */
export const CALLER = { "x-dray-client-address": CALLER_ADDRESS };

/** What no customer may learn of this day. */
export const SECRETS = {
  driverSurname: "Forbiddensen",
  driverPhone: "+4533120000",
  contactName: "Privatesen",
  contactPhone: "+4520304050",
  street: "Søndergade",
  houseNumber: "4711",
  floor: "3. tv",
} as const;

const give = command({
  permission: "plan.dispatch",
  input: z.object({ visitIds: z.array(z.uuid()) }),
  run: async (scope, { visitIds }) =>
    changedQuietly([...(await giveTrackingLinks(scope, visitIds, "email")).values()].map((url) => url.slice(-43))),
});

/** New links to doors of a day, in the order of the doors. */
export async function giveLinks(scenario: PlanScenario, visitIds: readonly string[]): Promise<string[]> {
  return give(scenario.context("owner"), { visitIds: [...visitIds] });
}

/** A route of six doors that has been sent; the customer of the last but one follows. Door windows 08:00–17:00. */
export async function followedDay() {
  const windows = [{ fromSeconds: 8 * HOUR, toSeconds: 17 * HOUR }];
  const spots = Array.from({ length: DOORS }, (_, index) => ({ at: [index + 1, index + 1] as const, windows }));
  const now = new Date("2026-06-10T04:00:00Z");
  const day = await drivenDay([spots.map((_, index) => index)], spots, { now });
  const { scenario, clock } = day;
  const { database, organizationId } = scenario.tenant;
  const sql = database.raw;
  const visitIds = routeVisitIds((await scenario.board()).routes[0]!);
  const visitId = visitIds[FOLLOWED]!;
  const [routeId, driverId] = [scenario.routeIds[0]!, scenario.driverIds[0]!];
  await sql`update driver set name = ${`Karen ${SECRETS.driverSurname}`}, phone = ${SECRETS.driverPhone}
    where organization_id = ${organizationId}`;
  await sql`update location set street = ${`${SECRETS.street} ${SECRETS.houseNumber}, ${SECRETS.floor}`}
    where organization_id = ${organizationId} and id = (select location_id from delivery_visit where id = ${visitId})`;
  await sql`update delivery_visit set contact_phone = ${SECRETS.contactPhone},
    contact_name = ${`Ida ${SECRETS.contactName}`} where organization_id = ${organizationId}`;
  const [place] = await sql<LatLng[]>`select l.lat, l.lng from delivery_visit v
    join location l on l.organization_id = v.organization_id and l.id = v.location_id where v.id = ${visitId}`;
  const giveLink = async () => (await giveLinks(scenario, [visitId]))[0]!;
  const { core, errors } = trackCoreOf(scenario.tenant, clock);
  const refresh = () => refreshArrivals(scenario.context("dispatcher"), { routeId });
  /** The driver does something, at a door named by its place on the route, and the desk hears of it. */
  const drive = async (act: Record<string, unknown> & { readonly type: string }) => {
    clock.advanceSeconds(60);
    await syncDriverOps(await day.driver(0), { deviceNow: clock.now(), ops: [day.act(act)] });
    await refresh();
  };
  /** The van is seen at a place, so long ago. */
  const seeVan = async ({ lat, lng }: LatLng, secondsAgo: number) => {
    const at = clock.now().getTime() - secondsAgo * 1000;
    const unknown = { accuracyMeters: null, speedMps: null, headingDegrees: null, batteryPercent: null };
    const fix = { driverId, routeId, lat, lng, recordedAtMs: at, receivedAtMs: at, ...unknown };
    await withTenant(database, organizationId, async (tx) => {
      await ensurePositionPartitions(tx, "2026-06-09", "2026-06-11");
      await insertPositions(tx, organizationId, [{ ...fix, isJump: false }]);
      await saveLastPositions(tx, organizationId, [{ driverId, last: fix, suspect: null }]);
    });
  };
  await refresh();
  return {
    ...day,
    database,
    organizationId,
    visitId,
    /** Where the customer lives. */
    place: place!,
    token: await giveLink(),
    giveLink,
    errors,
    drive,
    arrive: (stop: number) => drive({ type: "arrive", visitId: visitIds[stop] }),
    deliver: (stop: number) => drive({ type: "complete", visitIds: [visitIds[stop]], outcome: "delivered" }),
    seeVan,
    core,
  };
}
