import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { DRIVER_PERMISSIONS } from "@/server/domain/access/permissions";
import { tellAct } from "@/server/services/execution/tell-act";
import { apiClient } from "@/server/testing/api-client";
import { routemate } from "./routemate";
import { jobRequest, locatedStop, office } from "./testing/office";

let rm: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  rm = await office();
});
const send = (body: unknown) => rm.ask("POST", "/integration-import", { body });
const read = (id: string) => rm.ask("GET", `/integration-jobs?job_id=${id}`);

/** What the app of the job's driver says. */
const act = (said: { type: string } & Record<string, unknown>, routeId: string) => {
  const { organizationId } = rm.tenant;
  const permissions = new Set(DRIVER_PERMISSIONS);
  const actor = { kind: "driver" as const, id: rm.driverId, label: "Dana", organizationId, permissions };
  return tellAct({ ...rm.tenant.context(), actor }, { act: said, routeId });
};
const visitOf = async (externalStopId: string) => {
  const [row] = await rm.tenant.database.raw`select v.id from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    where d.organization_id = ${rm.tenant.organizationId} and d.order_ref = ${externalStopId}`;
  return row!.id as string;
};

describe("GET /integration-jobs", () => {
  test("200: a job goes from assigned over in_progress to completed, counted by its stops", async () => {
    const stops = ["X-1", "X-2", "X-3"].map((id, at) => locatedStop(id, 55.68 + at / 100, 12.58));
    const { body: made } = await send(
      jobRequest({ external_job_id: "day", stops, scheduled_date: null, metadata: { wave: 1 } }),
    );
    const first = await read(made.job_id);
    expect(first.body).toMatchObject({
      job_id: made.job_id,
      external_job_id: "day",
      title: "Morning Deliveries - Zone A",
      status: "assigned",
      driver_email: "driver@example.com",
      driver_resolved: true,
      driver_user_id: rm.driverId,
      route_id: made.route_id,
      timezone: "Australia/Brisbane",
      metadata: { wave: 1 },
      stop_count: 3,
      status_counts: { pending: 3 },
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    await act({ type: "start-route" }, made.route_id);
    expect((await read(made.job_id)).body.status).toBe("in_progress");
    for (const id of ["X-1", "X-2"]) {
      const visitIds = [await visitOf(id)];
      const failed = { outcome: "failed", reason: "nobody-home" };
      await act({ type: "complete", visitIds, ...(id === "X-2" ? failed : { outcome: "delivered" }) }, made.route_id);
    }
    const second = (await read(made.job_id)).body;
    expect(second).toMatchObject({ status: "in_progress", status_counts: { pending: 1, completed: 1, failed: 1 } });
    expect(second.stops.map((stop: { status: string }) => stop.status)).toEqual(["completed", "failed", "pending"]);
    await act({ type: "complete", visitIds: [await visitOf("X-3")], outcome: "delivered" }, made.route_id);
    const last = (await read(made.job_id)).body;
    expect(last).toMatchObject({ status: "completed", status_counts: { completed: 2, failed: 1 } });
    expect(Date.parse(last.updated_at)).toBeGreaterThanOrEqual(Date.parse(first.body.updated_at));
  });

  test("200: it is found by the sender's id as well", async () => {
    const { body } = await send(jobRequest({ external_job_id: "by name/1", driver_email: "nobody.yet@example.com" }));
    const found = await rm.ask("GET", `/integration-jobs?external_job_id=${encodeURIComponent("by name/1")}`);
    expect(found.body).toMatchObject({ job_id: body.job_id, status: "pending", scheduled_date: "2026-03-09" });
  });

  test("200: what was sent comes back as it was, whatever it was", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((said) => said.trim() !== "");
    const stop = fc.record(
      {
        address: text,
        latitude: fc.double({ min: 55.5, max: 55.8, noNaN: true }),
        longitude: fc.double({ min: 12.3, max: 12.7, noNaN: true }),
        label: text,
        notes: text,
        service_type: fc.constantFrom("delivery", "pickup", "service_call"),
        duration_minutes: fc.integer({ min: 0, max: 700 }),
        time_window_start: fc.constant("2031-03-03T09:00:00Z"),
        time_window_end: fc.constant("2031-03-03T11:30:00+01:00"),
        priority: fc.integer({ min: -2, max: 9 }),
        parcel_count: fc.integer({ min: 0, max: 99 }),
        metadata: fc.dictionary(text, fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value))),
      },
      { requiredKeys: ["address", "latitude", "longitude"] },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stop, { minLength: 1, maxLength: 3 }), text, async (stops, title) => {
        const name = `R-${++run}-${title}`;
        const sent = stops.map((each, at) => ({ external_stop_id: `${name}-${at}`.slice(0, 120), ...each }));
        const request = jobRequest({
          external_job_id: name,
          title,
          driver_email: "nobody.yet@example.com",
          stops: sent,
        });
        const made = await send(request);
        expect(made.status).toBe(200);
        const { body } = await read(made.body.job_id);
        expect(body).toMatchObject({ title, external_job_id: name, stop_count: sent.length });
        const byId = new Map(body.stops.map((each: { external_stop_id: string }) => [each.external_stop_id, each]));
        for (const each of sent) expect(byId.get(each.external_stop_id)).toMatchObject(each);
      }),
      { numRuns: 15 },
    );
  });

  test("400: neither id is given", async () => {
    expect(await rm.ask("GET", "/integration-jobs")).toMatchObject({
      status: 400,
      body: { error: { code: "VALIDATION_ERROR", messages: ["external_job_id or job_id is required"] } },
    });
  });

  test("404: an id of nothing, and another organization's", async () => {
    const other = await office({ hasDriver: false });
    const { body } = await send(jobRequest({ external_job_id: "mine", driver_email: "nobody.yet@example.com" }));
    for (const asked of [`job_id=${body.job_id}`, "external_job_id=mine", "job_id=nothing"]) {
      const answer = await other.ask("GET", `/integration-jobs?${asked}`);
      expect(answer).toMatchObject({ status: 404, body: { error: "Job not found" } });
    }
  });

  test("429: more than sixty a minute", async () => {
    const busy = await apiClient(routemate, rm.tenant, { now: () => new Date(0) });
    for (let at = 0; at < 60; at++) await busy.ask("GET", "/integration-jobs");
    const refused = await busy.ask("GET", "/integration-jobs");
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({ error: "Rate limit exceeded", retry_after_seconds: expect.any(Number) });
  });
});
