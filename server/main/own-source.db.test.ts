import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { countFailingSources, noteSourceAnswer, type SourceAnswer } from "@/db/queries/own-source/own-source-state";
import { ensureSandbox } from "@/db/queries/sandbox/sandboxes";
import { withTenant } from "@/db/with-tenant";
import { createSourceTrials } from "@/server/adapters/own-source/source-trials";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { osrm } from "@/server/adapters/travel/testing/road-server-protocols";
import type { Role } from "@/server/domain/access/permissions";
import { geocodeLocations } from "@/server/jobs/handlers/geocode-locations";
import { importAddressBook } from "@/server/services/location/import-address-book";
import { lookUpAddress } from "@/server/services/location/look-up-address";
import { readMapAndTravel } from "@/server/services/map-and-travel/read-map-and-travel";
import { tryAddress } from "@/server/services/map-and-travel/try-address";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { checkSource } from "@/server/services/own-source/check-source";
import { saveGeocoder } from "@/server/services/own-source/save-geocoder";
import { saveMap } from "@/server/services/own-source/save-map";
import { saveTravel } from "@/server/services/own-source/save-travel";
import { tryGeocoder } from "@/server/services/own-source/try-geocoder";
import { FakeClock } from "@/server/testing/fake-clock";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type PartnerReply, type PartnerRequest, partnerServer } from "@/server/testing/partner-server";
import { planScenario } from "@/server/testing/plan-scenario";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { createGeocoders } from "./create-geocoder";
import { createTravel } from "./create-travel";
import { readEnv } from "./env";
import { createLogger } from "./logger";
import { createOwnSourceReader } from "./own-source-reader";
import { createSourceWatch, keepSourceAnswer } from "./own-source-watch";

const guard = { allowPrivate: true, maxAnswerBytes: 1_000_000 };
const sourceTrials = createSourceTrials({ guard, userAgent: "test", baseUrl: "https://dray.example/desk" });
const mapAndTravel = {
  read: async () => ({ baseMap: { kind: "none" as const, name: "", isReadable: true }, geocoders: [], roads: [] }),
};
const box = createAesSecretBox("a secret of the tests");
const TRIAL = { address: "Bredgade 74, 1260 København K", country: "DK" };
const PLACE = {
  geometry: { coordinates: [12.59, 55.68] },
  properties: { label: "Bredgade 74", layer: "address", housenumber: "74", street: "Bredgade", postalcode: "1260" },
};

/** Pelias as it answers to who shows it this key. */
const pelias =
  (key: string) =>
  ({ path: asked }: PartnerRequest): PartnerReply =>
    new URL(asked, "http://p").searchParams.get("api_key") === key
      ? { body: { features: [PLACE] } }
      : { status: 401, body: {} };

/** A tenant's way to its geocoders as a process has it that was started with these settings. */
async function company(settings: Record<string, string> = {}, tenant?: TestTenant) {
  const here = tenant ?? (await testTenant());
  const readOwn = createOwnSourceReader(here.database, box);
  const geocoder = createGeocoders(readEnv(settings), here.database, readOwn, () => {});
  const ports = { sourceTrials, geocoder, mapAndTravel };
  const context = (role?: Role) => here.context(role, ports);
  const own = async (role?: Role) => (await readMapAndTravel(context(role), {})).own;
  const { organizationId } = here;
  const lookUp = () =>
    geocodeLocations(
      here.systemContext(ports),
      { organizationId, correlationId: "test" },
      new AbortController().signal,
    );
  return { tenant: here, context, own, lookUp };
}

test("a geocoder is kept once it has answered, with its key sealed; every process asks it at once, and nobody else's organization", async () => {
  const installed = await partnerServer(() => ({ body: { features: [] } }));
  const theirs = await partnerServer(pelias("k3y"));
  const { tenant, context, own } = await company({ PHOTON_URL: installed.url });
  const source = { kind: "pelias" as const, url: theirs.url };
  const refused = saveGeocoder(context(), { source, key: "wrong", trial: TRIAL, isInsisted: true, seenAt: null });
  const host = new URL(theirs.url).host;
  await expect(refused).rejects.toMatchObject({
    code: "refused",
    details: { reason: "source-failed", fault: "key", host },
  });
  expect(await own()).toMatchObject({ geocoder: null });

  const tried = await tryGeocoder(context(), { source, key: "k3y", trial: TRIAL });
  expect(tried).toMatchObject({ ok: true, found: { label: "Bredgade 74", confidence: "exact" } });
  const { changedAt } = await saveGeocoder(context(), { source, key: "k3y", trial: TRIAL, seenAt: null });
  expect(await own()).toMatchObject({ geocoder: { source, hasKey: true, changedAt } });
  expect(JSON.stringify(await own())).not.toContain("k3y");
  expect(tenant.jobs.map(({ name }) => name)).toEqual(["geocode-locations"]);
  const [kept] = await tenant.database
    .raw`select sealed from own_source where organization_id = ${tenant.organizationId}`;
  expect(kept!.sealed).toMatch(/^v1\./);

  const otherProcess = await company({ PHOTON_URL: installed.url }, tenant);
  const before = installed.asked.length;
  expect(await tryAddress(otherProcess.context(), TRIAL)).toMatchObject({ confidence: "exact", source: "pelias" });
  expect(installed.asked).toHaveLength(before);
  const stranger = await company({ PHOTON_URL: installed.url });
  const heard = theirs.asked.length;
  expect(await tryAddress(stranger.context(), TRIAL)).toMatchObject({ confidence: "none" });
  expect(theirs.asked).toHaveLength(heard);
  expect(installed.asked.length).toBeGreaterThan(before);
  expect(await stranger.own()).toEqual({ geocoder: null, travel: null, map: null });

  const back = await saveGeocoder(context(), { source: null, trial: null, seenAt: changedAt });
  expect(back).toEqual({ changedAt: null });
  expect(await tryAddress(otherProcess.context(), TRIAL)).toMatchObject({ confidence: "none" });
  const log = await tenant.database.raw`select before, after from event
    where organization_id = ${tenant.organizationId} and type = 'organization.source-changed' order by seq`;
  const told = { part: "geocoder", kind: "pelias", url: theirs.url, hasKey: true };
  expect(log).toMatchObject([{ after: told }, { before: told, after: { part: "geocoder", kind: "installation" } }]);
  expect(JSON.stringify(log)).not.toContain("k3y");
});

test("a key goes on being used for its own address only; who was slower is told, and dispatchers may nothing", async () => {
  const [theirs, elsewhere] = [await partnerServer(pelias("k3y")), await partnerServer(pelias("k3y"))];
  const { context, own } = await company();
  const source = { kind: "pelias" as const, url: theirs.url };
  const trial = TRIAL;
  const { changedAt: seenAt } = await saveGeocoder(context(), { source, key: "k3y", trial, seenAt: null });
  expect(await saveGeocoder(context(), { source, trial, seenAt })).toEqual({ changedAt: seenAt });
  const moved = saveGeocoder(context(), { source: { ...source, url: elsewhere.url }, trial, seenAt });
  await expect(moved).rejects.toMatchObject({ details: { fault: "key" } });
  expect(elsewhere.asked.map((each) => new URL(each.path, "http://p").searchParams.get("api_key"))).toEqual([null]);
  const late = saveGeocoder(context(), { source: { kind: "address-book" }, trial: null, seenAt: null });
  await expect(late).rejects.toMatchObject({ code: "stale" });
  const may = saveGeocoder(context("dispatcher"), { source: null, trial: null, seenAt });
  await expect(may).rejects.toMatchObject({ code: "forbidden" });
  expect(await own("dispatcher")).toMatchObject({ geocoder: { hasKey: true } });
});

test("one that is away is kept by who insists, and the address book answers meanwhile", async () => {
  const { tenant, context, own, lookUp } = await company();
  const source = { kind: "photon" as const, url: "http://127.0.0.1:1" };
  const wish = { source, trial: TRIAL, seenAt: null };
  await expect(saveGeocoder(context(), wish)).rejects.toMatchObject({ details: { fault: "unreachable" } });
  const { changedAt } = await saveGeocoder(context(), { ...wish, isInsisted: true });
  expect(await own()).toMatchObject({ geocoder: { source } });

  const projectId = await testProject(tenant);
  const book = "street,house_number,postcode,city,country,lat,lon\nNørregade,10,1165,København K,DK,55.680,12.572\n";
  await importAddressBook(context(), { bytes: new TextEncoder().encode(book) });
  const at = (street: string, postcode: string) => ({
    dropoff: { address: { street, postcode, city: "København K", country: "DK" } },
  });
  await createDeliveries(context(), {
    projectId,
    deliveries: [dropoffDraft(1, at("Bredgade 74", "1260")), dropoffDraft(2, at("Nørregade 10", "1165"))],
  });
  const places = async () => {
    const rows = await tenant.database.raw`select street, confidence from location
      where organization_id = ${tenant.organizationId} and street in ('Bredgade 74', 'Nørregade 10')`;
    return Object.fromEntries(rows.map(({ street, confidence }) => [street, confidence]));
  };
  await expect(lookUp()).rejects.toThrow("No geocoder answered about 1 addresses");
  expect(await places()).toEqual({ "Bredgade 74": "pending", "Nørregade 10": "exact" });
  const { address } = at("Bredgade 74", "1260").dropoff;
  expect(await lookUpAddress(context(), { address })).toMatchObject({ verdict: "unavailable" });

  // One that answers and does not know it leaves it in doubt, until another one is chosen.
  let knows = true;
  const poor = await partnerServer(() => ({ body: { features: knows ? [PLACE] : [] } }));
  const pelias1 = { kind: "pelias" as const, url: poor.url };
  const there = await saveGeocoder(context(), { source: pelias1, trial: TRIAL, seenAt: changedAt });
  knows = false;
  await lookUp();
  expect(await places()).toMatchObject({ "Bredgade 74": "city" });
  const rich = await partnerServer(pelias("k3y"));
  const pelias2 = { kind: "pelias" as const, url: rich.url };
  await saveGeocoder(context(), { source: pelias2, key: "k3y", trial: TRIAL, seenAt: there.changedAt });
  await lookUp();
  expect(await places()).toEqual({ "Bredgade 74": "exact", "Nørregade 10": "exact" });
});

test("an own geocoder is asked about few addresses at a time", async () => {
  const theirs = await partnerServer(pelias("k3y"));
  const { tenant, context, lookUp } = await company();
  const source = { kind: "pelias" as const, url: theirs.url };
  await saveGeocoder(context(), { source, key: "k3y", trial: TRIAL, seenAt: null });
  const projectId = await testProject(tenant);
  const deliveries = Array.from({ length: 25 }, (_, at) =>
    dropoffDraft(at, { dropoff: { address: { street: `Bredgade ${at + 1}`, postcode: "1260", city: "København K" } } }),
  );
  await createDeliveries(context(), { projectId, deliveries });
  await lookUp();
  const log = await tenant.database.raw`select data ->> 'placed' as placed from event
    where organization_id = ${tenant.organizationId} and type = 'location.geocoded' order by seq`;
  expect(log.map(({ placed }) => Number(placed))).toEqual([20, 5]);
});

test("how a source answers is kept: since when it does not, and that it does again, which has what waits looked up", async () => {
  let isAway = false;
  const theirs = await partnerServer((request) => (isAway ? { status: 503 } : pelias("k3y")(request)));
  const clock = new FakeClock("2026-06-10T06:00:00Z");
  const { tenant, context, own } = await company({}, await testTenant({ clock }));
  const sandboxId = await ensureSandbox(tenant.database, tenant.organizationId, {
    id: tenant.newId(),
    now: clock.now(),
  });
  const source = { kind: "pelias" as const, url: theirs.url };
  await saveGeocoder(context(), { source, key: "k3y", trial: TRIAL, seenAt: null });
  const state = async () => (await own()).geocoder!.state;
  expect(await state()).toMatchObject({ answeredAt: expect.any(String), fault: null, failingSince: null });
  await expect(checkSource(context(), { part: "geocoder" })).rejects.toMatchObject({
    details: { reason: "trial-address-unknown" },
  });

  const answers: Promise<void>[] = [];
  const keep = keepSourceAnswer(tenant.database, tenant.context().ports.jobs);
  const noted = (answer: SourceAnswer) => {
    const kept = keep(answer);
    answers.push(kept);
    return kept;
  };
  const watch = createSourceWatch(noted, clock, createLogger("silent"));
  const readOwn = createOwnSourceReader(tenant.database, box);
  /** As a process asks that has just begun: nothing rests. */
  const ask = async () => {
    const geocoder = await createGeocoders(
      readEnv({}),
      tenant.database,
      readOwn,
      () => {},
      watch,
    )(tenant.organizationId);
    await geocoder.geocode([{ street: "Bredgade 74", postcode: "1260" }]).catch(() => {});
    await Promise.all(answers);
  };
  const failing = async () => (await countFailingSources(tenant.database)).geocoder;
  const others = await failing();
  await ask();
  isAway = true;
  await ask();
  clock.advanceSeconds(60);
  await ask();
  // What is as it was is not written down each time.
  expect(answers).toHaveLength(2);
  expect(await state()).toMatchObject({
    answeredAt: "2026-06-10T06:00:00.000Z",
    fault: "failing",
    failingSince: "2026-06-10T06:00:00.000Z",
  });
  expect(await failing()).toBe(others + 1);
  isAway = false;
  tenant.jobs.length = 0;
  await ask();
  expect(await state()).toMatchObject({
    answeredAt: "2026-06-10T06:01:00.000Z",
    failedAt: "2026-06-10T06:00:00.000Z",
    fault: "failing",
    failingSince: null,
  });
  expect(await failing()).toBe(others);
  // Once for each: what is left waits for the hour's sweep.
  const { organizationId } = tenant;
  expect(tenant.jobs).toMatchObject(
    [organizationId, sandboxId].map((id) => ({
      name: "geocode-locations",
      payload: { organizationId: id, isSweep: true },
    })),
  );
  // What another process heard before that comes late.
  const { changedAt } = (await own()).geocoder!;
  const earlier = new Date(clock.now().getTime() - 1);
  const late = { organizationId, part: "geocoder", changedAt: new Date(changedAt), at: earlier, fault: "key" } as const;
  await keep(late);
  expect(await state()).toMatchObject({ fault: "failing", failingSince: null });
});

test("a source that is kept is asked when somebody wants to know, by who may change it; an older choice's answer is nobody's", async () => {
  let status = 200;
  const theirs = await partnerServer((request) => (status === 200 ? pelias("k3y")(request) : { status }));
  const { tenant, context, own, lookUp } = await company();
  const source = { kind: "pelias" as const, url: theirs.url };
  const { changedAt } = await saveGeocoder(context(), { source, key: "k3y", trial: TRIAL, seenAt: null });
  const projectId = await testProject(tenant);
  const address = { street: "Bredgade 74", postcode: "1260", city: "København K", country: "DK" };
  await createDeliveries(context(), { projectId, deliveries: [dropoffDraft(1, { dropoff: { address } })] });
  await lookUp();
  expect(await checkSource(context(), { part: "geocoder" })).toMatchObject({ fault: null });
  status = 401;
  const host = new URL(theirs.url).host;
  expect(await checkSource(context(), { part: "geocoder" })).toMatchObject({ fault: "key", host });
  expect((await own("dispatcher")).geocoder!.state).toMatchObject({ fault: "key", failingSince: expect.any(String) });
  status = 200;
  tenant.jobs.length = 0;
  expect(await checkSource(context(), { part: "geocoder" })).toMatchObject({ fault: null });
  expect(tenant.jobs).toMatchObject([{ name: "geocode-locations", payload: { isSweep: true } }]);
  status = 401;
  await checkSource(context(), { part: "geocoder" });
  await expect(checkSource(context("dispatcher"), { part: "geocoder" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(checkSource(context(), { part: "map" })).rejects.toMatchObject({ code: "refused" });
  const older = { organizationId: tenant.organizationId, part: "geocoder", changedAt: new Date(0) } as const;
  const late = { ...older, at: new Date(), fault: null };
  expect(await withTenant(tenant.database, tenant.organizationId, (tx) => noteSourceAnswer(tx, late))).toBe(false);
  expect((await own()).geocoder!.state.failingSince).not.toBeNull();
  const anew = { source: { kind: "address-book" } as const, trial: null, seenAt: changedAt };
  await saveGeocoder(context(), anew);
  expect((await own()).geocoder!.state).toEqual({ answeredAt: null, failedAt: null, fault: null, failingSince: null });
  await expect(checkSource(context(), { part: "geocoder" })).rejects.toMatchObject({ code: "refused" });
});

test("the installation's geocoder rests for everybody once it is away, not because it refuses one address", async () => {
  let status = 400;
  // A server that asks for that much patience is not asked again by the same question.
  const installed = await partnerServer(() => ({ status, retryAfterSeconds: 3600 }));
  const readOwn = async () => null;
  const { database, organizationId } = await testTenant();
  const geocoders = createGeocoders(readEnv({ PHOTON_URL: installed.url }), database, readOwn, () => {});
  const ask = async (id: string) => {
    await (await geocoders(id)).geocode([{ street: "Bredgade 74", postcode: "1260" }]);
    return installed.asked.length;
  };
  const other = (await testTenant()).organizationId;
  expect(await ask(organizationId)).toBe(1);
  expect(await ask(other)).toBe(2);
  status = 503;
  expect(await ask(organizationId)).toBe(3);
  status = 400;
  expect(await ask(other)).toBe(4);
  status = 503;
  expect(await ask(organizationId)).toBe(5);
  expect(await ask(organizationId)).toBe(6);
  expect(await ask(other)).toBe(6);
});

test("a sandbox has what its organization has chosen", async () => {
  const { tenant, context } = await company();
  const id = tenant.newId();
  const sandboxId = await ensureSandbox(tenant.database, tenant.organizationId, { id, now: new Date() });
  const readOwn = createOwnSourceReader(tenant.database, box);
  expect(await readOwn(sandboxId, "map")).toBeNull();
  await saveMap(context(), { source: { kind: "none" }, seenAt: null });
  expect(await readOwn(sandboxId, "map")).toMatchObject({
    organizationId: tenant.organizationId,
    settings: { kind: "none" },
  });
});

test("a map's key for one site is taken by who asks from it; a map that refuses is kept by who insists, and its address told to who may change it", async () => {
  const theirs = await partnerServer(({ headers }) =>
    headers.referer === "https://dray.example/" ? { body: { version: 8, sources: {}, layers: [] } } : { status: 403 },
  );
  const shut = await partnerServer(() => ({ status: 403 }));
  const { tenant, context, own } = await company();
  const source = { kind: "style" as const, url: `${theirs.url}/SECRET/style.json`, darkUrl: null };
  const { changedAt } = await saveMap(context(), { source, seenAt: null });
  const other = { ...source, url: `${shut.url}/SECRET/style.json` };
  const refused = saveMap(context(), { source: other, seenAt: changedAt });
  await expect(refused).rejects.toMatchObject({ details: { reason: "source-failed", fault: "key" } });
  await saveMap(context(), { source: other, isInsisted: true, seenAt: changedAt });
  expect(await own()).toMatchObject({ map: { source: other } });
  expect(await own("dispatcher")).toMatchObject({ map: { source: { kind: "style", url: shut.url } } });
  const log = await tenant.database.raw`select before, after from event
    where organization_id = ${tenant.organizationId} and type = 'organization.source-changed' order by seq`;
  expect(log).toMatchObject([
    { after: { url: theirs.url } },
    { before: { url: theirs.url }, after: { url: shut.url } },
  ]);
  expect(JSON.stringify(log)).not.toContain("SECRET");
});

test("an organization's own roads are driven by it alone, and its plans are timed anew", async () => {
  const answer = osrm();
  const theirs = await partnerServer(({ path: asked }) => ({
    body: answer({ url: new URL(asked, "http://p"), body: "" }, undefined as never),
  }));
  const dataDir = await mkdtemp(path.join(tmpdir(), "own-source-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const clock = new FakeClock("2026-06-10T06:00:00Z");
  const scenario = await planScenario([{ at: [1, 0] }, { at: [2, 0] }], { ports: { clock } });
  const { tenant } = scenario;
  const env = readEnv({ DRAY_DATA_DIR: dataDir });
  const readOwn = createOwnSourceReader(tenant.database, box);
  const travel = await createTravel(env, new FakeClock(), createLogger("silent"), readOwn);
  const at = (lat: number) => ({ confidence: "exact" as const, label: "", score: 1, position: { lat, lng: 12.5 } });
  const known = {
    A: { confidence: "exact" as const, candidates: [at(55.6)] },
    B: { confidence: "exact" as const, candidates: [at(55.7)] },
  };
  const geocoder = async () => new FakeGeocoder({ "A street 1": known.A, "B street 2": known.B });
  const context = tenant.context("owner", { sourceTrials, geocoder, mapAndTravel });
  const source = { kind: "osrm" as const, url: theirs.url };
  const trial = { from: "A street 1", to: "B street 2", country: "" };
  const nowhere = saveTravel(context, { source, trial: { ...trial, to: "Nowhere 3" }, seenAt: null });
  await expect(nowhere).rejects.toMatchObject({ details: { reason: "trial-address-unknown" } });
  tenant.jobs.length = 0;
  await saveTravel(context, { source, key: "gate", trial, seenAt: null });
  expect(theirs.asked.at(-1)!.headers.authorization).toBe("Bearer gate");
  expect(tenant.jobs).toMatchObject([{ name: "measure-routes", payload: { planId: scenario.planId } }]);
  // Not before every process has noticed.
  expect(tenant.jobs[0]!.notBefore!.getTime()).toBeGreaterThan(clock.now().getTime() + 1000);

  const positions = [at(55.6).position, at(55.65).position, at(55.7).position];
  const mine = travel.of(tenant.organizationId);
  const matrix = await mine.matrix(positions, "van");
  expect(matrix.source).toBe("roads");
  expect((await mine.legs(positions, "van")).map((leg) => leg.source)).toEqual(["roads", "roads"]);
  const stranger = await testTenant();
  const heard = theirs.asked.length;
  expect((await travel.of(stranger.organizationId).matrix(positions, "van")).source).toBe("estimate");
  // It was given no name for bicycles, and is not asked for their ways.
  expect((await mine.matrix(positions, "bike")).source).toBe("estimate");
  expect(theirs.asked).toHaveLength(heard);

  // Another process, after the change: nothing the former server has said is said again.
  const { changedAt: seenAt } = (await readMapAndTravel(context, {})).own.travel!;
  clock.advanceSeconds(60);
  const twice = await partnerServer(({ path: asked }) => ({
    body: doubled(answer({ url: new URL(asked, "http://p"), body: "" }, undefined as never)),
  }));
  await saveTravel(context, { source: { ...source, url: twice.url }, key: null, trial, seenAt });
  const later = await createTravel(env, new FakeClock(), createLogger("silent"), readOwn);
  const anew = await later.of(tenant.organizationId).matrix(positions, "van");
  expect(anew.durationSeconds[1]).toBe(matrix.durationSeconds[1]! * 2);
  expect(twice.asked.at(-1)!.headers.authorization).toBeUndefined();
});

function doubled(answer: unknown): unknown {
  const { durations, ...rest } = answer as { durations?: (number | null)[][] };
  const rounded = durations?.map((row) => row.map((value) => value && Math.round(value) * 2));
  return rounded ? { ...rest, durations: rounded } : rest;
}
