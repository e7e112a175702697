import { describe, expect, test } from "vitest";
import { deliveryRequest, shop } from "./testing/shop";

describe("GET /audit", () => {
  test("200: who did what, by action, thing, actor and time, page after page", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    await ask("POST", `/deliveries/${made.id}/cancel`, { body: { reason: "out of stock" } });
    await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    const actions = async (query: string) =>
      (await ask("GET", `/audit?${query}`)).body.items.map(({ action }: { action: string }) => action);
    expect(await actions(`entity_id=${made.id}`)).toEqual(["delivery.changed", "delivery.created"]);
    expect(await actions("action=partner.created,delivery.created")).toEqual(["partner.created", "delivery.created"]);
    expect(await actions("actor=driver")).toEqual([]);
    expect(await actions("to=2020-01-01T00:00:00Z")).toEqual([]);
    expect(await actions("entity_id=nobody")).toEqual([]);
    const { body } = await ask("GET", "/audit?limit=1&actor=api");
    expect(body.items[0]).toMatchObject({ action: "partner.created", actor: { kind: "api", label: "Shop" } });
    expect(await actions(`limit=1&actor=api&cursor=${body.next_cursor}`)).toEqual(["delivery.changed"]);
    expect((await (await shop()).ask("GET", `/audit?entity_id=${made.id}`)).body.items).toEqual([]);
  });

  test("400, 403: an action that is none, no page, a key that was not made for it", async () => {
    const { ask } = await shop();
    for (const query of ["action=delivery.lost", "cursor=x", "cursor=0", "actor=cat"]) {
      expect((await ask("GET", `/audit?${query}`)).status).toBe(400);
    }
    expect((await (await shop(["deliveries:read"])).ask("GET", "/audit")).status).toBe(403);
  });
});

describe("GET /optimizer/status", () => {
  test("200: nothing waits where nobody has asked", async () => {
    const { ask } = await shop();
    const { body } = await ask("GET", "/optimizer/status");
    expect(body).toEqual({ queue_length: 0, running: 0, last_run_at: null, recent: [] });
  });
});

describe("GET /alerts", () => {
  test("200: how much stands, and the promises that break", async () => {
    const { ask, tenant } = await shop();
    const none = { exceptions_count: 0, unacknowledged_count: 0, critical_count: 0, sla_breaches: [] };
    expect((await ask("GET", "/alerts")).body).toEqual(none);
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const raise = { delivery_id: made.id, severity: "critical" };
    await ask("POST", "/exceptions", { body: { ...raise, type: "damaged" } });
    await ask("POST", "/exceptions", { body: { ...raise, type: "driver_issue" } });
    await tenant.database.raw`update exception set type = 'late'
      where organization_id = ${tenant.organizationId} and type = 'damaged'`;
    const { body } = await ask("GET", "/alerts");
    expect(body).toMatchObject({ exceptions_count: 2, unacknowledged_count: 2, critical_count: 2 });
    expect(body.sla_breaches).toMatchObject([{ type: "late", delivery_id: made.id }]);
  });
});
