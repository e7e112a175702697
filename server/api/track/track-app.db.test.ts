import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { trackAccess } from "@/server/main/track-access";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { CALLER, CALLER_ADDRESS, followedDay } from "@/server/testing/followed-day";
import { createTrackApp } from "./track-app";
import { STYLE } from "./track-assets";

const MOST_BYTES = 25_000;
const UNKNOWN = "A".repeat(43);

/** The page of a day's customer, as he opens it again and again. */
async function followedPage() {
  const day = await followedDay();
  const app = createTrackApp(trackAccess(day.core));
  const bodies: string[] = [];
  const open = async (secret = day.token, headers: Record<string, string> = {}) => {
    const sent = { ...CALLER, "accept-language": "en-GB,en;q=0.8", ...headers };
    const response = await app.request(`/track/${secret}`, { headers: sent });
    const body = await response.text();
    bodies.push(body);
    expect(day.errors).toEqual([]);
    return { status: response.status, headers: response.headers, body };
  };
  return { ...day, app, bodies, open };
}

const heading = (body: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1];

describe("a customer's page", () => {
  test("says in words where the delivery stands from dispatch to the end, and nothing private at any time", async () => {
    const day = await followedPage();
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
    const day = await followedPage();
    const shapeOf = async (secret: string) => {
      const { status, headers, body } = await day.open(secret);
      return { status, body, headers: [...headers].sort() };
    };
    const unknown = await shapeOf(UNKNOWN);
    expect(unknown.status).toBe(404);
    expect(await shapeOf("short")).toEqual(unknown);
    const newer = await day.giveLink();
    expect(await shapeOf(day.token)).toEqual(unknown);
    expect((await day.open(newer)).status).toBe(200);
    day.clock.set("2027-06-10T04:00:00Z");
    expect(await shapeOf(newer)).toEqual(unknown);
  });

  test("after its days only the state is left", async () => {
    const day = await followedPage();
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
    const day = await followedPage();
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
    const day = await followedPage();
    expect((await day.open()).body).not.toContain("is late");
    await day.database.raw`update stop_arrival set arrive_at = '2026-06-10T17:30:00Z'
      where organization_id = ${day.organizationId}`;
    const { body } = await day.open();
    expect(body).toMatch(/Your delivery is late\. We are sorry\.<\/p>\s*<h1/);
  });

  test("speaks the reader's language, and escapes what others have written", async () => {
    const day = await followedPage();
    await day.database.raw`update organization set name = '<b>Town</b>' where id = ${day.organizationId}`;
    const { body } = await day.open(day.token, { "accept-language": "fr, es-MX;q=0.9, en;q=0.1" });
    expect(body).toContain('<html lang="es">');
    expect(heading(body)).toBe("Su entrega está lista para salir");
    expect(body).toContain("&lt;b&gt;Town&lt;/b&gt;");
    expect((await day.open(UNKNOWN, { "accept-language": "es" })).body).toContain("No encontramos esta entrega");
  });

  test("keeps what was told, and who looked only as a hash", async () => {
    const day = await followedPage();
    const first = /Between [\d.]+ and [\d.]+/.exec((await day.open()).body)![0];
    const { organizationId, database } = day;
    const [told] = await database.raw`select * from customer_told where organization_id = ${organizationId}
      and visit_id = ${day.visitId}`;
    expect(told).toMatchObject({ told_date: "2026-06-10", window_basis: "dispatched", ended_at: null });
    await database.raw`update stop_arrival set arrive_at = arrive_at + interval '6 minutes'
      where organization_id = ${organizationId}`;
    expect((await day.open()).body).toContain(first);
    const views = await database.raw`select * from tracking_view where organization_id = ${organizationId}`;
    expect(views).toHaveLength(2);
    expect(views[0]).toMatchObject({ scope: "page", ip_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(views)).not.toContain(CALLER_ADDRESS);
  });
});

/** Searches all that was ever answered for what no customer may learn. */
function expectNothingPrivate({ scenario, bodies, organizationId }: Awaited<ReturnType<typeof followedPage>>) {
  const ids = [...scenario.visitIds, ...scenario.deliveryIds, ...scenario.routeIds, ...scenario.driverIds];
  const forbidden = ["Forbiddensen", "Privatesen", "4711", "3. tv", "Søndergade", "+45", "20304050", "33120000"];
  const coordinates = ["55.67", "12.55", "55.675", "12.555"];
  for (const secret of [...forbidden, ...coordinates, ...ids, scenario.planId, organizationId]) {
    for (const body of bodies) expect(body).not.toContain(secret);
  }
}
