import { beforeAll, describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { decodePolyline } from "@/server/domain/polyline";
import { giveWaiting } from "@/server/services/consignment/give-waiting";
import { listDeliveryIds } from "@/server/services/order/list-delivery-ids";
import { FakeClock } from "@/server/testing/fake-clock";
import { solvingPorts } from "@/server/testing/solving-ports";
import { addDriver, jobRequest, locatedStop, office } from "./testing/office";

let rm: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  rm = await office();
});
let number = 0;
const job = (overrides: Record<string, unknown> = {}) => jobRequest({ external_job_id: `J-${++number}`, ...overrides });
const send = (body: unknown, headers: Record<string, string> = {}) =>
  rm.ask("POST", "/integration-import", { body, headers });
const orderOf = (body: { stops: { external_stop_id: string }[] }) => body.stops.map((stop) => stop.external_stop_id);
const codesOf = (body: { warnings: { code: string }[] }) => body.warnings.map(({ code }) => code);

describe("POST /integration-import", () => {
  test("200: the document's own example, located, in order, with its driver", async () => {
    const { status, body } = await send(jobRequest());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      external_job_id: "BATCH-2026-03-09-A",
      driver_email: "driver@example.com",
      driver_resolved: true,
      driver_user_id: rm.driverId,
      stops_imported: 3,
      stops_geocoded: 3,
      stops_geocode_failed: 0,
      route_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      deep_link: expect.stringContaining(`/plan/2026-03-09?project=${rm.projectId}`),
    });
    expect(orderOf(body)).toEqual(["ORD-1001", "ORD-1002", "ORD-1003"]);
    expect(body.stops[0]).toMatchObject({
      address: "1 George St, Brisbane QLD 4000, Australia",
      latitude: -27.471,
      longitude: 153.0234,
      label: "John Smith",
      notes: "Leave at front door",
      sort_order: 0,
      priority: 1,
      parcel_count: 2,
      status: "pending",
    });
    expect(body.stops[2]).toMatchObject({ notes: null, sort_order: 2 });
    const { total_distance_km: km, total_duration_minutes: minutes, encoded_polyline } = body.optimization;
    expect(km).toBeGreaterThan(0.5);
    expect(decodePolyline(encoded_polyline)[0]).toEqual({ lat: -27.471, lng: 153.0234 });
    expect(body.warnings).toEqual([
      { code: "ADDRESS_GEOCODED", message: "3 stop(s) were geocoded from address text" },
      { code: "ROUTE_OPTIMIZED", message: `Route optimized: ${km} km, ${minutes} min` },
    ]);
  });

  test("200: what is between the first and the last comes in the shortest order, whatever its priority", async () => {
    const along = [0, 5, 2, 4, 1, 3, 6].map((at) =>
      locatedStop(String(at), 55.6 + at / 100, 12.5, { priority: at === 5 ? 1 : 0 }),
    );
    const { body } = await send(job({ stops: along, driver_email: "nobody.yet@example.com" }));
    expect(orderOf(body)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(body.stops_geocoded).toBe(0);
    const last = await send(job({ stops: [along[0], along[6], along[1]], driver_email: "nobody.yet@example.com" }));
    expect(orderOf(last.body)).toEqual(["0", "6", "5"]);
  });

  test("200: of stops at one place the more urgent comes first", async () => {
    const stops = [
      locatedStop("a", 55.6, 12.5),
      locatedStop("b", 55.65, 12.5, { priority: 0 }),
      locatedStop("c", 55.65, 12.5, { priority: 1 }),
      locatedStop("d", 55.7, 12.5),
    ];
    const { body } = await send(job({ stops, driver_email: "nobody.yet@example.com" }));
    expect(orderOf(body)).toEqual(["a", "c", "b", "d"]);
  });

  test("200: time windows are kept where all of them can be", async () => {
    const window = (hour: number) => ({
      time_window_start: `2031-03-03T${hour}:00:00+01:00`,
      time_window_end: `2031-03-03T${hour + 1}:00:00+01:00`,
    });
    const stops = [
      locatedStop("a", 55.6, 12.5),
      locatedStop("late", 55.62, 12.5, window(16)),
      locatedStop("early", 55.64, 12.5, window(10)),
      locatedStop("d", 55.66, 12.5),
    ];
    const { body } = await send(job({ stops, scheduled_date: "2031-03-03", driver_email: "nobody.yet@example.com" }));
    expect(orderOf(body)).toEqual(["a", "early", "late", "d"]);
    expect(body.stops[1]).toMatchObject(window(10));
  });

  test("200: a stop that cannot be found comes last, without a position, and is said", async () => {
    const lost = { external_stop_id: "lost", address: "1 Nowhere Rd, Atlantis" };
    const { body } = await send(job({ stops: [lost, ...jobRequest().stops], driver_email: "nobody.yet@example.com" }));
    expect(orderOf(body)).toEqual(["ORD-1001", "ORD-1002", "ORD-1003", "lost"]);
    expect(body.stops[3]).toMatchObject({ latitude: null, longitude: null, sort_order: 3 });
    expect(body).toMatchObject({ stops_imported: 4, stops_geocoded: 3, stops_geocode_failed: 1 });
    expect(body.warnings).toContainEqual({
      code: "GEOCODE_FAILED",
      message: "Could not geocode the address of stop lost. Provide latitude/longitude instead.",
    });
  });

  test("200: fewer than two stops with a position make no route to optimize", async () => {
    const { body } = await send(job({ stops: [jobRequest().stops[0]], driver_email: "nobody.yet@example.com" }));
    expect(body.optimization).toBeNull();
    expect(codesOf(body)).not.toContain("ROUTE_OPTIMIZED");
  });

  test("200: a geocoder that is away costs the stops their positions, not the job", async () => {
    rm.geocoder.failure = new Error("away");
    const { status, body } = await send(job({ driver_email: "nobody.yet@example.com" }));
    rm.geocoder.failure = undefined;
    expect([status, body.stops_geocode_failed]).toEqual([200, 3]);
  });

  test("200: a driver nobody knows is invited, and the job waits until he is let in", async () => {
    const email = "Nora.New@example.com";
    const { body } = await send(job({ driver_email: email }));
    expect(body).toMatchObject({ driver_resolved: false, driver_user_id: null, driver_email: email, route_id: null });
    expect(codesOf(body)).toContain("DRIVER_NOT_FOUND");
    expect(body.optimization).not.toBeNull();
    const read = () => rm.ask("GET", `/integration-jobs?job_id=${body.job_id}`);
    expect((await read()).body).toMatchObject({ status: "pending", driver_resolved: false });
    const driverId = await addDriver(rm.tenant, rm.projectId, email.toLowerCase());
    const waiting = rm.tenant.jobs.findLast(({ name }) => name === "place-consignments");
    expect(waiting?.payload).toMatchObject({ email: email.toLowerCase() });
    await giveWaiting(rm.tenant.systemContext(), email);
    expect((await read()).body).toMatchObject({ status: "assigned", driver_resolved: true, driver_user_id: driverId });
  });

  test("200: what goes wrong with one job leaves the others waiting for their driver", async () => {
    let isBroken = false;
    const solver: typeof solvingPorts.solver = {
      solve: (...asked) => (isBroken ? Promise.reject(new Error("broken")) : solvingPorts.solver.solve(...asked)),
    };
    const slow = await office({ hasDriver: false, ports: { solver } });
    const made: string[] = [];
    for (const name of ["a", "b"]) {
      const stops = [0, 1, 2, 3].map((at) => locatedStop(`${name}${at}`, 55.6 + at / 100, 12.5));
      made.push((await slow.ask("POST", "/integration-import", { body: job({ stops }) })).body.job_id);
    }
    await addDriver(slow.tenant, slow.projectId, "driver@example.com");
    const give = () => giveWaiting(slow.tenant.systemContext(), "driver@example.com");
    isBroken = true;
    await expect(give()).rejects.toThrow("broken");
    isBroken = false;
    await give();
    const second = await slow.ask("GET", `/integration-jobs?job_id=${made[1]}`);
    expect(second.body).toMatchObject({ status: "assigned", route_id: expect.any(String) });
  });

  test("200: somebody with an account here who drives for nobody is added", async () => {
    const email = `${rm.tenant.newId()}@example.com`;
    await rm.tenant.database.raw`insert into "user" (id, name, email, email_verified, created_at, updated_at)
      values (${rm.tenant.newId()}, 'Somebody Else', ${email}, true, now(), now())`;
    const { body } = await send(job({ driver_email: email }));
    expect(body).toMatchObject({ driver_resolved: true, driver_user_id: expect.any(String) });
    expect(codesOf(body)).toContain("DRIVER_AUTO_ADDED");
    expect(JSON.stringify(body)).not.toContain("Somebody Else");
    const again = await send(job({ driver_email: email }));
    expect(codesOf(again.body)).not.toContain("DRIVER_AUTO_ADDED");
    expect(again.body.route_id).toBe(body.route_id);
  });

  test("200: the same Idempotency-Key is answered by the first success, whatever is asked", async () => {
    const headers = { "idempotency-key": "once" };
    const faulty = await send({ ...job(), title: undefined }, headers);
    expect(faulty.status).toBe(400);
    const first = await send(job(), headers);
    expect(first.status).toBe(200);
    const again = await send(job(), headers);
    expect(again.body).toEqual(first.body);
  });

  test("200: what a connection that failed, or a process that died, has begun is finished under its Idempotency-Key", async () => {
    let legs: typeof estimateTravel.legs = () => Promise.reject(new Error("the connection is gone"));
    const clock = new FakeClock(new Date());
    const travel = { ...estimateTravel, legs: (...asked: Parameters<typeof legs>) => legs(...asked) };
    const own = await office({ ports: { travel, clock } });
    const ask = (body: unknown, name: string) =>
      own.ask("POST", "/integration-import", { body, headers: { "idempotency-key": name } });

    const first = job();
    await expect(ask(first, "failed")).rejects.toThrow("500");
    legs = estimateTravel.legs;
    const finished = await ask(first, "failed");
    expect(finished).toMatchObject({ status: 200, body: { stops_imported: 3, stops_geocoded: 3 } });
    expect(finished.body.route_id).toEqual(expect.any(String));
    expect((await ask(first, "failed")).body).toEqual(finished.body);

    const second = job();
    const isReached = new Promise<void>((reached) => {
      legs = () => {
        reached();
        return new Promise(() => {});
      };
    });
    void ask(second, "died");
    await isReached;
    legs = estimateTravel.legs;
    expect((await ask(second, "died")).status).toBe(429);
    clock.advanceSeconds(121);
    expect(await ask(second, "died")).toMatchObject({ status: 200, body: { route_id: finished.body.route_id } });
    expect((await ask(second, "another")).status).toBe(400);
    const { projectId } = own;
    expect((await listDeliveryIds(own.tenant.context(), { filter: { projectId } })).ids).toHaveLength(6);
  });

  test("400: a name that was used already", async () => {
    const body = job({ driver_email: "nobody.yet@example.com" });
    expect((await send(body)).status).toBe(200);
    expect(await send(body)).toMatchObject({
      status: 400,
      body: { error: { code: "VALIDATION_ERROR", messages: ["external_job_id already exists"] } },
    });
  });

  test("400: every field at fault is said as the document says it", async () => {
    const { body } = await send({ title: "x", driver_email: "x", stops: [{ external_stop_id: "1", address: null }] });
    expect(body.error.messages).toEqual([
      "external_job_id is required",
      "driver_email must be a valid email address",
      "stops[0].address is required",
    ]);
    const messagesOf = async (stops: unknown) => (await send(job({ stops }))).body.error.messages;
    expect(await messagesOf(undefined)).toEqual(["stops is required"]);
    expect(await messagesOf([])).toEqual(["stops must contain at least 1 stop"]);
    expect(await messagesOf([locatedStop("1", 95, 12), locatedStop("2", 55, 12)])).toEqual([
      "stops[0].latitude must be between -90 and 90",
    ]);
    expect(await messagesOf([locatedStop("1", 55, 12), locatedStop("1", 55, 12)])).toEqual([
      "stops[1].external_stop_id must be unique within the job",
    ]);
    expect(await messagesOf(Array.from({ length: 201 }, (_, at) => locatedStop(`${at}`, 55, 12)))).toEqual([
      "stops must contain at most 200 stops",
    ]);
    expect((await send([])).body.error.messages).toEqual(["body must be a JSON object"]);
  });

  test("400: days that are none, or of no year anybody plans", async () => {
    const messagesOf = async (overrides: Record<string, unknown>) => (await send(job(overrides))).body.error.messages;
    const stop = (overrides: Record<string, unknown>) => ({ stops: [locatedStop("1", 55, 12, overrides)] });
    const day = "must be on a real day between 2000 and 2100";
    expect(await messagesOf(stop({ time_window_start: "2026-02-30T08:00" }))).toEqual([
      `stops[0].time_window_start ${day}`,
    ]);
    expect(await messagesOf(stop({ time_window_end: "1999-12-31T08:00:00Z" }))).toEqual([
      `stops[0].time_window_end ${day}`,
    ]);
    expect(await messagesOf({ scheduled_date: "2222-01-01" })).toEqual([
      "scheduled_date must be between 2000 and 2100",
    ]);
    expect(await messagesOf({ scheduled_date: "soon" })).toEqual(["scheduled_date must be a date (YYYY-MM-DD)"]);
    expect(await messagesOf(stop({ address: " , " }))).toEqual(["stops[0].address is required"]);
    const twins = [locatedStop("1", 55, 12), { ...locatedStop("1", 55, 12), external_stop_id: " 1 " }];
    expect(await messagesOf({ stops: twins })).toEqual(["stops[1].external_stop_id must be unique within the job"]);
  });

  test("200: a long address is kept whole, whatever its parts", async () => {
    const address = `1 George St, ${"x".repeat(150)}`;
    const stops = [locatedStop("1", 55, 12, { address })];
    const { status, body } = await send(job({ stops, driver_email: "nobody.yet@example.com" }));
    expect([status, body.stops?.[0].address]).toEqual([200, address]);
  });

  test("200: jobs that come at the same moment for one driver, counting their stops alike, are all taken", async () => {
    const stops = ["STOP-1", "STOP-2", "STOP-3"].map((id, at) => locatedStop(id, 55.6 + at / 100, 12.5));
    const jobs = [1, 2, 3, 4].map(() => job({ stops, scheduled_date: "2031-04-07" }));
    const answers = await Promise.all(jobs.map((each) => send(each)));
    expect(answers.map(({ status, body }) => [status, body.error])).toEqual(jobs.map(() => [200, undefined]));
  });

  test("200: a route that somebody keeps changing costs the job its route, not its sender the answer", async () => {
    const busy: Awaited<ReturnType<typeof office>> = await office({
      ports: {
        solver: {
          ...solvingPorts.solver,
          solve: async (...asked) => {
            await busy.tenant.database.raw`update route set version = version + 1
              where organization_id = ${busy.tenant.organizationId}`;
            return solvingPorts.solver.solve(...asked);
          },
        },
      },
    });
    const stops = (name: string) => [0, 1, 2, 3].map((at) => locatedStop(`${name}${at}`, 55.6 + at / 100, 12.5));
    const ask = (body: unknown) => busy.ask("POST", "/integration-import", { body });
    const first = await ask(job({ stops: stops("a") }));
    expect(first.body.route_id).not.toBeNull();
    const { status, body } = await ask(job({ stops: stops("b") }));
    expect([status, body.route_id, body.stops_imported]).toEqual([200, null, 4]);
    expect(body.optimization).not.toBeNull();
  });

  test("403: an integration that may not plan; nothing of its job is kept", async () => {
    const scopes = ["deliveries:read", "deliveries:write", "fleet:write"] as const;
    const planless = await office({ scopes });
    const body = job();
    const refused = await planless.ask("POST", "/integration-import", { body });
    expect(refused).toMatchObject({ status: 403, body: { error: "The integration may not do this" } });
    const read = await planless.ask("GET", `/integration-jobs?external_job_id=${body.external_job_id}`);
    expect(read.status).toBe(404);
  });

  test("403: an integration that may read only", async () => {
    const reader = await office({ hasDriver: false, scopes: ["deliveries:read"] });
    const refused = await reader.ask("POST", "/integration-import", { body: job() });
    expect(refused).toMatchObject({ status: 403, body: { error: "The integration may not do this" } });
  });
});
