import { describe, expect, test } from "vitest";
import { dress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const NOBODY = "01980000-0000-8000-8000-000000000001";

async function withDelivery(here?: Shop) {
  const at = here ?? (await shop());
  const { body } = await at.ask("POST", "/deliveries", { body: deliveryRequest() });
  return { ...at, made: body, id: body.delivery_id as string };
}

/** What a driver would have done to it. */
const fail = ({ tenant }: Shop) =>
  tenant.database.raw`update delivery set status = 'failed' where organization_id = ${tenant.organizationId}`;

describe("POST /exceptions", () => {
  test("201, then 200: one of a kind stands, with what may be done about it", async () => {
    const { ask, id } = await withDelivery();
    const body = { delivery_id: id, type: "address_issue", notes: "No such house", severity: "high" };
    const first = await ask("POST", "/exceptions", { body });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      exception_id: first.body.id,
      delivery_id: id,
      type: "address_issue",
      severity: "high",
      status: "open",
      notes: [{ by: "Shop", text: "No such house" }],
      suggested_remediation: ["correct_address", "reschedule"],
    });
    const again = await ask("POST", "/exceptions", { body });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id } });
  });

  test("404, 422: a delivery that is not there, a type or severity that is none", async () => {
    const { ask, id } = await withDelivery();
    const unknown = { delivery_id: dress("delivery", NOBODY), type: "damaged" };
    expect((await ask("POST", "/exceptions", { body: unknown })).status).toBe(404);
    expect((await ask("POST", "/exceptions", { body: { delivery_id: id, type: "late" } })).status).toBe(422);
    const graver = { delivery_id: id, type: "damaged", severity: "huge" };
    expect((await ask("POST", "/exceptions", { body: graver })).status).toBe(422);
  });
});

describe("GET /exceptions", () => {
  test("200: filters combine, and pages follow each other", async () => {
    const first = await withDelivery();
    const { ask, id } = first;
    const { id: other } = await withDelivery(first);
    for (const [delivery_id, type] of [
      [id, "damaged"],
      [id, "driver_issue"],
      [other, "damaged"],
    ]) {
      await ask("POST", "/exceptions", { body: { delivery_id, type } });
    }
    const types = async (query: string) =>
      (await ask("GET", `/exceptions?${query}`)).body.items.map((each: { type: string }) => each.type);
    expect(await types("")).toEqual(["damaged", "driver_issue", "damaged"]);
    expect(await types(`delivery_id=${id}`)).toEqual(["driver_issue", "damaged"]);
    expect(await types(`delivery_id=${id}&type=damaged,late&status=open&severity=medium`)).toEqual(["damaged"]);
    expect(await types("status=resolved")).toEqual([]);
    expect(await types("delivery_id=nobody")).toEqual([]);
    const { body } = await ask("GET", "/exceptions?limit=2");
    expect(body.items).toHaveLength(2);
    expect(await types(`limit=2&cursor=${body.next_cursor}`)).toEqual(["damaged"]);
    const [strange] = [await shop()];
    expect((await strange.ask("GET", "/exceptions")).body.items).toEqual([]);
  });

  test("400: no such type, no such page", async () => {
    const { ask } = await shop();
    for (const query of ["type=lost", "status=gone", "cursor=x"]) {
      expect((await ask("GET", `/exceptions?${query}`)).status).toBe(400);
    }
  });
});

describe("GET /exceptions/{exceptionId}", () => {
  test("200, 404: one's own; unknown; another tenant's", async () => {
    const { ask, id } = await withDelivery();
    const { body } = await ask("POST", "/exceptions", { body: { delivery_id: id, type: "damaged" } });
    expect((await ask("GET", `/exceptions/${body.id}`)).body).toEqual(body);
    expect((await ask("GET", `/exceptions/${dress("exception", NOBODY)}`)).status).toBe(404);
    expect((await (await shop()).ask("GET", `/exceptions/${body.id}`)).status).toBe(404);
  });
});

describe("POST /deliveries/{deliveryId}/retry", () => {
  const window = { from: "2031-05-05T08:00:00Z", to: "2031-05-05T10:00:00Z" };

  test("200: what has failed is asked for again, in its new window", async () => {
    const here = await withDelivery();
    await fail(here);
    const { status, body } = await here.ask("POST", `/deliveries/${here.id}/retry`, {
      body: { window, special_instructions: "Ring twice" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "scheduled", dropoff: { window, instructions: "Ring twice" } });
  });

  test("404, 409, 422: unknown, not failed, a day that is past, no window", async () => {
    const here = await withDelivery();
    const path = `/deliveries/${here.id}/retry`;
    expect((await here.ask("POST", path, { body: { window } })).status).toBe(409);
    const unknown = `/deliveries/${dress("delivery", NOBODY)}/retry`;
    expect((await here.ask("POST", unknown, { body: { window } })).status).toBe(404);
    await fail(here);
    const past = { from: "2020-05-05T08:00:00Z", to: "2020-05-05T10:00:00Z" };
    expect((await here.ask("POST", path, { body: { window: past } })).status).toBe(422);
    expect((await here.ask("POST", path, { body: {} })).status).toBe(422);
    const nobodys = { reservation_id: dress("reservation", NOBODY) };
    expect((await here.ask("POST", path, { body: nobodys })).status).toBe(404);
  });
});

describe("POST /returns/pickup", () => {
  test("201: what was delivered is fetched where it went", async () => {
    const { ask, id, made } = await withDelivery();
    const window = { from: "2031-05-05T08:00:00Z", to: "2031-05-05T10:00:00Z" };
    const { status, body } = await ask("POST", "/returns/pickup", { body: { delivery_id: id, window } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      type: "return",
      order_id: "ord_456",
      pickup: { address: made.dropoff.address, window, contact: made.dropoff.recipient },
      dropoff: null,
      packages: made.packages,
    });
    expect((await ask("GET", `/deliveries/${body.delivery_id}`)).body).toMatchObject(body);
  });

  test("201: or from any other door", async () => {
    const { ask } = await shop();
    const pickup = { address: { line1: "Nygade 2", city: "Aarhus" }, contact: { name: "Ida" } };
    const { body } = await ask("POST", "/returns/pickup", { body: { pickup, packages: [{ package_id: "p" }] } });
    expect(body).toMatchObject({
      type: "return",
      pickup: { address: { line1: "Nygade 2", city: "Aarhus", country: "DK" }, contact: { name: "Ida" } },
      packages: [{ package_id: "p" }],
    });
  });

  test("404, 422: an unknown delivery, and no door at all", async () => {
    const { ask } = await shop();
    const unknown = { delivery_id: dress("delivery", NOBODY) };
    expect((await ask("POST", "/returns/pickup", { body: unknown })).status).toBe(404);
    expect((await ask("POST", "/returns/pickup", { body: {} })).status).toBe(422);
  });
});

describe("POST /deliveries/{deliveryId}/escalate", () => {
  test("200: it is in the desk's inbox under the case; a second case is noted with the first", async () => {
    const { ask, id } = await withDelivery();
    const path = `/deliveries/${id}/escalate`;
    const first = await ask("POST", path, { body: { case_id: "C-1", priority: "high", notes: "Angry" } });
    expect(first).toMatchObject({ status: 200, body: { case_id: "C-1", status: "escalated" } });
    const second = await ask("POST", path, { body: { case_id: "C-2" } });
    expect(second.body.exception_id).toBe(first.body.exception_id);
    const { body } = await ask("GET", `/exceptions/${first.body.exception_id}`);
    expect(body.severity).toBe("high");
    expect(body.notes.map(({ text }: { text: string }) => text)).toEqual(["Case C-1: Angry", "Case C-2"]);
  });

  test("400, 404: without a case, an unknown delivery", async () => {
    const { ask, id } = await withDelivery();
    expect((await ask("POST", `/deliveries/${id}/escalate`, { body: {} })).status).toBe(400);
    const unknown = `/deliveries/${dress("delivery", NOBODY)}/escalate`;
    expect((await ask("POST", unknown, { body: { case_id: "x" } })).status).toBe(404);
  });
});
