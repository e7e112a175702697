import { beforeAll, describe, expect, test } from "vitest";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { createProject } from "@/server/services/project/create-project";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { dress } from "./ids";
import { KNOWN_STREET, type Shop, shop, stopRequest, stopRequests } from "./testing/shop";

let it: Shop;
let plan: { id: string };
beforeAll(async () => {
  it = await shop({ vans: 1 });
  plan = await it.planOn("2031-05-22");
});

const pushing = (body: unknown, query: Record<string, string> = { plan_id: plan.id, project_id: it.project_id }) =>
  it.ask("POST", "/v2/stops", { query, body });
const stopsOf = (planId: string) => it.done("GET", `/v2/plan/${planId}/stops`);

describe("POST /v2/stops", () => {
  test("200: the recipe's stop comes back as it was sent", async () => {
    const sent = stopRequest(1, {
      volume: 0.0125,
      requires: ["frost"],
      comments: "2nd floor",
      color: { any: ["thing"] },
    });
    const [stop] = await it.push(plan.id, [sent]);
    const { tasks, location, ...rest } = sent;
    expect(stop).toMatchObject(rest);
    expect(stop.location).toMatchObject(location);
    expect(stop.tasks).toMatchObject(tasks);
    expect(stop).toMatchObject({ plan_id: plan.id, project_id: it.project_id, type: "delivery", status: "pending" });
    const [read] = await stopsOf(plan.id);
    expect(read).toEqual(stop);
  });

  test("200: pushed again nothing is doubled and nothing is changed; twice in one push is once", async () => {
    const other = await it.planOn("2031-05-23");
    const first = await it.push(other.id, stopRequests(3));
    const again = await it.push(other.id, [
      ...stopRequests(3, { label: "Somebody else" }),
      stopRequest(7),
      stopRequest(7),
    ]);
    expect(again.slice(0, 3)).toEqual(first);
    expect(again[4]).toEqual(again[3]);
    expect(await stopsOf(other.id)).toHaveLength(4);
  });

  test("200: pushed at the same moment, each is there once", async () => {
    const other = await it.planOn("2031-05-24");
    await Promise.all([1, 2, 3].map(() => it.push(other.id, stopRequests(4))));
    expect(await stopsOf(other.id)).toHaveLength(4);
  });

  test("200: what another system sent in without a number goes by its order, and takes no other name", async () => {
    const other = await it.planOn("2031-08-17");
    const drop = { address: { street: "Bredgade 1" }, position: { lat: 55.68, lng: 12.58 } };
    const sent = ["ORD-A", "ORD-B"].map((orderRef) => {
      return { serviceDate: "2031-08-17", source: "elsewhere", sourceId: "JOB-1", orderRef, dropoff: drop };
    });
    await createDeliveries(it.tenant.context(), { projectId: it.projectId, deliveries: sent });
    await it.push(other.id, [stopRequest(1, { external_id: "ORD-A" }), stopRequest(2, { external_id: "JOB-1" })]);
    const names = (await stopsOf(other.id)).map(({ external_id }: { external_id: string }) => external_id);
    expect(names.sort()).toEqual(["JOB-1", "ORD-A", "ORD-B"]);
  });

  test("200: the same order in another plan is another stop under the same name", async () => {
    const other = await it.planOn("2031-05-25");
    const [retry] = await it.push(other.id, [stopRequest(1)]);
    const [first] = (await stopsOf(plan.id)).filter(
      ({ external_id }: { external_id: string }) => external_id === retry.external_id,
    );
    expect(retry.external_id).toBe("ORD-10043");
    expect(retry.id).not.toBe(first.id);
  });

  test("200: without a plan into the project's inbox; an empty push is nothing", async () => {
    const [stop] = await it.done("POST", "/v2/stops", {
      query: { project_id: it.project_id },
      body: [stopRequest(50)],
    });
    expect([stop.plan_id, stop.route_id]).toEqual([null, null]);
    const [again] = await it.done("POST", "/v2/stops", {
      query: { project_id: it.project_id },
      body: [stopRequest(50)],
    });
    expect(again.id).toBe(stop.id);
    expect(await it.push(plan.id, [])).toEqual([]);
  });

  test("200: an address alone is looked up", async () => {
    const [stop] = await it.push(plan.id, [stopRequest(60, { location: { address: KNOWN_STREET } })]);
    expect(stop.location).toMatchObject({ lat: 55.6845, lng: 12.5929, address: KNOWN_STREET });
  });

  test.each([
    ["phone", { phone: "600111222" }, "highway.stop.error.phone_invalid"],
    ["phone", { phone: "+34 600 111 222" }, "highway.stop.error.phone_invalid"],
    ["phone", { phone: "+123456" }, "highway.stop.error.phone_invalid"],
    ["phone", { phone: "+1234567890123456" }, "highway.stop.error.phone_invalid"],
    ["e-mail", { email: "alice" }, "highway.stop.error.email_invalid"],
    ["latitude", { location: { lat: 91, lng: 2 } }, "highway.geocoding.error.wrong_lat_lng"],
    ["longitude", { location: { lat: 41, lng: -181 } }, "highway.geocoding.error.wrong_lat_lng"],
    ["null island", { location: { lat: 0, lng: 0 } }, "highway.geocoding.error.wrong_lat_lng"],
    ["no place", { location: {} }, "highway.geocoding.error.wrong_lat_lng"],
    ["an address that is nowhere", { location: { address: "Nowhere 1" } }, "highway.geocoding.error.wrong_lat_lng"],
    ["unknown custom fields", { custom_fields: { gift: true } }, "highway.stop.error.custom_fields_invalid"],
    ["custom fields of no type", { custom_fields: { gift: [1] } }, "highway.stop.error.custom_fields_invalid"],
    [
      "a window that ends before it begins",
      { time_windows: [[7200, 3600]] },
      "highway.stop.error.time_windows_invalid",
    ],
    ["a duration in words", { duration: "3 min" }, "highway.request.error.validation"],
  ])("400: one bad item (%s) rejects the whole push", async (_, fault, messageId) => {
    const other = await it.planOn("2031-05-26");
    const { status, body } = await pushing([stopRequest(1), stopRequest(2, fault), stopRequest(3)], {
      plan_id: other.id,
      project_id: it.project_id,
    });
    expect([status, body.message_id]).toEqual([400, messageId]);
    expect(body.message).toEqual(expect.any(String));
    expect(await stopsOf(other.id)).toEqual([]);
  });

  test("200: what says nothing takes its plan's project's time at the stop, whichever project is named", async () => {
    const own = await shop();
    const project = { name: "Aarhus", timeZone: "Europe/Copenhagen", defaultCountry: "DK", currency: "DKK" };
    const { id } = await createProject(own.tenant.context(), { ...project, defaultServiceSeconds: 420 });
    const day = { label: "There", execution_date: "2031-05-22" };
    const there = await own.done("POST", "/v2/plan", { query: { project_id: dress(id) }, body: day });
    const { duration: _, ...stop } = stopRequest(1) as Record<string, unknown>;
    const asked: Record<string, string>[] = [{ plan_id: there.id }, { plan_id: there.id, project_id: own.project_id }];
    for (const query of asked) {
      const [pushed] = await own.done("POST", "/v2/stops", {
        query,
        body: [{ ...stop, external_id: JSON.stringify(query) }],
      });
      expect(pushed.duration).toBe(420);
    }
  });

  test("200: custom fields the project knows", async () => {
    const own = await shop();
    const fields = [
      { name: "gift", kind: "boolean" as const },
      { name: "size", kind: "select" as const, choices: ["S", "L"], isRequired: true },
    ];
    await saveCustomFields(own.tenant.context(), { projectId: own.projectId, fields, seenAt: null });
    const { id } = await own.planOn("2031-05-22");
    const custom_fields = { gift: true, size: "L" };
    const [stop] = await own.push(id, [stopRequest(1, { custom_fields })]);
    expect(stop.custom_fields).toEqual(custom_fields);
    const change = (fields: object) => own.ask("PUT", `/v2/stop/${stop.id}`, { body: { custom_fields: fields } });
    expect((await change({ size: "M" })).body.message_id).toBe("highway.stop.error.custom_fields_invalid");
    expect((await change({ size: "S" })).body.custom_fields).toEqual({ size: "S" });
    expect((await change({ gift: true })).body.message_id).toBe("highway.stop.error.custom_fields_invalid");
  });

  test("400: no list, no JSON; 404: into a plan that is not there; 415: as a form", async () => {
    expect((await pushing(stopRequest(1))).status).toBe(400);
    expect((await pushing([], { plan_id: "nonsense" })).status).toBe(400);
    const unknown = await pushing([stopRequest(1)], { plan_id: "0123456789abcdef01234567" });
    expect([unknown.status, unknown.body.message_id]).toEqual([404, "highway.plan.error.not_found"]);
  });
});

describe("POST /v2/stops/geocode", () => {
  test("200: by addresses alone; what is not found is there without coordinates", async () => {
    const { id } = await it.planOn("2031-05-27");
    const body = [
      { external_id: "G-1", address: KNOWN_STREET, phone: "+34600111222" },
      { external_id: "G-2", address: "Middle of the Lake 1" },
    ];
    const [found, lost] = await it.done("POST", "/v2/stops/geocode", { query: { plan_id: id }, body });
    expect(found.location).toMatchObject({ lat: 55.6845, lng: 12.5929 });
    expect(lost.location).toMatchObject({ lat: null, lng: null, address: "Middle of the Lake 1" });
    const { status, body: said } = await it.ask("POST", `/v2/plan/${id}/optimize`);
    expect([status, said.message_id]).toEqual([409, "highway.optimization.error.no_result_found"]);
    const after = await stopsOf(id);
    expect(after.map(({ route_id }: { route_id: string | null }) => route_id === null)).toEqual([false, true]);
  });

  test("400: with coordinates, or without an address", async () => {
    for (const item of [{ address: KNOWN_STREET, location: { lat: 1, lng: 1 } }, { external_id: "x" }]) {
      expect((await it.ask("POST", "/v2/stops/geocode", { query: { plan_id: plan.id }, body: [item] })).status).toBe(
        400,
      );
    }
  });
});

describe("POST /v2/stop/move", () => {
  test("200: overflow rolls over to tomorrow's plan, in whatever form it is listed", async () => {
    const [today, tomorrow] = [await it.planOn("2031-07-01"), await it.planOn("2031-07-02")];
    const stops = await it.push(today.id, stopRequests(4));
    const ids = stops.map(({ id }: { id: string }) => id);
    const bodies = [{ stops: [ids[0]] }, { stop_ids: [ids[1]] }, { ids: [ids[2]] }, [ids[3]]];
    for (const body of bodies) {
      const moved = await it.done("POST", "/v2/stop/move", { query: { plan_id: tomorrow.id }, body });
      expect(moved).toMatchObject([{ plan_id: tomorrow.id, route_id: null }]);
    }
    expect(await stopsOf(today.id)).toEqual([]);
    expect((await stopsOf(tomorrow.id)).map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    const again = await it.push(tomorrow.id, stopRequests(4));
    expect(again.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test("200: a planned stop leaves its route; to the inbox, and to another plan of the day", async () => {
    const [day, evening] = [await it.planOn("2031-07-03", "Day"), await it.planOn("2031-07-03", "Evening")];
    const [one, two] = await it.push(day.id, stopRequests(2));
    await it.done("POST", `/v2/plan/${day.id}/optimize`);
    const [inbox] = await it.done("POST", "/v2/stop/move", { body: [one.id] });
    expect([inbox.plan_id, inbox.route_id]).toEqual([null, null]);
    const [moved] = await it.done("POST", "/v2/stop/move", { query: { plan_id: evening.id }, body: [two.id] });
    expect([moved.plan_id, moved.route_id]).toEqual([evening.id, null]);
    const [back] = await it.done("POST", "/v2/stop/move", { query: { plan_id: day.id }, body: [inbox.id] });
    expect(back.plan_id).toBe(day.id);
  });

  test("404: of nobody's, or to a plan that is not there; 409: of one that is with its driver; nothing moves", async () => {
    const [today, tomorrow] = [await it.planOn("2031-07-05"), await it.planOn("2031-07-06")];
    const [one, two] = await it.push(today.id, stopRequests(1)).then(async ([sent]) => {
      await it.done("POST", `/v2/plan/${today.id}/optimize`);
      const [route] = await it.done("GET", `/v2/plan/${today.id}/routes`);
      await it.done("POST", `/v2/route/${route.id}/dispatch`);
      return [sent, (await it.push(today.id, [stopRequest(5)]))[0]];
    });
    const move = (plan_id: string, ids: string[]) => it.ask("POST", "/v2/stop/move", { query: { plan_id }, body: ids });
    const nobody = "0123456789abcdef01234567";
    expect((await move(tomorrow.id, [two.id, nobody])).body.message_id).toBe("highway.stop.error.not_found");
    expect((await move(nobody, [two.id])).body.message_id).toBe("highway.plan.error.not_found");
    const held = await move(tomorrow.id, [two.id, one.id]);
    expect([held.status, held.body.message_id]).toEqual([409, "highway.stop.error.already_dispatched"]);
    expect(await stopsOf(tomorrow.id)).toEqual([]);
  });
});

describe("PUT /v2/stops/delete", () => {
  test("200: gone, planned ones too; 404 the second time", async () => {
    const { id } = await it.planOn("2031-07-08");
    const [one, two] = await it.push(id, stopRequests(2));
    await it.done("POST", `/v2/plan/${id}/optimize`);
    const gone = await it.done("PUT", "/v2/stops/delete", { body: { stops: [one.id] } });
    expect(gone).toMatchObject([{ id: one.id, deleted: true }]);
    expect((await stopsOf(id)).map((stop: { id: string }) => stop.id)).toEqual([two.id]);
    expect((await it.ask("PUT", "/v2/stops/delete", { body: { stops: [one.id] } })).status).toBe(404);
  });
});

describe("PUT /v2/stop/{stop_id}", () => {
  test("200: what is sent changes, the rest stays", async () => {
    const { id } = await it.planOn("2031-07-09");
    const [stop] = await it.push(id, [stopRequest(1)]);
    const change = { label: "Bob", weight: 3.25, time_windows: [[36_000, 40_000]], phone: null };
    const changed = await it.done("PUT", `/v2/stop/${stop.id}`, { body: change });
    expect(changed).toEqual({ ...stop, ...change, updated_at: expect.any(String) });
    const moved = await it.done("PUT", `/v2/stop/${stop.id}`, { body: { location: { lat: 55.7, lng: 12.6 } } });
    expect(moved.location).toMatchObject({ lat: 55.7, lng: 12.6 });
  });

  test("400: with a number nobody can call; 404: of nobody's; 409: to a name that is taken", async () => {
    const { id } = await it.planOn("2031-07-10");
    const [stop, other] = await it.push(
      id,
      stopRequests(2, {}).map((each, index) => ({ ...each, external_id: `N-${index}` })),
    );
    const put = (stopId: string, body: object) => it.ask("PUT", `/v2/stop/${stopId}`, { body });
    expect((await put(stop.id, { phone: "12" })).body.message_id).toBe("highway.stop.error.phone_invalid");
    expect((await put("0123456789abcdef01234567", { label: "x" })).status).toBe(404);
    expect((await put(stop.id, { external_id: other.external_id })).status).toBe(409);
  });
});

describe("POST /v2/stops/search", () => {
  test("200: by name, plan, route, status, and all of them together", async () => {
    const own = await shop({ vans: 1 });
    const { id } = await own.planOn("2031-05-22");
    const stops = await own.push(id, stopRequests(3));
    await own.done("POST", "/v2/stops", { query: { project_id: own.project_id }, body: [stopRequest(9)] });
    const found = async (...predicates: object[]) =>
      (await own.done("POST", "/v2/stops/search", { query: { project_id: own.project_id }, body: { predicates } }))
        .total;
    const is = (field: string, value: unknown) => ({ field, operator: "eq", value, type: "string" });
    expect(await found()).toBe(4);
    expect(await found(is("external_id", "ORD-10043"))).toBe(1);
    expect(await found(is("id", stops[0].id), is("external_id", "ORD-10043"))).toBe(0);
    expect([await found(is("plan_id", id)), await found(is("plan_id", null))]).toEqual([3, 1]);
    expect(await found(is("route_id", null))).toBe(4);
    expect([await found(is("status", "pending")), await found(is("status", "completed"))]).toEqual([4, 0]);
    expect(await found(is("status", "pending"), is("status", "completed"))).toBe(0);
    const body = { limit: 2, offset: 2, predicates: [] };
    const page = await own.done("POST", "/v2/stops/search", { body });
    expect(page).toMatchObject({ total: 4, limit: 2, offset: 2, pages: 2, page: 2 });
    expect(page.docs).toHaveLength(2);
  });

  test("400: by what cannot be asked", async () => {
    const body = { predicates: [{ field: "shoe_size", operator: "eq", value: 44 }] };
    expect((await it.ask("POST", "/v2/stops/search", { body })).status).toBe(400);
  });
});
