import { beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "@/server/testing/api-client";
import { dress } from "./ids";
import { routal } from "./routal";
import { askerOf, type Shop, shop, stopRequest, stopRequests } from "./testing/shop";

let it: Shop;
beforeAll(async () => {
  it = await shop({ vans: 1 });
});

describe("POST /v2/plan", () => {
  test("200: a day and a label are one plan, however often it is asked for", async () => {
    const plan = await it.planOn("2031-05-22");
    expect(plan).toMatchObject({
      project_id: it.project_id,
      label: "Daily — 2031-05-22",
      execution_date: "2031-05-22T00:00:00.000Z",
      status: "planning",
      total_stops: 0,
    });
    expect(plan.id).toMatch(/^[0-9a-f]{24}$/);
    expect((await it.planOn("2031-05-22")).id).toBe(plan.id);
    expect((await it.planOn("2031-05-23")).id).not.toBe(plan.id);
  });

  test("200: another label of the same day is another plan, with stops of its own", async () => {
    const [day, evening] = [await it.planOn("2031-05-24", "Day"), await it.planOn("2031-05-24", "Evening")];
    expect(evening.id).not.toBe(day.id);
    await it.push(day.id, [stopRequest(1)]);
    await it.push(evening.id, [stopRequest(1), stopRequest(2)]);
    const count = async (id: string) => (await it.done("GET", `/v2/plan/${id}/stops`)).length;
    expect([await count(day.id), await count(evening.id)]).toEqual([1, 2]);
    expect((await it.planOn("2031-05-24", "Evening")).total_stops).toBe(2);
    expect((await it.planOn("2031-05-24", "Day")).total_stops).toBe(1);
  });

  test("200: many at once are one", async () => {
    const plans = await Promise.all([1, 2, 3, 4].map(() => it.planOn("2031-05-25")));
    expect(new Set(plans.map(({ id }) => id)).size).toBe(1);
  });

  test("400: without a label, or on no day", async () => {
    for (const body of [{}, { label: "x" }, { label: "x", execution_date: "22/05/2031" }, []]) {
      const { status, body: said } = await it.ask("POST", "/v2/plan", { query: { project_id: it.project_id }, body });
      expect([status, said.message_id]).toEqual([400, "highway.request.error.validation"]);
    }
  });

  test("404: in a project that is not there", async () => {
    const body = { label: "x", execution_date: "2031-05-22" };
    const { status, body: said } = await it.ask("POST", "/v2/plan", {
      query: { project_id: "0123456789abcdef01234567" },
      body,
    });
    expect([status, said.message_id]).toEqual([404, "highway.project.error.not_found"]);
  });

  test("401: without a key, with a wrong one, and with one in a header", async () => {
    for (const key of [null, "api_key_nonsense"]) {
      const { status, body } = await it.ask("POST", "/v2/plan", { key, body: {} });
      expect([status, body.message_id]).toEqual([401, "highway.auth.error.invalid_private_key"]);
    }
  });
});

describe("GET /v2/plans", () => {
  test("200: a page in the order asked, by project, text and status", async () => {
    const own = await shop();
    for (const date of ["2031-06-01", "2031-06-02", "2031-06-03"]) await own.planOn(date);
    await own.planOn("2031-06-03", "Evening");
    const page = await own.done("GET", "/v2/plans", { query: { limit: "2", sort: "execution_date:asc" } });
    expect(page).toMatchObject({ total: 4, limit: 2, offset: 0, pages: 2, page: 1 });
    expect(page.docs.map(({ label }: { label: string }) => label)).toEqual([
      "Daily — 2031-06-01",
      "Daily — 2031-06-02",
    ]);
    const second = await own.done("GET", "/v2/plans", { query: { limit: "2", offset: "2", text: "daily" } });
    expect([second.total, second.docs.length, second.page]).toEqual([3, 1, 2]);
    const status = async (name: string) => (await own.done("GET", "/v2/plans", { query: { status: name } })).total;
    expect([await status("planning"), await status("in_progress"), await status("finished")]).toEqual([4, 0, 0]);
    expect((await own.done("GET", "/v2/plans", { query: { project_id: own.project_id } })).total).toBe(4);
    expect((await own.done("GET", "/v2/plans", { query: { deleted: "true" } })).docs).toEqual([]);
  });

  test("400: sorted by nothing there is", async () => {
    expect((await it.ask("GET", "/v2/plans", { query: { sort: "colour:asc" } })).status).toBe(400);
  });
});

describe("GET /v2/plan/{id}", () => {
  test("200: with its stops, routes and vehicles", async () => {
    const plan = await it.planOn("2031-06-10");
    await it.push(plan.id, stopRequests(2));
    await it.done("POST", `/v2/plan/${plan.id}/optimize`);
    const whole = await it.done("GET", `/v2/plan/${plan.id}`);
    expect(whole).toMatchObject({ id: plan.id, total_stops: 2, pending_stops: 2, total_routes: 1 });
    expect([whole.stops.length, whole.routes.length]).toEqual([2, 1]);
    expect(whole.vehicles).toMatchObject([{ id: it.vehicles[0].id, label: "Van 1" }]);
  });

  test("404: one that is not there", async () => {
    const { status, body } = await it.ask("GET", "/v2/plan/0123456789abcdef01234567");
    expect([status, body.message_id]).toEqual([404, "highway.plan.error.not_found"]);
    expect((await it.ask("GET", "/v2/plan/nonsense")).status).toBe(404);
  });
});

describe("PUT /v2/plan/{id}", () => {
  test("200: another label; 409: one that is taken, or another day", async () => {
    const [plan, other] = [await it.planOn("2031-06-11", "Early"), await it.planOn("2031-06-11", "Late")];
    expect((await it.done("PUT", `/v2/plan/${other.id}`, { body: { label: "Later" } })).label).toBe("Later");
    expect((await it.ask("PUT", `/v2/plan/${other.id}`, { body: { label: "Early" } })).status).toBe(409);
    const moved = await it.ask("PUT", `/v2/plan/${plan.id}`, { body: { execution_date: "2031-06-12" } });
    expect(moved.status).toBe(409);
    expect((await it.done("PUT", `/v2/plan/${plan.id}`, { body: { execution_date: "2031-06-11" } })).id).toBe(plan.id);
  });
});

describe("DELETE /v2/plan/{id}", () => {
  test("200: gone with its routes and stops; another of the day stays", async () => {
    const [plan, other] = [await it.planOn("2031-06-13", "One"), await it.planOn("2031-06-13", "Two")];
    const [stop] = await it.push(plan.id, [stopRequest(1)]);
    await it.push(other.id, [stopRequest(2)]);
    await it.done("POST", `/v2/plan/${plan.id}/optimize`);
    const [route] = await it.done("GET", `/v2/plan/${plan.id}/routes`);
    const gone = await it.done("DELETE", `/v2/plan/${plan.id}`);
    expect(gone).toMatchObject({ id: plan.id, deleted: true, total_stops: 1 });
    const found = await it.done("POST", "/v2/stops/search", {
      body: { predicates: [{ field: "id", value: stop.id }] },
    });
    expect(found.docs).toEqual([]);
    expect((await it.ask("GET", `/v2/route/${route.id}`)).status).toBe(404);
    expect((await it.done("GET", `/v2/plan/${other.id}/stops`)).length).toBe(1);
    await it.done("DELETE", `/v2/plan/${other.id}`);
    expect((await it.ask("DELETE", `/v2/plan/${other.id}`)).status).toBe(404);
  });
});

test("DELETE /v2/plan/{id} 403: with a key that may plan and not delete orders", async () => {
  const plan = await it.planOn("2031-06-15");
  await it.push(plan.id, stopRequests(1));
  const planner = await apiClient(routal, it.tenant, { scopes: ["plans:read", "plans:write"] });
  const { status, body } = await askerOf(planner)("DELETE", `/v2/plan/${plan.id}`);
  expect([status, body.message_id]).toEqual([403, "highway.auth.error.forbidden"]);
  expect(await it.done("GET", `/v2/plan/${plan.id}/stops`)).toHaveLength(1);
});

describe("GET /v2/plan/{id}/stops", () => {
  test("200: a bare list of what was pushed, by whatever name it came", async () => {
    const plan = await it.planOn("2031-06-14");
    await it.push(plan.id, stopRequests(3));
    const stops = await it.done("GET", `/v2/plan/${plan.id}/stops`);
    expect(stops.map((stop: { external_id: string }) => stop.external_id).sort()).toEqual([
      "ORD-10042",
      "ORD-10043",
      "ORD-10044",
    ]);
    expect(stops[0]).toMatchObject({ plan_id: plan.id, route_id: null, status: "pending", reports: [] });
  });

  test("404: of a plan that is not there", async () => {
    expect((await it.ask("GET", `/v2/plan/${dress(it.tenant.newId())}/stops`)).status).toBe(404);
  });
});
