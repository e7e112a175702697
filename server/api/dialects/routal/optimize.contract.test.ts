import { beforeAll, describe, expect, test } from "vitest";
import { idFromHex24 } from "@/server/domain/ids";
import { listMessages } from "@/server/services/message/list-messages";
import { beginWaitedRun, endWaitedRun } from "@/server/services/plan/waited-run";
import { type Shop, shop, stopRequest, stopRequests } from "./testing/shop";

let it: Shop;
beforeAll(async () => {
  it = await shop({ vans: 2 });
});

const optimize = (planId: string, query: Record<string, string> = {}) =>
  it.ask("POST", `/v2/plan/${planId}/optimize`, { query });
const stopsOf = (planId: string): Promise<{ id: string; route_id: string | null; external_id: string }[]> =>
  it.done("GET", `/v2/plan/${planId}/stops`);
const routesOf = (planId: string): Promise<{ id: string; stops: { id: string }[]; vehicle_id: string }[]> =>
  it.done("GET", `/v2/plan/${planId}/routes`);

describe("POST /v2/plan/{id}/optimize", () => {
  test("200: everything fits, and nobody has been sent anything", async () => {
    const { id } = await it.planOn("2031-05-22");
    await it.push(id, stopRequests(6));
    const { status, body } = await optimize(id);
    expect([status, body.id, body.status, body.pending_stops]).toEqual([200, id, "planning", 6]);
    const stops = await stopsOf(id);
    expect(stops.every(({ route_id }) => route_id !== null)).toBe(true);
    expect(stops[0]).toMatchObject({ status: "pending", estimated_arrival: expect.stringMatching(/^2031-05-22T/) });
    expect(await listMessages(it.tenant.context(), {})).toEqual([]);
    expect((await optimize(id)).status).toBe(200);
  });

  test("200: of a day that is over, too; and of a plan without stops", async () => {
    const { id } = await it.planOn("2026-05-22");
    expect((await optimize(id)).status).toBe(200);
    await it.push(id, stopRequests(3));
    expect((await optimize(id)).status).toBe(200);
    expect((await stopsOf(id)).every(({ route_id }) => route_id !== null)).toBe(true);
  });

  test("409 no_result_found: what fits is planned all the same, the overflow has no route_id", async () => {
    const own = await shop();
    await own.addVans(1, { default_max_services: 3 });
    const { id } = await own.planOn("2031-05-22");
    await own.push(id, stopRequests(5));
    const { status, body } = await own.ask("POST", `/v2/plan/${id}/optimize`);
    expect([status, body.message_id]).toEqual([409, "highway.optimization.error.no_result_found"]);
    const stops = await own.done("GET", `/v2/plan/${id}/stops`);
    const left = stops.filter(({ route_id }: { route_id: string | null }) => route_id === null);
    expect([stops.length, left.length]).toEqual([5, 2]);
    const [route] = await own.done("GET", `/v2/plan/${id}/routes`);
    expect(route.stops).toHaveLength(3);
  });

  test("409 no_result_found: without vehicles nothing fits", async () => {
    const own = await shop();
    const { id } = await own.planOn("2031-05-22");
    await own.push(id, stopRequests(2));
    const { body } = await own.ask("POST", `/v2/plan/${id}/optimize`);
    expect(body.message_id).toBe("highway.optimization.error.no_result_found");
  });

  test("409 sync_optimization_already_progress: while another is under way", async () => {
    const { id } = await it.planOn("2031-05-23");
    await it.push(id, stopRequests(2));
    const planId = idFromHex24(id)!;
    const context = it.tenant.context();
    const { optimizationId } = await beginWaitedRun(context, { planId, maxSeconds: 60, keepDrivers: false });
    const { status, body } = await optimize(id);
    const progress = "highway.optimization.error.sync_optimization_already_progress";
    expect([status, body.message_id]).toEqual([409, progress]);
    expect(await it.done("GET", `/v2/plan/${id}/running_optimization`)).toMatchObject({ running: true });
    await endWaitedRun(context, { optimizationId, failure: null });
    expect((await optimize(id)).status).toBe(200);
  });

  test("200, 409: of two at once one runs, and nothing is planned twice", async () => {
    const { id } = await it.planOn("2031-05-24");
    await it.push(id, stopRequests(8));
    const statuses = (await Promise.all([optimize(id), optimize(id)])).map(({ status }) => status).sort();
    expect([
      [200, 409],
      [200, 200],
    ]).toContainEqual(statuses);
    const planned = (await routesOf(id)).flatMap(({ stops }) => stops.map((stop) => stop.id));
    expect(new Set(planned).size).toBe(8);
    expect(planned).toHaveLength(8);
  });

  test("200: a locked route stays as it is; keep_current_assignment leaves every stop its route", async () => {
    const { id } = await it.planOn("2031-05-25");
    await it.push(id, stopRequests(2));
    await optimize(id);
    const [first] = await routesOf(id);
    await it.done("PUT", `/v2/route/${first!.id}`, { body: { is_locked: true } });
    await it.push(id, [stopRequest(3), stopRequest(4)]);
    expect((await optimize(id)).status).toBe(200);
    const [locked, other] = await routesOf(id);
    expect(locked!.stops.map((stop) => stop.id)).toEqual(first!.stops.map((stop) => stop.id));
    expect(other!.stops).toHaveLength(2);
    await it.done("PUT", `/v2/route/${first!.id}`, { body: { is_locked: false } });
    const before = new Map((await stopsOf(id)).map((stop) => [stop.id, stop.route_id]));
    await optimize(id, { keep_current_assignment: "true" });
    expect(new Map((await stopsOf(id)).map((stop) => [stop.id, stop.route_id]))).toEqual(before);
  });

  test("200: a plan takes no stops of another label's, and none of its vehicles", async () => {
    const [day, evening] = [await it.planOn("2031-05-26", "Day"), await it.planOn("2031-05-26", "Evening")];
    await it.push(day.id, stopRequests(2));
    await it.push(evening.id, [stopRequest(5), stopRequest(6), stopRequest(7)]);
    expect((await optimize(evening.id)).status).toBe(200);
    expect((await stopsOf(day.id)).every(({ route_id }) => route_id === null)).toBe(true);
    expect(await routesOf(day.id)).toEqual([]);
    expect((await optimize(day.id)).status).toBe(200);
    const [[early], [late]] = [await routesOf(day.id), await routesOf(evening.id)];
    expect([early!.stops.length, late!.stops.length]).toEqual([2, 3]);
    expect(early!.vehicle_id).not.toBe(late!.vehicle_id);
    expect((await stopsOf(evening.id)).every(({ route_id }) => route_id === late!.id)).toBe(true);
  });

  test("404: a plan that is not there", async () => {
    expect((await optimize("0123456789abcdef01234567")).status).toBe(404);
  });
});

describe("GET /v2/plan/{id}/running_optimization", () => {
  test("200: none yet, and over; 404 of no plan", async () => {
    const { id } = await it.planOn("2031-05-27");
    const running = () => it.done("GET", `/v2/plan/${id}/running_optimization`);
    expect(await running()).toMatchObject({ id: null, plan_id: id, running: false, status: "none" });
    await it.push(id, stopRequests(2));
    await optimize(id);
    expect(await running()).toMatchObject({ running: false, status: "finished", progress: 100, assigned_stops: 2 });
    expect((await it.ask("GET", "/v2/plan/nonsense/running_optimization")).status).toBe(404);
  });
});
