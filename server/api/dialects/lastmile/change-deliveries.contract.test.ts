import { describe, expect, test } from "vitest";
import { dress } from "./ids";
import { deliveryRequest, shop } from "./testing/shop";

const NOWHERE = dress("delivery", "01980000-0000-8000-8000-000000000001");

describe("PATCH /deliveries/{deliveryId}", () => {
  test("200: doors are laid over what is there, one level deep", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}`;
    const window = { from: "2031-03-04T08:00:00Z", to: "2031-03-04T09:00:00Z" };
    const { status, body, headers } = await ask("PATCH", path, {
      body: {
        dropoff: { window },
        pickup: { window: { from: "2031-03-04T05:00:00Z", to: "2031-03-04T06:00:00Z" } },
        metadata: { nested: { b: 1 } },
      },
    });
    expect(status).toBe(200);
    expect(headers.get("etag")).toBe('"v2"');
    expect(body).toMatchObject({
      version: 2,
      dropoff: { ...made.dropoff, window },
      pickup: { address: made.pickup.address, window: { from: "2031-03-04T05:00:00Z" } },
      metadata: { promised_by: "2031-03-03T12:00:00Z" },
    });
    expect(body.metadata.nested).toEqual({ b: 1 });
    const renamed = await ask("PATCH", path, { body: { dropoff: { recipient: { name: "Ida", phone: "12 ab" } } } });
    expect(renamed.body.dropoff).toMatchObject({ window, recipient: { name: "Ida", phone: "12 ab" } });
    const moved = await ask("PATCH", path, { body: { dropoff: { address: { line1: "Nygade 2", city: "Aarhus" } } } });
    expect(moved.body.dropoff.address).toEqual({ line1: "Nygade 2", city: "Aarhus", country: "DK" });
  });

  test("200, 422: of an address only its second line is changed; where there is none yet, it is refused", async () => {
    const { ask, tenant } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}`;
    const streets = async () => {
      const [row] = await tenant.database.raw`
        select l.street, l.lat, l.lng, l.confidence from delivery_visit v
        join location l on l.organization_id = v.organization_id and l.id = v.location_id
        where v.organization_id = ${tenant.organizationId}`;
      return row;
    };
    const before = await streets();
    expect(before).toMatchObject({ street: "Bredgade 1, 2. tv.", confidence: "given" });
    const patch = { dropoff: { address: { line2: "3. th." } }, pickup: { address: { line2: "Gate 4" } } };
    const { status, body } = await ask("PATCH", path, { body: patch });
    expect(status).toBe(200);
    expect(body.dropoff).toEqual({ ...made.dropoff, address: { ...made.dropoff.address, line2: "3. th." } });
    expect(body.pickup.address).toEqual({ ...made.pickup.address, line2: "Gate 4" });
    expect(await streets()).toEqual({ ...before, street: "Bredgade 1, 3. th." });
    const without = await ask("PATCH", path, { body: { dropoff: { address: { line2: "" } } } });
    expect(without.body.dropoff.address).toEqual({ ...made.dropoff.address, line2: "" });
    expect(await streets()).toEqual({ ...before, street: "Bredgade 1" });
    const place = { address: { line2: "3. th.", city: "Aarhus" } };
    expect((await ask("PATCH", path, { body: { dropoff: place } })).status).toBe(422);
    const { body: bare } = await ask("POST", "/deliveries", {
      body: deliveryRequest({ source_id: "bare", pickup: undefined }),
    });
    const lone = { pickup: { address: { line2: "Gate 4" } } };
    expect((await ask("PATCH", `/deliveries/${bare.delivery_id}`, { body: lone })).status).toBe(422);
  });

  test("200: of a recipient what is said is changed, and nothing else of him", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}`;
    const renamed = await ask("PATCH", path, { body: { dropoff: { recipient: { name: "Ida Holm" } } } });
    expect(renamed.body.dropoff.recipient).toEqual({ ...made.dropoff.recipient, name: "Ida Holm" });
    await ask("PATCH", path, { body: { dropoff: { recipient: { phone: "12 ab" } } } });
    const silent = await ask("PATCH", path, { body: { dropoff: { recipient: { email: "" } } } });
    expect(silent.body.dropoff.recipient).toEqual({ name: "Ida Holm", phone: "12 ab", email: "" });
  });

  test("412: the version that was seen is no longer there, by header or body", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}`;
    const body = { metadata: { a: 1 } };
    expect((await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } })).status).toBe(200);
    expect((await ask("PATCH", path, { body: { metadata: { a: 2 } }, headers: { "if-match": '"v1"' } })).status).toBe(
      412,
    );
    expect((await ask("PATCH", path, { body: { metadata: { a: 3 }, version: 1 } })).status).toBe(412);
    expect((await ask("PATCH", path, { body, headers: { "if-match": '"other"' } })).status).toBe(412);
    expect((await ask("PATCH", path, { body, headers: { "if-match": "*" } })).status).toBe(200);
  });

  test("404, 409: unknown, and one that is over", async () => {
    const { ask } = await shop();
    expect((await ask("PATCH", `/deliveries/${NOWHERE}`, { body: { area: "x" } })).status).toBe(404);
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    await ask("POST", `/deliveries/${made.delivery_id}/cancel`, { body: {} });
    const late = await ask("PATCH", `/deliveries/${made.delivery_id}`, { body: { area: "x" } });
    expect(late).toMatchObject({ status: 409, body: { error: { details: { reason: "closed" } } } });
  });
});

describe("POST /deliveries/{deliveryId}/cancel", () => {
  test("200: it is cancelled, again as well, and the log says why", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}`;
    const { status, body } = await ask("POST", `${path}/cancel`, {
      body: { reason: "out of stock", refund_hint: "full" },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      delivery_id: made.delivery_id,
      cancelled: true,
      status: "cancelled",
      reconcile_actions: [{ action: "refund", reason: "full" }],
    });
    expect((await ask("POST", `${path}/cancel`)).body).toMatchObject({ cancelled: true, status: "cancelled" });
    const { body: after } = await ask("GET", path);
    expect(after.timeline[0]).toMatchObject({ status: "cancelled", reason: "out of stock", actor: { kind: "api" } });
  });

  test("404, 409: unknown, and one that was delivered", async () => {
    const { ask, tenant } = await shop();
    expect((await ask("POST", `/deliveries/${NOWHERE}/cancel`)).status).toBe(404);
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    await tenant.database
      .raw`update delivery set status = 'delivered' where organization_id = ${tenant.organizationId}`;
    expect((await ask("POST", `/deliveries/${made.delivery_id}/cancel`)).status).toBe(409);
  });
});

describe("POST /deliveries/{deliveryId}/reschedule", () => {
  const window = { from: "2031-05-05T08:00:00Z", to: "2031-05-05T10:00:00Z" };

  test("200: another day, and what to mind there", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}/reschedule`;
    const { status, body } = await ask("POST", path, {
      body: { window, reason: "on holiday", special_instructions: "Ring twice" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "requested", dropoff: { window, instructions: "Ring twice" }, version: 2 });
    const { body: after } = await ask("GET", `/deliveries/${made.delivery_id}`);
    expect(after.timeline[0]).toMatchObject({ type: "delivery.rescheduled", reason: "on holiday" });
  });

  test("404, 409, 412, 422: unknown, over, changed since, a day that is past", async () => {
    const { ask } = await shop();
    expect((await ask("POST", `/deliveries/${NOWHERE}/reschedule`, { body: { window } })).status).toBe(404);
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}/reschedule`;
    const past = { from: "2020-05-05T08:00:00Z", to: "2020-05-05T10:00:00Z" };
    expect((await ask("POST", path, { body: { window: past } })).status).toBe(422);
    expect((await ask("POST", path, { body: { window }, headers: { "if-match": '"v9"' } })).status).toBe(412);
    await ask("POST", `/deliveries/${made.delivery_id}/cancel`);
    expect((await ask("POST", path, { body: { window } })).status).toBe(409);
  });
});
