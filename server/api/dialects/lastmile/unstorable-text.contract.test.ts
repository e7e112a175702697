import { beforeAll, expect, test } from "vitest";
import { type Shop, shop } from "./testing/shop";

let mine: Shop;
beforeAll(async () => {
  mine = await shop();
});

test("what no text of the database can hold is the name of nothing in a path, and a fault in a query", async () => {
  const statusOf = async (path: string) => (await mine.ask("GET", path)).status;
  for (const path of ["/vehicles/%00", "/vehicles/a%00b", "/areas/%00/heatmap", "/drivers/%00"]) {
    expect(await statusOf(path), path).toBe(404);
  }
  const asked = await mine.ask("GET", "/vehicles?warehouse=a%00b");
  expect(asked.status).toBe(400);
  expect(JSON.stringify(asked.body)).toContain("warehouse");
});

test("in a body it is left out, of texts and of names", async () => {
  const body = { name: "Fa\0st", type: "3pl", metadata: { "a\0b": "c\\u0000\0\0d" } };
  const { status, body: partner } = await mine.ask("POST", "/partners", { body });
  expect(status).toBe(201);
  expect(partner).toMatchObject({ name: "Fast", metadata: { ab: "c\\u0000d" } });
});
