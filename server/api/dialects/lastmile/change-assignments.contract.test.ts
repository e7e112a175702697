import { beforeAll, describe, expect, test } from "vitest";
import { dress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const NOTHING = "01980000-0000-8000-8000-000000000001";
const day = "2031-03-03";
let mine: Shop;
let other: Shop;
let drivers: string[];
let count = 0;

beforeAll(async () => {
  mine = await shop();
  other = await shop();
  drivers = [];
  for (const name of ["Ida", "Bo", "Eva", "Ole"]) {
    const body = { name, metadata: { start_location: { lat: 55.68, lon: 12.56 } } };
    drivers.push((await mine.ask("POST", "/drivers", { body })).body.id);
  }
});

const post = (path: string, body?: unknown, { ask }: Pick<Shop, "ask"> = mine) =>
  ask("POST", path, body === undefined ? {} : { body });

async function deliver(number: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < number; index++) {
    const { dropoff } = deliveryRequest();
    const address = { ...dropoff.address, location: { lat: 55.66 + (count % 9) * 0.004, lon: 12.55 } };
    const window = { from: `${day}T08:00:00Z`, to: `${day}T16:00:00Z` };
    const body = deliveryRequest({
      source_id: `c-${count++}`,
      pickup: undefined,
      dropoff: { ...dropoff, address, window },
    });
    ids.push((await post("/deliveries", body)).body.delivery_id);
  }
  return ids;
}

const stateOf = async (id: string) => {
  const { body } = await mine.ask("GET", `/deliveries/${id}`);
  return [body.status, body.assignment?.driver_id ?? null];
};

describe("POST /drivers/{driverId}/assign", () => {
  test("200: on his route, assigned; asked again nothing changes, and more goes on the same route", async () => {
    const [first, second] = await deliver(2);
    const path = `/drivers/${drivers[0]}/assign`;
    const made = await post(path, { delivery_ids: [first] });
    expect(made).toMatchObject({
      status: 200,
      body: { assignments: [{ driver_id: drivers[0], delivery_ids: [first] }] },
    });
    expect(await stateOf(first!)).toEqual(["assigned", drivers[0]]);
    expect((await post(path, { delivery_ids: [first] })).body).toEqual(made.body);
    const both = await post(path, { delivery_ids: [first, second] });
    expect(both.body.assignments).toHaveLength(1);
    expect(both.body.assignments[0].id).toBe(made.body.assignments[0].id);
    expect(both.body.assignments[0].stops).toHaveLength(2);
  });

  test("409: what another driver has, unless it is forced; what is over", async () => {
    const [id] = await deliver(1);
    await post(`/drivers/${drivers[0]}/assign`, { delivery_ids: [id] });
    const path = `/drivers/${drivers[1]}/assign`;
    expect((await post(path, { delivery_ids: [id] })).status).toBe(409);
    expect(await stateOf(id!)).toEqual(["assigned", drivers[0]]);
    expect((await post(path, { delivery_ids: [id], force: true })).status).toBe(200);
    expect(await stateOf(id!)).toEqual(["assigned", drivers[1]]);
    const [gone] = await deliver(1);
    await post(`/deliveries/${gone}/cancel`);
    expect((await post(path, { delivery_ids: [gone] })).status).toBe(409);
  });

  test("400, 404, 422: nobody, nothing, none named", async () => {
    const [id] = await deliver(1);
    const path = `/drivers/${drivers[0]}/assign`;
    expect((await post(path, {})).status).toBe(400);
    expect((await post(path, { delivery_ids: [] })).status).toBe(422);
    expect((await post(path, { delivery_ids: [dress("delivery", NOTHING)] })).status).toBe(404);
    expect((await post(`/drivers/${dress("driver", NOTHING)}/assign`, { delivery_ids: [id] })).status).toBe(404);
    expect((await post(path, { delivery_ids: [id] }, other)).status).toBe(404);
  });
});

describe("POST /drivers/{driverId}/unassign", () => {
  test("200: off his route, or with another driver in one step; what is not his is told", async () => {
    const [first, second, third] = await deliver(3);
    await post(`/drivers/${drivers[0]}/assign`, { delivery_ids: [first, second] });
    await post(`/drivers/${drivers[1]}/assign`, { delivery_ids: [third] });
    const path = `/drivers/${drivers[0]}/unassign`;
    const { body } = await post(path, { delivery_ids: [first, third] });
    expect(body).toMatchObject({ unassigned: [first], skipped: [{ delivery_id: third, reason: "not_his" }] });
    expect(await stateOf(first!)).toEqual(["requested", null]);
    expect(await stateOf(third!)).toEqual(["assigned", drivers[1]]);
    const given = await post(path, { delivery_ids: [second], reassign_to: drivers[1] });
    expect(given.body.assignments).toMatchObject([{ driver_id: drivers[1] }]);
    expect(await stateOf(second!)).toEqual(["assigned", drivers[1]]);
  });

  test("404, 422: nobody, another tenant's, nothing named", async () => {
    const path = `/drivers/${drivers[0]}/unassign`;
    expect((await post(path, {})).status).toBe(422);
    expect((await post(path, { delivery_ids: [dress("delivery", NOTHING)] })).status).toBe(404);
    expect((await post(path, { delivery_ids: [dress("delivery", NOTHING)] }, other)).status).toBe(404);
  });
});

describe("POST /assignments/{assignmentId}/replan", () => {
  test("200: with what is added, in a new order; 409 while it is locked", async () => {
    const [first, second] = await deliver(2);
    const { body: made } = await post(`/drivers/${drivers[2]}/assign`, { delivery_ids: [first] });
    const path = `/assignments/${made.assignments[0].id}`;
    const { status, body } = await post(`${path}/replan`, { delivery_ids: [second], event: "added" });
    expect(status).toBe(200);
    expect(body.delivery_ids.toSorted()).toEqual([first, second].toSorted());
    expect(body.unassigned).toEqual([]);
    await post(`${path}/lock`);
    const locked = await post(`${path}/replan`, {});
    expect(locked).toMatchObject({ status: 409, body: { error: { details: { reason: "route-locked" } } } });
    await post(`${path}/lock`, { locked: false });
    expect((await post(`${path}/replan`, {})).status).toBe(200);
    expect((await post(`${path}/replan`, {}, other)).status).toBe(404);
    expect((await post(`${path}/replan`, { strategy: "any" })).status).toBe(422);
  });
});

describe("POST /assignments/{assignmentId}/lock", () => {
  test("200, 404: automatic assignment leaves it alone; locked again it is as it was", async () => {
    const [first] = await deliver(1);
    const { body: made } = await post(`/drivers/${drivers[2]}/assign`, { delivery_ids: [first] });
    const path = `/assignments/${made.assignments[0].id}/lock`;
    const { body: locked } = await post(path);
    expect(locked.locked).toBe(true);
    expect((await post(path)).body.version).toBe(locked.version);
    const [next] = await deliver(1);
    expect((await post(`/drivers/${drivers[2]}/assign`, { delivery_ids: [next] })).status).toBe(409);
    const { body } = await post("/assignments/auto", { delivery_ids: [next] });
    expect(body.assignments[0].id).not.toBe(locked.id);
    expect((await post(path, { locked: false })).body.locked).toBe(false);
    expect((await post(path, undefined, other)).status).toBe(404);
  });
});

describe("POST /assignments/{assignmentId}/push-to-driver", () => {
  test("200: by his app, and by a link where he has an address", async () => {
    const [first] = await deliver(1);
    const { body: made } = await post(`/drivers/${drivers[3]}/assign`, { delivery_ids: [first] });
    const path = `/assignments/${made.assignments[0].id}/push-to-driver`;
    expect((await post(path)).body).toMatchObject({ pushed: true, channels: ["app"], messages: [] });
    await mine.ask("PATCH", `/drivers/${drivers[3]}`, { body: { email: "ole@example.com" } });
    const { body } = await post(path);
    expect(body).toMatchObject({ channels: ["app", "email"], messages: [{ channel: "email", status: "queued" }] });
    expect((await post(path, undefined, other)).status).toBe(404);
    await post("/assignments/bulk-unassign", { assignment_ids: [made.assignments[0].id] });
    expect((await post(path)).status).toBe(409);
  });
});

describe("POST /assignments/bulk-unassign", () => {
  test("200, 404, 422: each by itself; another tenant's and none at all are the same nothing", async () => {
    const [first, second] = await deliver(2);
    await post(`/drivers/${drivers[1]}/assign`, { delivery_ids: [first] });
    const named = [first, second, dress("delivery", NOTHING), "x"];
    const { body } = await post("/assignments/bulk-unassign", { delivery_ids: named });
    expect(body.unassigned).toEqual([first]);
    const reasons = new Map(
      body.skipped.map((each: { delivery_id: string; reason: string }) => [each.delivery_id, each.reason]),
    );
    expect(reasons).toEqual(
      new Map([
        ["x", "no_such"],
        [second, "not_on_route"],
        [dress("delivery", NOTHING), "no_such"],
      ]),
    );
    expect(await stateOf(first!)).toEqual(["requested", null]);
    const theirs = await post("/assignments/bulk-unassign", { delivery_ids: [second] }, other);
    expect(theirs.body.skipped).toEqual([{ delivery_id: second, reason: "no_such" }]);
    expect((await post("/assignments/bulk-unassign", {})).status).toBe(422);
    const to = dress("driver", NOTHING);
    expect((await post("/assignments/bulk-unassign", { delivery_ids: [second], reassign_to: to })).status).toBe(404);
  });
});
