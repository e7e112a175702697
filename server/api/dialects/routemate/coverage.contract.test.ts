import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import documented from "./testing/endpoints.json";
import { office } from "./testing/office";

const FOLDER = new URL(".", import.meta.url).pathname;

test("every endpoint of the document answers", async () => {
  const { ask } = await office({ hasDriver: false });
  for (const { id, method, path } of documented) {
    const { status, body } = await ask(method, path, method === "GET" ? {} : { body: {} });
    expect([404, 405, 501], id).not.toContain(status);
    expect(body?.error, id).toBeDefined();
  }
});

test("every endpoint of the document has a contract test that names it", () => {
  const tests = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".contract.test.ts") && !name.startsWith("coverage"))
    .map((name) => readFileSync(FOLDER + name, "utf8"))
    .join("\n");
  expect(documented.filter(({ method, path }) => !tests.includes(`describe("${method} ${path}"`))).toEqual([]);
});
