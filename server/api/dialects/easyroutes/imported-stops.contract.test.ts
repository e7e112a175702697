import { beforeAll, describe, expect, test } from "vitest";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { undress } from "./ids";
import { importedBananas, wholeStop } from "./testing/examples";
import { shop } from "./testing/shop";

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof shop>>["ask"]>>;
let mine: Awaited<ReturnType<typeof shop>>;
beforeAll(async () => {
  mine = await shop();
});

const importing = (...stops: unknown[]): Promise<Answer> => mine.ask("POST", "/stops/imports", { body: stops });
const imported = async (stop: object) => (await importing({ ...importedBananas, ...stop })).body.stops[0];
const recordOf = (id: string) => readDeliveryRecord(mine.tenant.context(), { id: undress("delivery", id)! });

describe("POST /stops/imports", () => {
  test("200: the document's example comes back as it was sent, with an id", async () => {
    const { status, body } = await importing(importedBananas);
    expect(status).toBe(200);
    expect(body.stops).toEqual([
      {
        ...importedBananas,
        id: expect.stringMatching(/^ist-[0-9a-f]{8}-/),
        importedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        timeWindows: [],
        attributes: [],
        tags: [],
        tasks: [],
        type: "DELIVERY",
      },
    ]);
  });

  test("200: it is an order of the desk's, in its units", async () => {
    const { id } = await imported(wholeStop);
    const { delivery } = await recordOf(id);
    expect(delivery).toMatchObject({ status: "requested", route: null });
    expect(delivery.input).toMatchObject({
      kind: "dropoff",
      externalId: "my-client-stop-123",
      orderRef: "#123",
      serviceDate: "2031-03-03",
      priority: "high",
      loads: [2500, 0, 5, 0],
      tags: ["vip", "two words"],
      customFields: { Gift: "yes" },
      items: [{ description: "Bananas", quantity: 5, weightGrams: 500 }],
      dropoff: {
        address: { street: "123 Main St, Apt 101", postcode: "10001", city: "New York", country: "US" },
        position: { lat: 55.676, lng: 12.568 },
        contact: { name: "John Doe", phone: "+14165551000", email: "john.doe@roundtrip.ai" },
        windows: [{ fromSeconds: 34_200, toSeconds: 61_200 }],
        serviceSeconds: 300,
        instructions: "Leave at front door",
        tasks: [
          { kind: "checkbox", label: "Delivery checklist: Ring twice", required: true },
          { kind: "checkbox", label: "Delivery checklist: Smile", required: true },
          { kind: "radio", label: "Left with", options: ["Recipient", "Neighbour"] },
          { kind: "decimal", label: "Temperature", required: true },
          { kind: "barcode", label: "Parcel" },
        ],
      },
    });
  });

  test("200: a known clientStopId keeps its id, and nothing else of what it was", async () => {
    const before = await imported({ ...wholeStop, clientStopId: "known" });
    const { body } = await importing({ clientStopId: "known", address: { address1: "Bredgade 1" } });
    expect(body.stops[0]).toEqual({
      id: before.id,
      importedAt: before.importedAt,
      clientStopId: "known",
      address: { address1: "Bredgade 1" },
      contact: {},
      items: [],
      timeWindows: [],
      attributes: [],
      tags: [],
      tasks: [],
      type: "DELIVERY",
    });
    expect((await mine.ask("GET", "/stops/imports/known")).body).toEqual(body.stops[0]);
  });

  test("200: of two of one clientStopId the later counts, in both places", async () => {
    const twin = (note: string) => ({ ...importedBananas, clientStopId: "twin", note });
    const { body } = await importing(twin("first"), importedBananas, twin("second"));
    expect(body.stops.map(({ note }: { note: string }) => note)).toEqual(["second", importedBananas.note, "second"]);
    expect(body.stops[0].id).toBe(body.stops[2].id);
  });

  test("200: a clientStopId is never mistaken for one that has none, whatever it looks like", async () => {
    const { body } = await importing({ ...importedBananas, clientStopId: "#1", note: "named" }, importedBananas);
    expect(body.stops.map(({ note }: { note: string }) => note)).toEqual(["named", importedBananas.note]);
    expect(body.stops[0].id).not.toBe(body.stops[1].id);
  });

  test("200: as protobuf reads JSON: other spellings, numbers as texts, null as nothing, fields nobody knows", async () => {
    const { body } = await importing({
      client_stop_id: "spelt",
      address: { address1: "Bredgade 2", zip: null },
      items: [{ name: "Pears", quantity: "3" }],
      order_name: "#7",
      somethingNew: { a: 1 },
    });
    expect(body.stops[0]).toMatchObject({
      clientStopId: "spelt",
      address: { address1: "Bredgade 2" },
      items: [{ name: "Pears", quantity: 3 }],
      orderName: "#7",
    });
  });

  test("200: pickups and tasks are of their own kinds", async () => {
    const kinds = await Promise.all(
      ["PICKUP", "TASK", "UNKNOWN"].map(
        async (type) => (await recordOf((await imported({ type })).id)).delivery.input.kind,
      ),
    );
    expect(kinds).toEqual(["pickup", "task", "dropoff"]);
  });

  test("400: lists in lists without end", async () => {
    const endless = "[".repeat(200_000) + "]".repeat(200_000);
    expect(await mine.ask("POST", "/stops/imports", { body: endless })).toMatchObject({
      status: 400,
      body: { code: 3 },
    });
  });

  test("400: what cannot be meant is named, and nothing is imported", async () => {
    const count = async () => (await mine.ask("GET", "/stops/imports?query.limit=200")).body.stops.length;
    const before = await count();
    const many = (length: number, of: (index: number) => unknown) => Array.from({ length }, (_, index) => of(index));
    const window = { start: { hours: 9 }, end: { hours: 10 } };
    const faults: [string, object][] = [
      ["1.priority", { priority: 11 }],
      ["1.duration", { duration: "5 minutes" }],
      ["1.timeWindows", { timeWindows: [window, window] }],
      ["1.timeWindows.0", { timeWindows: [{ start: { hours: 12 }, end: { hours: 11 } }] }],
      ["1.attributes", { attributes: many(51, (index) => ({ key: `k${index}`, value: "" })) }],
      ["1.attributes.0.key", { attributes: [{ key: "", value: "x" }] }],
      ["1.tags", { tags: many(251, (index) => `t${index}`) }],
      ["1.tasks.0.items", { tasks: [{ title: "Check", type: "CHECKBOXES" }] }],
      ["1.type", { type: "BREAK" }],
      ["1.coordinates.latitude", { coordinates: { latitude: 91, longitude: 0 } }],
      ["1.deliveryDate", { deliveryDate: { year: 2031, month: 2, day: 29 } }],
      ["1.address.address1", { address: { city: "Nowhere" } }],
    ];
    for (const [field, fault] of faults) {
      const { status, body } = await importing({ ...importedBananas, note: "good" }, { ...importedBananas, ...fault });
      expect([status, body.code], field).toEqual([400, 3]);
      expect(body.details[0].fieldViolations[0].field).toBe(field);
    }
    expect((await importing()).status).toBe(400);
    expect((await importing(...many(201, () => importedBananas))).status).toBe(400);
    expect((await mine.ask("POST", "/stops/imports", { body: '[{"note": "x",}]' })).body).toMatchObject({ code: 3 });
    expect(await count()).toBe(before);
  });

  test("401: without a token", async () => {
    const { status, body } = await mine.ask("POST", "/stops/imports", { body: [importedBananas], token: null });
    expect([status, body.code]).toEqual([401, 16]);
  });
});

describe("GET /stops/imports", () => {
  test("200: pages of twenty, newest first, the later ones by their cursor alone", async () => {
    const own = await shop();
    const stops = Array.from({ length: 25 }, (_, index) => ({ ...importedBananas, clientStopId: `s${index}` }));
    await own.ask("POST", "/stops/imports", { body: stops });
    const first = (await own.ask("GET", "/stops/imports")).body;
    expect(first.stops).toHaveLength(20);
    const rest = (await own.ask("GET", `/stops/imports?cursor=${first.nextCursor}`)).body;
    expect(rest.nextCursor).toBeUndefined();
    const names = [...first.stops, ...rest.stops].map(({ clientStopId }) => clientStopId);
    expect(new Set(names).size).toBe(25);
    const small = (await own.ask("GET", "/stops/imports?query.limit=10")).body;
    expect((await own.ask("GET", "/stops/imports?limit=10")).body).toEqual(small);
    expect((await own.ask("GET", `/stops/imports?cursor=${small.nextCursor}`)).body.stops).toHaveLength(10);
  });

  test("400: limits beyond 200, and cursors nobody has given out", async () => {
    for (const query of ["query.limit=201", "query.limit=-1", "query.limit=x", "cursor=nonsense"]) {
      const { status, body } = await mine.ask("GET", `/stops/imports?${query}`);
      expect([status, body.code], query).toEqual([400, 3]);
    }
  });
});

describe("GET /stops/imports/{id}", () => {
  test("200: by our id and by its client's own, whatever signs are in it", async () => {
    const name = "#7/8 & Co";
    const stop = await imported({ clientStopId: name });
    expect((await mine.ask("GET", `/stops/imports/${stop.id}`)).body).toEqual(stop);
    expect((await mine.ask("GET", `/stops/imports/${encodeURIComponent(name)}`)).body).toEqual(stop);
  });

  test("404: what nobody has imported", async () => {
    for (const id of ["ist-123e4567-e89b-12d3-a456-426614174000", "mystopid-123"]) {
      const { status, body } = await mine.ask("GET", `/stops/imports/${id}`);
      expect([status, body.code], id).toEqual([404, 5]);
    }
  });
});

describe("DELETE /stops/imports/{id}", () => {
  test("200: gone, and its name may be used again", async () => {
    const stop = await imported({ clientStopId: "leaving" });
    expect(await mine.ask("DELETE", "/stops/imports/leaving")).toMatchObject({ status: 200, body: {} });
    expect((await mine.ask("GET", `/stops/imports/${stop.id}`)).status).toBe(404);
    expect((await imported({ clientStopId: "leaving" })).id).not.toBe(stop.id);
  });

  test("404: what is not there", async () => {
    expect((await mine.ask("DELETE", "/stops/imports/mystopid-123")).status).toBe(404);
  });
});
