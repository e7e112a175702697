import { describe, expect, test } from "vitest";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { apiClient } from "@/server/testing/api-client";
import { drivenDay } from "@/server/testing/driven-day";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { shop } from "./testing/shop";

const HOUR = 3600;
const NOTHING = {
  on_time_delivery_pct: null,
  avg_time_to_deliver: null,
  attempts_per_delivery: null,
  failed_deliveries: 0,
  driver_idle_time: null,
  route_efficiency: null,
  eta_accuracy: { mean_error_seconds: null, within_tolerance_pct: null, stops: 0 },
  pod_timeliness: { median_seconds: null, in_time_pct: null, with_pod_pct: null },
  deliveries: 0,
  attempts: 0,
};

/** Three doors: one in time, one after its window, one with nobody there. Promised until ten in Copenhagen (08:00 UTC). */
async function measuredDay() {
  const windows = [{ fromSeconds: 7 * HOUR, toSeconds: 10 * HOUR }];
  const spots = [1, 2, 3].map((place) => ({ at: [place, place] as const, windows }));
  const day = await drivenDay([[0, 1, 2]], spots, { now: new Date("2026-06-10T04:00:00Z") });
  const { scenario, clock } = day;
  const { database, organizationId } = scenario.tenant;
  await database.raw`update delivery set created_at = '2026-06-10T00:00:00Z' where organization_id = ${organizationId}`;
  await refreshArrivals(scenario.context(), { routeId: scenario.routeIds[0]! });
  const driver = await day.driver(0);
  const at = async (time: string, act: Record<string, unknown> & { readonly type: string }) => {
    clock.set(`2026-06-10T${time}:00Z`);
    const { answers } = await syncDriverOps(driver, { deviceNow: clock.now(), ops: [day.act(act)] as never });
    expect(answers).toMatchObject([{ verdict: "applied" }]);
  };
  const [first, second, third] = scenario.visitIds;
  const done = (visitId: string | undefined, outcome: string, reason?: string) => ({
    type: "complete",
    visitIds: [visitId],
    outcome,
    ...(reason && { reason }),
  });
  await at("05:00", { type: "check-in" });
  await at("05:10", { type: "start-route" });
  await at("07:00", { type: "arrive", visitId: first });
  await at("07:05", done(first, "delivered"));
  await at("07:25", { type: "depart", visitId: second });
  await at("08:30", { type: "arrive", visitId: second });
  await at("08:35", done(second, "delivered"));
  await at("09:00", { type: "arrive", visitId: third });
  await at("09:10", done(third, "failed", "nobody-home"));
  await at("10:10", { type: "finish-route" });
  return { scenario, ...(await apiClient(lastmile, scenario.tenant)) };
}

describe("GET /metrics", () => {
  test("200: every key is there before anything was delivered, sums 0 and averages null", async () => {
    const { ask } = await shop();
    const { status, body } = await ask("GET", "/metrics");
    expect(status).toBe(200);
    expect(body).toMatchObject(NOTHING);
    expect((await ask("GET", "/metrics?period=day")).body.period).toMatchObject({ from: body.period.to });
  });

  test("200: what a day came to, of its driver and of nobody else", async () => {
    const { scenario, ask } = await measuredDay();
    const { body } = await ask("GET", "/metrics?from=2026-06-10&to=2026-06-10");
    expect(body).toMatchObject({
      on_time_delivery_pct: 50,
      avg_time_to_deliver: (7 * 60 + 5 + 8 * 60 + 35) * 30,
      attempts_per_delivery: 1,
      failed_deliveries: 1,
      driver_idle_time: (10 + 20) * 60,
      deliveries: 3,
      delivered: 2,
      attempts: 3,
      routes: 1,
      time_s: 5 * HOUR,
      eta_accuracy: { stops: 3, lead_minutes: 60 },
      pod_timeliness: { with_pod_pct: 0, median_seconds: null },
    });
    expect(body.route_efficiency).toBeCloseTo(body.distance_m / 1000 / 5, 2);
    expect(body.eta_accuracy.mean_error_seconds).toBeGreaterThan(0);

    const day = "/metrics?from=2026-06-09T22:00:00Z&to=2026-06-10";
    const of = (driverId: string) => ask("GET", `${day}&driver_id=${dress("driver", driverId)}`);
    expect((await of(scenario.driverIds[0]!)).body).toMatchObject({ deliveries: 3, routes: 1 });
    expect((await of(scenario.tenant.newId())).body).toMatchObject(NOTHING);
    expect((await ask("GET", "/metrics?from=2026-06-11&to=2026-06-12")).body).toMatchObject(NOTHING);
    const { body: made } = await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    expect((await ask("GET", `${day}&partner_id=${made.id}`)).body).toMatchObject(NOTHING);
    const { organizationId, database } = scenario.tenant;
    await database.raw`update delivery set partner_id = (select id from partner where organization_id = ${organizationId})
      where organization_id = ${organizationId} and id = ${scenario.deliveryIds[2]!}`;
    const { body: theirs } = await ask("GET", `${day}&partner_id=${made.id}`);
    expect(theirs).toMatchObject({ deliveries: 1, delivered: 0, failed_deliveries: 1, on_time_delivery_pct: null });
    expect((await (await shop()).ask("GET", day)).body).toMatchObject(NOTHING);
  });

  test("400, 403, 404: no period, a span the wrong way round, no such partner, a key not made for it", async () => {
    const { ask } = await shop();
    const span = "from=2026-06-10&to=2026-06-09";
    for (const query of ["period=eon", "from=today", span, "from=2020-01-01&to=2026-01-01"]) {
      expect((await ask("GET", `/metrics?${query}`)).status, query).toBe(400);
    }
    expect((await ask("GET", "/metrics?partner_id=nobody")).status).toBe(404);
    expect((await (await shop(["deliveries:read"])).ask("GET", "/metrics")).status).toBe(403);
  });
});
