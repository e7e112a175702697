import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import documented from "./testing/endpoints.json";
import { shop } from "./testing/shop";

const FOLDER = new URL(".", import.meta.url).pathname;
/** Administration that the vendor's public documentation has besides. */
const BESIDES = [
  { id: "RTL-D1", method: "POST", path: "/v2/webhook" },
  { id: "RTL-D2", method: "PUT", path: "/v2/webhook/{id}" },
  { id: "RTL-D3", method: "DELETE", path: "/v2/webhook/{id}" },
];
const asked = [...documented, ...BESIDES];

describe("the checklist of its endpoints", () => {
  test("every one answers, in the vendor's own words", async () => {
    const { ask } = await shop();
    const silent: string[] = [];
    for (const { id, method, path } of asked) {
      const said = await ask(method, path.replace(/\{\w+\}/g, "nobody"), method === "GET" ? {} : { body: {} });
      const isWell = said.status < 300 || typeof said.body?.message_id === "string";
      if (!isWell || [405, 501].includes(said.status) || said.body.message_id?.endsWith("no_such_endpoint"))
        silent.push(id);
    }
    expect(silent).toEqual([]);
  });

  test("every one has a contract test that names it", () => {
    const tests = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".contract.test.ts") && !name.startsWith("coverage"))
      .map((name) => readFileSync(FOLDER + name, "utf8"))
      .join("\n");
    expect(asked.filter(({ method, path }) => !tests.includes(`"${method} ${path}"`))).toEqual([]);
  });

  test("what is asked in no way there is gets the vendor's error, never a page and never nothing", async () => {
    const { ask } = await shop();
    const odd = [
      ["GET", "/v2/nothing", 404],
      ["PATCH", "/v2/plan", 405],
      ["GET", "/v4/plan", 404],
      ["POST", "/v2/stops", 400],
    ] as const;
    for (const [method, path, status] of odd) {
      const said = await ask(method, path);
      expect(said.status, `${method} ${path}`).toBe(status);
      expect(said.headers.get("content-type")).toContain("application/json");
      expect(said.body.message_id).toMatch(/^highway\.\w+\.error\.\w+$/);
    }
  });
});
