import { beforeAll, describe, expect, test } from "vitest";
import { dress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

let s: Shop;
let other: Shop;
let delivery: string;

beforeAll(async () => {
  [s, other] = await Promise.all([shop(), shop()]);
  delivery = (await s.ask("POST", "/deliveries", { body: deliveryRequest() })).body.delivery_id;
});

describe("POST /settlement-refs/{deliveryId}", () => {
  test("201: names are kept, each once per partner, and nothing of money", async () => {
    const { body: partner } = await s.ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    const path = `/settlement-refs/${delivery}`;
    const sent = { partner_id: partner.id, settlement_ids: ["st_1", "st_2"], amount: 1200, currency: "EUR" };
    const { status, body } = await s.ask("POST", path, { body: sent });
    expect(status).toBe(201);
    expect(body).toMatchObject({ delivery_id: delivery, settlement_ids: ["st_1", "st_2"] });
    expect(JSON.stringify(body)).not.toMatch(/1200|EUR/);
    expect((await s.ask("POST", path, { body: sent })).body).toEqual(body);
    const own = await s.ask("POST", path, { body: { settlement_ids: ["st_1", "st_3"] } });
    expect(own.body.settlement_ids).toEqual(["st_1", "st_2", "st_3"]);
    expect(own.body.items.map((each: { partner_id: string | null }) => each.partner_id)).toEqual([
      partner.id,
      partner.id,
      null,
      null,
    ]);
  });

  test("400, 404, 422: nothing to note, nobody's delivery, nobody's partner", async () => {
    const status = async (asker: Shop, id: string, body: unknown) =>
      (await asker.ask("POST", `/settlement-refs/${id}`, { body })).status;
    expect(await status(s, delivery, {})).toBe(400);
    expect(await status(s, delivery, { settlement_ids: [] })).toBe(422);
    expect(await status(s, delivery, { settlement_ids: [""] })).toBe(422);
    expect(await status(s, delivery, { settlement_ids: ["a"], partner_id: "nobody" })).toBe(404);
    const { body: theirs } = await other.ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    expect(await status(s, delivery, { settlement_ids: ["a"], partner_id: theirs.id })).toBe(404);
    expect(await status(other, delivery, { settlement_ids: ["a"] })).toBe(404);
  });
});

describe("GET /settlement-refs/{deliveryId}", () => {
  test("200, 404: all names in the order they came; none of others", async () => {
    const { body: made } = await s.ask("POST", "/deliveries", { body: deliveryRequest({ source_id: "ful_9" }) });
    const path = `/settlement-refs/${made.delivery_id}`;
    expect((await s.ask("GET", path)).body).toEqual({ delivery_id: made.delivery_id, settlement_ids: [], items: [] });
    await s.ask("POST", path, { body: { settlement_ids: ["z", "a"] } });
    expect((await s.ask("GET", path)).body.settlement_ids).toEqual(["z", "a"]);
    expect((await other.ask("GET", path)).status).toBe(404);
    expect((await s.ask("GET", `/settlement-refs/${dress("delivery", s.tenant.newId())}`)).status).toBe(404);
  });
});
