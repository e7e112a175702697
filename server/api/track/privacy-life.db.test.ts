import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { trackAccess } from "@/server/main/track-access";
import { CALLER, CALLER_ADDRESS, followedDay, SECRETS } from "@/server/testing/followed-day";
import { createTrackApp } from "./track-app";

/** North and east of the door, in metres. */
const beside = ({ lat, lng }: { lat: number; lng: number }, north: number, east: number) => ({
  lat: lat + north / 111_195,
  lng: lng + east / 111_195 / Math.cos((lat * Math.PI) / 180),
});

type Place = Parameters<typeof beside>[0];
type Day = Pick<Awaited<ReturnType<typeof followedDay>>, "place" | "scenario" | "organizationId">;

/** Everything that is ever answered about a door, searched for what no customer may learn. */
async function watchedDay() {
  const day = await followedDay();
  await day.database.raw`update delivery set external_id = 'ORDER-77' where id =
    (select delivery_id from delivery_visit where id = ${day.visitId})`;
  const app = createTrackApp(trackAccess(day.core, 5));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "localhost" });
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const heard: string[] = [];
  const vans: Place[] = [];
  /** All of an answer, headers included; of a stream the first that it says. */
  const ask = async (path: string, init: RequestInit = {}) => {
    // Each look is a while after the one before: limits are another test's.
    day.clock.advanceSeconds(3);
    const response = await fetch(url + path, { ...init, headers: { ...CALLER, ...init.headers }, redirect: "manual" });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    const body = isStream ? await firstWord(response) : await response.text();
    heard.push([...response.headers].join("\n"), body);
    expect(day.errors).toEqual([]);
    return body;
  };
  /** Every way of looking at one moment. */
  const lookAround = async () => {
    const page = await ask(`/track/${day.token}`);
    const now = await ask(`/track/${day.token}/now`);
    const live = await ask(`/track/${day.token}/live`);
    await ask("/track", { method: "POST", body: new URLSearchParams({ number: "ORDER-77", answer: "999" }) });
    await ask("/track", { method: "POST", body: new URLSearchParams({ number: "ORDER-78", answer: "050" }) });
    return { page, now, live };
  };
  const seeVan = async (north: number, east: number) => {
    const at = beside(day.place, north, east);
    vans.push(at);
    await day.seeVan(at, 40);
    day.clock.advanceSeconds(1);
    await day.seeVan(at, 1);
  };
  return { ...day, app, heard, vans, ask, lookAround, seeVan };
}

async function firstWord(response: Response): Promise<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return heard;
    heard += value;
    if (!heard.includes("\n\n")) continue;
    await reader.cancel();
    return heard;
  }
}

/** Which secrets were told, by what they are. */
function leaks({ heard, vans, place, scenario, organizationId }: Day & { heard: string[]; vans: Place[] }): string[] {
  const rows = [scenario.visitIds, scenario.deliveryIds, scenario.routeIds, scenario.driverIds].flat();
  const coordinates = [place, ...vans].flatMap(({ lat, lng }) => [lat.toFixed(3), lng.toFixed(3)]);
  const secrets: readonly (readonly [name: string, secret: string])[] = [
    ...Object.entries(SECRETS),
    ["driverDigits", SECRETS.driverPhone.slice(3)],
    ["contactDigits", SECRETS.contactPhone.slice(3)],
    ["caller", CALLER_ADDRESS],
    ...[...rows, scenario.planId, organizationId].map((id) => ["id", id] as const),
    ...coordinates.map((degrees) => ["coordinate", degrees] as const),
  ];
  const told = secrets.filter(([, secret]) => heard.some((answer) => answer.includes(secret)));
  return [...new Set(told.map(([name]) => name))];
}

describe("a page's whole life", () => {
  test("from planned to expired tells nothing private, by any way of asking", async () => {
    const day = await watchedDay();
    const said: string[] = [];
    const look = async () => {
      const seen = await day.lookAround();
      said.push(JSON.parse(seen.now).texts.state);
      return seen;
    };
    await look();
    await day.drive({ type: "start-route" });
    await day.seeVan(4000, 900);
    expect((await look()).page).not.toContain("<svg");
    for (const stop of [0, 1]) {
      await day.arrive(stop);
      await day.deliver(stop);
    }
    await day.seeVan(700, -333);
    const near = await look();
    expect(near.page).toContain("<svg");
    expect(near.now).toContain("<svg");
    expect(JSON.parse(near.now).map.van).toHaveLength(2);
    for (const stop of [2, 3]) {
      await day.arrive(stop);
      await day.deliver(stop);
    }
    await day.seeVan(233, 57);
    expect((await look()).page).toContain("<svg");
    await day.arrive(4);
    await day.seeVan(9, 5);
    await look();
    await day.deliver(4);
    const ended = await look();
    expect(ended.page).not.toMatch(/<svg|class="moves"/);
    expect(JSON.parse(ended.now)).toMatchObject({ map: null, isLive: false });
    day.clock.set("2026-06-20T04:00:00Z");
    await look();
    day.clock.set("2027-06-20T04:00:00Z");
    expect(await day.ask(`/track/${day.token}`)).toContain("We cannot find this delivery");
    expect(said).toEqual([
      "Your delivery is ready to leave",
      "Your delivery is on the way",
      "Your driver is nearby",
      "You are the next stop",
      "Your driver is at your door",
      "Delivered",
      "Delivered",
    ]);
    expect(leaks(day)).toEqual([]);
  });

  test("is searched by something that finds what is put in", async () => {
    const day = await watchedDay();
    await day.database.raw`update vehicle set label = ${`${SECRETS.driverSurname} ${SECRETS.houseNumber}`}
      where organization_id = ${day.organizationId}`;
    await day.database.raw`update organization set name = ${`${day.scenario.visitIds[1]} ${day.place.lat.toFixed(3)}`}
      where id = ${day.organizationId}`;
    await day.drive({ type: "start-route" });
    for (const stop of [0, 1, 2, 3]) {
      await day.arrive(stop);
      await day.deliver(stop);
    }
    await day.seeVan(233, 57);
    await day.lookAround();
    expect(leaks(day).sort()).toEqual(["coordinate", "driverSurname", "houseNumber", "id"]);
  });

  test("looking changes nothing but what was seen: asking for a page by any safe method, or for the form", async () => {
    const day = await watchedDay();
    const { database, organizationId } = day;
    const rows = async () => ({
      told: await database.raw`select * from customer_told where organization_id = ${organizationId} order by visit_id`,
      links: await database.raw`select * from tracking_link where organization_id = ${organizationId} order by id`,
      events: await database.raw`select count(*) from event where organization_id = ${organizationId}`,
      deliveries: await database.raw`select * from delivery where organization_id = ${organizationId} order by id`,
    });
    await day.ask(`/track/${day.token}`);
    const before = await rows();
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      for (const path of [
        `/track/${day.token}`,
        `/track/${day.token}/now`,
        "/track",
        "/track?number=ORDER-77&answer=050",
      ]) {
        await day.ask(path, { method });
      }
    }
    expect(await rows()).toEqual(before);
  });
});

test("an open page hears of what has changed, and of its end", async () => {
  const day = await followedDay();
  await day.drive({ type: "start-route" });
  const app = createTrackApp(trackAccess(day.core, 5));
  const response = await app.request(`/track/${day.token}/live`, { headers: CALLER });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const until = async (word: string) => {
    for (;;) {
      if (heard.includes(word)) return;
      const { done, value } = await reader.read();
      if (done) throw new Error(`ended before ${word}: ${heard}`);
      heard += value;
    }
  };
  await until("on the way");
  for (const stop of [0, 1, 2, 3, 4]) await day.arrive(stop).then(() => day.deliver(stop));
  await until('"isLive":false');
  while (!(await reader.read()).done);
  expect((await app.request(`/track/${"A".repeat(43)}/live`, { headers: CALLER })).status).toBe(204);
});

test("a page has so many streams at once; one that was left counts no more, however soon the next is asked for", async () => {
  const day = await followedDay();
  const app = createTrackApp(trackAccess(day.core));
  const ask = () => app.request(`/track/${day.token}/live`, { headers: CALLER });
  for (let reload = 0; reload < 6; reload++) {
    const response = await ask();
    expect(response.status).toBe(200);
    await response.body!.cancel();
  }
  const streams = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await ask()).status).toBe(503);
  await Promise.all(streams.map(({ body }) => body!.cancel()));
  const next = await ask();
  expect(next.status).toBe(200);
  await next.body!.cancel();
});
