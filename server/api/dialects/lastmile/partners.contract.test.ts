import { describe, expect, test } from "vitest";
import { dress } from "./ids";
import { shop } from "./testing/shop";

const NOBODY = dress("partner", "01980000-0000-8000-8000-000000000001");
const request = {
  name: "Fast Bikes",
  type: "crowd",
  capabilities: ["ondemand", "returns"],
  vehicle_types: ["bike"],
  geographies: ["north"],
  contact: { email: "ops@fast.example" },
  metadata: { tier: 1 },
};

describe("POST /partners", () => {
  test("201: a partner comes back as it was sent", async () => {
    const { ask } = await shop();
    const { status, body } = await ask("POST", "/partners", { body: request });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...request, id: body.partner_id, status: "active", version: 1 });
    expect((await ask("GET", `/partners/${body.partner_id}`)).body).toEqual(body);
  });

  test("400, 422, 403: no name, a type or capability that is none, a key for reading", async () => {
    const { ask } = await shop();
    expect((await ask("POST", "/partners", { body: { type: "3pl" } })).status).toBe(400);
    for (const wrong of [{ type: "4pl" }, { capabilities: ["teleport"] }, { vehicle_types: ["boat"] }, { name: " " }]) {
      expect((await ask("POST", "/partners", { body: { ...request, ...wrong } })).status).toBe(422);
    }
    const reader = await shop(["fleet:read"]);
    expect((await reader.ask("POST", "/partners", { body: request })).status).toBe(403);
  });
});

describe("GET /partners", () => {
  test("200: newest first, page after page, one's own", async () => {
    const { ask } = await shop();
    for (const name of ["A", "B", "C"]) await ask("POST", "/partners", { body: { ...request, name } });
    const first = await ask("GET", "/partners?limit=2");
    expect(first.body.items.map(({ name }: { name: string }) => name)).toEqual(["C", "B"]);
    const { body } = await ask("GET", `/partners?limit=2&cursor=${first.body.next_cursor}`);
    expect(body).toMatchObject({ items: [{ name: "A" }], next_cursor: null });
    expect((await (await shop()).ask("GET", "/partners")).body.items).toEqual([]);
    expect((await ask("GET", "/partners?cursor=x")).status).toBe(400);
  });
});

describe("GET /partners/{partnerId}", () => {
  test("404: unknown, another tenant's, no id", async () => {
    const { ask } = await shop();
    const { body } = await ask("POST", "/partners", { body: request });
    const other = await shop();
    for (const id of [NOBODY, body.id, "x"]) expect((await other.ask("GET", `/partners/${id}`)).status).toBe(404);
  });
});

describe("PATCH /partners/{partnerId}", () => {
  test("200, 412: what is given changes, of the version that was seen", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/partners", { body: request });
    const path = `/partners/${made.id}`;
    const body = { capabilities: ["scheduled"], metadata: { region: "DK" } };
    const changed = await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } });
    expect(changed.body).toMatchObject({
      ...request,
      capabilities: ["scheduled"],
      metadata: { tier: 1, region: "DK" },
      version: 2,
    });
    expect((await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } })).status).toBe(412);
    expect((await ask("PATCH", path, { body })).body.version).toBe(2);
    expect((await ask("PATCH", `/partners/${NOBODY}`, { body })).status).toBe(404);
  });
});

describe("DELETE /partners/{partnerId}", () => {
  test("200: it is disabled, again as well, and still there", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/partners", { body: request });
    for (let count = 0; count < 2; count++) {
      expect((await ask("DELETE", `/partners/${made.id}`)).body).toMatchObject({ status: "disabled", version: 2 });
    }
    expect((await ask("GET", `/partners/${made.id}`)).body.status).toBe("disabled");
    expect((await ask("GET", "/partners?status=active")).body.items).toEqual([]);
    expect((await ask("DELETE", `/partners/${NOBODY}`)).status).toBe(404);
  });
});

describe("GET /partners/{partnerId}/capabilities", () => {
  test("200, 404: what it does, where, and by what", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/partners", { body: request });
    expect((await ask("GET", `/partners/${made.id}/capabilities`)).body).toEqual({
      partner_id: made.id,
      services: ["ondemand", "returns"],
      capabilities: ["ondemand", "returns"],
      vehicle_types: ["bike"],
      geographies: ["north"],
    });
    expect((await ask("GET", `/partners/${NOBODY}/capabilities`)).status).toBe(404);
  });
});
