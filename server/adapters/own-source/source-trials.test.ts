import type { LookupAddress } from "node:dns";
import { expect, test } from "vitest";
import { osrm } from "@/server/adapters/travel/testing/road-server-protocols";
import type { MapSource } from "@/server/domain/own-source/own-source";
import { USUAL_PROFILE_NAMES } from "@/server/domain/travel/profile-names";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { createSourceTrials } from "./source-trials";

const limits = { maxAnswerBytes: 100_000 };
const asked = { userAgent: "test", baseUrl: "https://dray.example/desk", timeoutMs: 10_000 };
const open = { guard: { ...limits, allowPrivate: true }, ...asked };
const trials = createSourceTrials(open);
/** For servers that never answer; what they are to be told apart from may take its time. */
const hasty = createSourceTrials({ ...open, timeoutMs: 300 });
const closed = createSourceTrials({
  guard: {
    ...limits,
    allowPrivate: false,
    resolve: (_host, _options, say) => say(null, [{ address: "10.0.0.7", family: 4 } as LookupAddress]),
  },
  ...asked,
});
const DOOR = { street: "Bredgade 74", postcode: "1260", city: "København K", country: "DK" };
const WAY = [
  { lat: 55.6, lng: 12.5 },
  { lat: 55.7, lng: 12.5 },
] as const;

const TILES = { kind: "tiles", content: "raster", darkUrl: null, attribution: "©", maxZoom: 19 } as const;

const faultOf = async (trial: Promise<{ readonly ok: boolean; readonly fault?: string }>) =>
  (await trial).fault ?? "none";
const askers = (reply: PartnerReply) => (reply === "hang" ? hasty : trials);
const photonThat = async (reply: PartnerReply) =>
  askers(reply).geocoder({ kind: "photon", url: (await partnerServer(() => reply)).url }, null, DOOR);
const roadsThat = async (reply: PartnerReply) =>
  askers(reply).travel({ kind: "valhalla", url: (await partnerServer(() => reply)).url }, null, WAY);
const styleThat = async (reply: PartnerReply) =>
  askers(reply).map({ kind: "style", url: `${(await partnerServer(() => reply)).url}/style.json`, darkUrl: null });

test.each([
  ["key", { status: 401 }],
  ["key", { status: 403 }],
  ["failing", { status: 503 }],
  ["failing", { status: 429 }],
  ["nonsense", { status: 404 }],
  ["nonsense", { status: 302, location: "https://elsewhere.example" }],
  ["nonsense", { body: { hello: "world" } }],
  ["nonsense", "garbage"],
  ["too-large", "flood"],
  ["slow", "hang"],
] satisfies [string, PartnerReply][])(
  "%s is what is said of a server that answers %j, whatever it is asked for",
  async (fault, reply) => {
    expect(await faultOf(photonThat(reply))).toBe(fault);
    expect(await faultOf(styleThat(reply))).toBe(fault);
    expect(await faultOf(roadsThat(reply))).toBe(fault);
  },
);

test("a server that knows nothing of what it was asked is told from one that is none", async () => {
  expect(await faultOf(photonThat({ body: { features: [] } }))).toBe("not-found");
  expect(await faultOf(roadsThat({ status: 400, body: { error_code: 442, error: "No path" } }))).toBe("not-found");
  expect(await faultOf(trials.geocoder({ kind: "photon", url: "http://127.0.0.1:1" }, null, DOOR))).toBe("unreachable");
});

test("a server is tried by each name it has for vehicles, and told by which of them it failed", async () => {
  const answer = osrm();
  const driving = await partnerServer(({ path }) => ({
    body: answer({ url: new URL(path, "http://p"), body: "" }, undefined as never),
  }));
  const named = { driving: driving.url, cycling: "http://127.0.0.1:1" };
  const at = (name: keyof typeof named) => new URL(named[name]).host;
  const profiles = { van: "driving", car: "driving", truck: "hgv" };
  const tried = await trials.travel({ kind: "osrm", url: driving.url, profiles }, null, WAY);
  expect(tried).toMatchObject({
    ok: true,
    found: [
      { name: "driving", profiles: ["car", "van"] },
      { name: "hgv", profiles: ["truck"] },
    ],
  });
  const services = driving.asked.map(({ path }) => path.split("/").slice(1, 4).join("/"));
  expect(services).toEqual(["route/v1/driving", "table/v1/driving", "route/v1/hgv", "table/v1/hgv"]);
  // Side by side, at ports that are called like their vehicles.
  const port = at("driving").split(":")[1]!;
  const side = { kind: "osrm", url: "http://127.0.0.1:{profile}", profiles: { van: port, bike: "1" } } as const;
  const failed = await trials.travel(side, null, WAY);
  expect(failed).toMatchObject({ ok: false, fault: "unreachable", subject: "1", host: at("cycling") });
});

test("a name whose roads do not reach the door is no reason not to ask by the others", async () => {
  const refusing = await partnerServer(() => ({ status: 400, body: { code: "NoRoute", message: "none" } }));
  const port = new URL(refusing.url).port;
  const url = "http://127.0.0.1:{profile}";
  const asked = (bike: string) => trials.travel({ kind: "osrm", url, profiles: { van: port, bike } }, null, WAY);
  expect(await asked("1")).toMatchObject({ fault: "unreachable", subject: "1" });
  expect(await asked(port)).toMatchObject({ fault: "not-found", subject: port });
});

test("a map is asked for as browsers will ask for it: from our own site", async () => {
  const server = await partnerServer(() => ({ status: 404 }));
  await trials.map({ kind: "style", url: `${server.url}/style.json`, darkUrl: null });
  await trials.map({ ...TILES, url: `${server.url}/{z}/{x}/{y}.png` });
  expect(server.asked.map(({ headers }) => headers.referer)).toEqual([
    "https://dray.example/",
    "https://dray.example/",
  ]);
});

test("what no page's policy can name is said to be that, of the address and of what a style names", async () => {
  const host = "[::1]:1";
  const unnamable = { ok: false, fault: "unnamable", host };
  const url = `http://${host}/{z}/{x}/{y}.png`;
  expect(await trials.map({ ...TILES, url })).toMatchObject(unnamable);
  expect(await trials.map({ kind: "style", url: `http://${host}/style.json`, darkUrl: null })).toMatchObject(unnamable);
  const sources = { all: { type: "raster", tiles: [url] } };
  const style = { version: 8, sources, layers: [] };
  expect(await styleThat({ body: style })).toMatchObject(unnamable);
});

test.each([
  "http://geocode.example",
  "https://geocode.example:2375",
  "https://192.168.1.4",
  "https://[::1]",
  "https://localhost",
  "https://resolves-into-our-network.example",
])("%s is not called where the installation's own networks are closed", async (url) => {
  expect(await faultOf(closed.geocoder({ kind: "nominatim", url }, "secret", DOOR))).toBe("address-closed");
  expect(await faultOf(closed.travel({ kind: "osrm", url, profiles: USUAL_PROFILE_NAMES }, null, WAY))).toBe(
    "address-closed",
  );
  expect(await faultOf(closed.map({ kind: "style", url, darkUrl: null }))).toBe("address-closed");
  const tiles: MapSource = { ...TILES, url: `${url}/{z}/{x}/{y}.png` };
  expect(await faultOf(closed.map(tiles))).toBe("address-closed");
});
