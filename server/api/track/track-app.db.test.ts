import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { resolveTrackingLink } from "@/server/auth/resolve-tracking-link";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { changedQuietly, command } from "@/server/services/kernel/command";
import { giveTrackingLinks } from "@/server/services/tracking/give-tracking-links";
import { readTrackings } from "@/server/services/tracking/read-trackings";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { drivenDay } from "@/server/testing/driven-day";
import { createTrackApp } from "./track-app";
import { STYLE } from "./track-assets";

const MOST_BYTES = 25_000;
const HOUR = 3600;
const ADDRESS = "203.0.113.77";
const UNKNOWN = "A".repeat(43);

const give = command({
  permission: "plan.dispatch",
  input: z.object({ visitIds: z.array(z.uuid()) }),
  run: async (scope, { visitIds }) =>
    changedQuietly([...(await giveTrackingLinks(scope, visitIds, "email")).values()].map((url) => url.slice(-43))),
});

/** A route of six doors that has been sent; the customer of the last but one follows. Door windows 08:00–17:00. */
async function followedDay() {
  const windows = [{ fromSeconds: 8 * HOUR, toSeconds: 17 * HOUR }];
  const day = await drivenDay(
    [[0, 1, 2, 3, 4, 5]],
    Array.from({ length: 6 }, (_, index) => ({ at: [index + 1, index + 1] as const, windows })),
    { now: new Date("2026-06-10T04:00:00Z") },
  );
  const { scenario, clock } = day;
  const { database, organizationId, systemContext } = scenario.tenant;
  const sql = database.raw;
  const visitIds = routeVisitIds((await scenario.board()).routes[0]!);
  await sql`update driver set name = 'Karen Forbiddensen' where organization_id = ${organizationId}`;
  await sql`update location set street = 'Søndergade 4711, 3. tv' where organization_id = ${organizationId}
    and id = (select location_id from delivery_visit where id = ${visitIds[4]!})`;
  await sql`update delivery_visit set contact_phone = '+4520304050', contact_name = 'Ida Privatesen'
    where organization_id = ${organizationId}`;
  const [token] = await give(scenario.context("owner"), { visitIds: [visitIds[4]!] });
  const errors: unknown[] = [];
  const bodies: string[] = [];
  const app = createTrackApp({
    now: () => clock.now(),
    look: async ({ linkId, visitId, scope }, ipHash) => {
      const view = ipHash === null ? null : { linkId, scope, ipHash };
      const [told] = await readTrackings(systemContext(), { doors: [{ visitId, view }] });
      return told ?? null;
    },
    addressOf: (headers) => headers.get("x-dray-client-address") ?? "unknown",
    byLink: async (secret) => {
      const door = await resolveTrackingLink(database, secret, clock.now());
      return door && { door, services: systemContext() };
    },
    hashCaller: (id, headers) =>
      createHmac("sha256", "salt")
        .update(`${id} ${headers.get("x-dray-client-address")}`)
        .digest("hex"),
    onError: (error) => errors.push(error),
  });
  const open = async (secret = token!, headers: Record<string, string> = {}) => {
    const sent = { "x-dray-client-address": ADDRESS, "accept-language": "en-GB,en;q=0.8", ...headers };
    const response = await app.request(`/track/${secret}`, { headers: sent });
    const body = await response.text();
    bodies.push(body);
    expect(errors).toEqual([]);
    return { status: response.status, headers: response.headers, body };
  };
  const refresh = () => refreshArrivals(scenario.context("dispatcher"), { routeId: scenario.routeIds[0]! });
  /** The driver does something, at a door named by its place on the route, and the desk hears of it. */
  const drive = async (act: Record<string, unknown> & { readonly type: string }) => {
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
    await syncDriverOps(await day.driver(0), { deviceNow: clock.now(), ops: [day.act(act)] });
    await refresh();
  };
  const arrive = (stop: number) => drive({ type: "arrive", visitId: visitIds[stop] });
  const deliver = (stop: number) => drive({ type: "complete", visitIds: [visitIds[stop]], outcome: "delivered" });
  await refresh();
  return {
    ...day,
    database,
    organizationId,
    visitId: visitIds[4]!,
    token: token!,
    open,
    app,
    bodies,
    drive,
    arrive,
    deliver,
  };
}

const heading = (body: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1];

describe("a customer's page", () => {
  test("says in words where the delivery stands from dispatch to the end, and nothing private at any time", async () => {
    const day = await followedDay();
    const said: (string | undefined)[] = [];
    const look = async () => {
      const { status, body } = await day.open();
      expect(status).toBe(200);
      said.push(heading(body));
      return body;
    };
    const sent = await look();
    expect(sent).toMatch(/Between \d\d\.\d\d and \d\d\.\d\d/);
    expect(sent).not.toContain("Karen");
    await day.drive({ type: "start-route" });
    const moving = await look();
    expect(moving).toContain('http-equiv="refresh" content="60"');
    expect(moving).toContain("Karen brings your delivery");
    for (const stop of [0, 1, 2, 3]) {
      await day.arrive(stop);
      await day.deliver(stop);
    }
    await look();
    await day.arrive(4);
    await look();
    await day.deliver(4);
    const ended = await look();
    expect(ended).not.toContain("http-equiv");
    expect(ended).not.toContain("Karen");
    expect(said).toEqual([
      "Your delivery is ready to leave",
      "Your delivery is on the way",
      "You are the next stop",
      "Your driver is at your door",
      "Delivered",
    ]);
    expectNothingPrivate(day);
  });

  test("unknown, withdrawn and expired links are answered alike", async () => {
    const day = await followedDay();
    const shapeOf = async (secret: string) => {
      const { status, headers, body } = await day.open(secret);
      return { status, body, headers: [...headers].sort() };
    };
    const unknown = await shapeOf(UNKNOWN);
    expect(unknown.status).toBe(404);
    expect(await shapeOf("short")).toEqual(unknown);
    const [newer] = await give(day.scenario.context("owner"), { visitIds: [day.visitId] });
    expect(await shapeOf(day.token)).toEqual(unknown);
    expect((await day.open(newer)).status).toBe(200);
    day.clock.set("2027-06-10T04:00:00Z");
    expect(await shapeOf(newer!)).toEqual(unknown);
  });

  test("after its days only the state is left", async () => {
    const day = await followedDay();
    await saveTrackingPolicy(day.scenario.context(), {
      policy: { callCentrePhone: "+4577777777", pageDays: 1 },
      seenAt: null,
    });
    await day.database.raw`update delivery set status = 'cancelled' where id =
      (select delivery_id from delivery_visit where id = ${day.visitId})`;
    expect((await day.open()).body).toContain("+4577777777");
    day.clock.set("2026-06-12T04:00:00Z");
    const { status, body } = await day.open();
    expect(status).toBe(200);
    expect(heading(body)).toBe("This delivery was cancelled");
    for (const gone of ["+4577777777", "Søndergade", "1000"]) expect(body).not.toContain(gone);
  });

  test("is kept, passed on and indexed nowhere, loads nothing from elsewhere, and is small", async () => {
    const day = await followedDay();
    const { headers, body } = await day.open();
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(body).not.toMatch(/https?:|\sstyle=|<style|\son[a-z]+=/);
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|https?:/);
    const style = await day.app.request(STYLE.path);
    const css = await style.text();
    expect(style.headers.get("content-type")).toContain("text/css");
    expect(gzipSync(body).length + gzipSync(css).length).toBeLessThan(MOST_BYTES);
  });

  test("says that it is late before anything else", async () => {
    const day = await followedDay();
    expect((await day.open()).body).not.toContain("is late");
    await day.database.raw`update stop_arrival set arrive_at = '2026-06-10T17:30:00Z'
      where organization_id = ${day.organizationId}`;
    const { body } = await day.open();
    expect(body).toMatch(/Your delivery is late\. We are sorry\.<\/p>\s*<h1/);
  });

  test("speaks the reader's language, and escapes what others have written", async () => {
    const day = await followedDay();
    await day.database.raw`update organization set name = '<b>Town</b>' where id = ${day.organizationId}`;
    const { body } = await day.open(day.token, { "accept-language": "fr, es-MX;q=0.9, en;q=0.1" });
    expect(body).toContain('<html lang="es">');
    expect(heading(body)).toBe("Su entrega está lista para salir");
    expect(body).toContain("&lt;b&gt;Town&lt;/b&gt;");
    expect((await day.open(UNKNOWN, { "accept-language": "es" })).body).toContain("No encontramos esta entrega");
  });

  test("keeps what was told, and who looked only as a hash", async () => {
    const day = await followedDay();
    const first = /Between [\d.]+ and [\d.]+/.exec((await day.open()).body)![0];
    const { organizationId, database } = day;
    const [told] = await database.raw`select * from customer_told where organization_id = ${organizationId}`;
    expect(told).toMatchObject({ told_date: "2026-06-10", window_basis: "dispatched", ended_at: null });
    await database.raw`update stop_arrival set arrive_at = arrive_at + interval '6 minutes'
      where organization_id = ${organizationId}`;
    expect((await day.open()).body).toContain(first);
    const views = await database.raw`select * from tracking_view where organization_id = ${organizationId}`;
    expect(views).toHaveLength(2);
    expect(views[0]).toMatchObject({ scope: "page", ip_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(views)).not.toContain(ADDRESS);
  });
});

/** Searches all that was ever answered for what no customer may learn. */
function expectNothingPrivate({ scenario, bodies, organizationId }: Awaited<ReturnType<typeof followedDay>>) {
  const ids = [...scenario.visitIds, ...scenario.deliveryIds, ...scenario.routeIds, ...scenario.driverIds];
  const forbidden = ["Forbiddensen", "Privatesen", "4711", "3. tv", "Søndergade", "+45", "20304050", "33120000"];
  const coordinates = ["55.67", "12.55", "55.675", "12.555"];
  for (const secret of [...forbidden, ...coordinates, ...ids, scenario.planId, organizationId]) {
    for (const body of bodies) expect(body).not.toContain(secret);
  }
}
