import { describe, expect, test } from "vitest";
import { saveSlotOffer } from "@/server/services/slot/save-slot-offer";
import { saveSlotZone } from "@/server/services/slot/save-slot-zone";
import { dress } from "./ids";
import { deliveryRequest, shop } from "./testing/shop";

const NOBODY = dress("reservation", "01980000-0000-8000-8000-000000000001");

/** A shop whose postcodes 12… are offered two places, each day from eight to ten, for the days to come. */
async function slotShop() {
  const here = await shop();
  const context = here.tenant.context();
  const zone = { name: "Town", area: { kind: "postcodes" as const, prefixes: ["12"] } };
  const { id: zoneId } = await saveSlotZone(context, { projectId: here.projectId, zone });
  await saveSlotOffer(context, {
    offer: {
      zoneId,
      serviceLevel: "standard",
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      fromSeconds: 8 * 3600,
      toSeconds: 10 * 3600,
      capacity: 2,
      cutoffSeconds: 12 * 3600,
      cutoffDaysBefore: 1,
      daysAhead: 14,
    },
  });
  const slots = async (query = "postal_code=1260") =>
    (await here.ask("GET", `/slots/availability?${query}`)).body.items;
  return { ...here, slots };
}

describe("GET /slots/availability", () => {
  test("200: what an address can book, by time; nothing where nobody drives", async () => {
    const { slots } = await slotShop();
    const found = await slots();
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]).toMatchObject({ service_level: "standard", left: 2 });
    const times = found.map(({ from }: { from: string }) => from);
    expect(times).toEqual([...times].sort());
    expect(await slots(`address=${encodeURIComponent("Bredgade 1, 1260 København K")}`)).toHaveLength(found.length);
    expect(await slots("postal_code=9000")).toEqual([]);
    expect(await slots("lat=55.7&lon=12.6")).toEqual([]);
    expect(await slots("postal_code=1260&service_level=express")).toEqual([]);
    expect(await slots(`postal_code=1260&from=${times[2]}&to=${found[2].to}`)).toHaveLength(1);
  });

  test("400: no address, an address without a postcode, a span that ends before it begins", async () => {
    const { ask } = await slotShop();
    const span = "postal_code=1260&from=2031-01-05T00:00:00Z&to=2031-01-01T00:00:00Z";
    for (const query of ["", "address=Bredgade", "lat=55", "postal_code=1260&from=x", span]) {
      expect((await ask("GET", `/slots/availability?${query}`)).status, query).toBe(400);
    }
  });
});

describe("POST /slots/reserve", () => {
  test("201: a place is held for a while, and another one sees it gone", async () => {
    const { ask, slots } = await slotShop();
    const [slot] = await slots();
    const { status, body } = await ask("POST", "/slots/reserve", { body: { slot_id: slot.slot_id } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ reservation_id: expect.stringMatching(/^rsv_/), status: "held" });
    expect(body.ttl_seconds).toBeGreaterThan(60);
    expect((await slots())[0].left).toBe(1);
  });

  test("404, 409: a slot that was never offered, another's delivery, a full one", async () => {
    const [{ ask, slots }, other] = [await slotShop(), await shop()];
    const [{ slot_id }] = await slots();
    for (const wrong of ["x", "slt_", "slt_W10", slot_id.replace("slt_", "slot_")]) {
      expect((await ask("POST", "/slots/reserve", { body: { slot_id: wrong } })).status, wrong).toBe(404);
    }
    const { body: made } = await other.ask("POST", "/deliveries", { body: deliveryRequest() });
    const theirs = { slot_id, delivery_id: made.delivery_id };
    expect((await ask("POST", "/slots/reserve", { body: theirs })).status).toBe(404);
    expect((await other.ask("POST", "/slots/reserve", { body: { slot_id } })).status).toBe(404);
    for (let count = 0; count < 2; count++) {
      expect((await ask("POST", "/slots/reserve", { body: { slot_id } })).status).toBe(201);
    }
    const full = await ask("POST", "/slots/reserve", { body: { slot_id } });
    expect(full).toMatchObject({ status: 409, body: { error: { details: { reason: "slot-full" } } } });
  });
});

describe("POST /slots/confirm", () => {
  test("200: it lasts; asked again, the answer is the same", async () => {
    const { ask, slots } = await slotShop();
    const [{ slot_id }] = await slots();
    const { body: held } = await ask("POST", "/slots/reserve", { body: { slot_id } });
    const body = { reservation_id: held.reservation_id };
    const first = await ask("POST", "/slots/confirm", { body });
    expect(first).toMatchObject({ status: 200, body: { status: "confirmed", expires_at: null } });
    expect((await ask("POST", "/slots/confirm", { body })).body).toEqual(first.body);
  });

  test("404, 409: unknown, another tenant's, given back", async () => {
    const [{ ask, slots }, other] = [await slotShop(), await shop()];
    const [{ slot_id }] = await slots();
    const { body: held } = await ask("POST", "/slots/reserve", { body: { slot_id } });
    const body = { reservation_id: held.reservation_id };
    expect((await ask("POST", "/slots/confirm", { body: { reservation_id: NOBODY } })).status).toBe(404);
    expect((await other.ask("POST", "/slots/confirm", { body })).status).toBe(404);
    await ask("POST", "/slots/cancel", { body });
    expect((await ask("POST", "/slots/confirm", { body })).status).toBe(409);
  });
});

describe("POST /slots/cancel", () => {
  test("200: the place is free again; asked again, the answer is the same", async () => {
    const { ask, slots } = await slotShop();
    const [{ slot_id }] = await slots();
    const { body: held } = await ask("POST", "/slots/reserve", { body: { slot_id } });
    const body = { reservation_id: held.reservation_id };
    for (let count = 0; count < 2; count++) {
      expect((await ask("POST", "/slots/cancel", { body })).body).toMatchObject({ status: "cancelled" });
    }
    expect((await slots())[0].left).toBe(2);
    expect((await ask("POST", "/slots/cancel", { body: { reservation_id: "x" } })).status).toBe(404);
  });
});

describe("a delivery that is put into a reserved slot", () => {
  test("200, 404, 409: its day and window are the slot's, the place is its own, and the one it had is given back", async () => {
    const { ask, slots } = await slotShop();
    const [first, second] = await slots();
    const reserve = async (slot: { slot_id: string }) =>
      (await ask("POST", "/slots/reserve", { body: { slot_id: slot.slot_id } })).body.reservation_id as string;
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}/reschedule`;
    const held = await reserve(first);
    const moved = await ask("POST", path, { body: { reservation_id: held } });
    expect(moved.status).toBe(200);
    const said = ({ from, to }: { from: string; to: string }) => [Date.parse(from), Date.parse(to)];
    expect(said(moved.body.dropoff.window)).toEqual(said(first));
    expect((await slots())[0].left).toBe(1);
    const other = await reserve(second);
    expect(said((await ask("POST", path, { body: { reservation_id: other } })).body.dropoff.window)).toEqual(
      said(second),
    );
    expect((await slots()).map(({ left }: { left: number }) => left).slice(0, 2)).toEqual([2, 1]);
    const { body: stranger } = await ask("POST", "/deliveries", { body: deliveryRequest({ source_id: "ful_2" }) });
    const taken = await ask("POST", `/deliveries/${stranger.delivery_id}/reschedule`, {
      body: { reservation_id: other },
    });
    expect(taken.status).toBe(409);
    const given = await ask("POST", path, { body: { reservation_id: held } });
    expect(given).toMatchObject({ status: 409, body: { error: { details: { reason: "slot-cancelled" } } } });
    expect((await ask("POST", path, { body: { reservation_id: NOBODY } })).status).toBe(404);
    expect((await ask("POST", path, { body: {} })).status).toBe(422);
  });
});
